package com.dingshu.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import com.dingshu.inventory.Pools.Pool;
import com.dingshu.inventory.ReservationResult.Reserved;
import com.dingshu.inventory.ReserveStock.Need;
import com.dingshu.testing.IntegrationTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestContextManager;

/** The stock pool does what a simple model of it does, whatever happens to the orders in whatever order. */
@IntegrationTest
class StockModelIT {

    private static final int SKUS = 3;
    private static final int WAREHOUSES = 2;

    @Autowired
    private BeanFactory beans;

    @BeforeProperty
    void start() throws Exception {
        new TestContextManager(StockModelIT.class).prepareTestInstance(this);
    }

    enum Act {
        CREATE,
        CREATE_PAID,
        CREATE_AGAIN,
        PAY,
        EXPIRE,
        PAY_LATE,
        CANCEL,
        SHIP,
        RECEIVE,
        ADJUST
    }

    /** One act; which order, SKU and warehouse it concerns is taken from the numbers, modulo what there is. */
    record Step(Act act, int which, List<Integer> pieces) {}

    @Provide
    Arbitrary<List<Step>> lives() {
        Arbitrary<Act> acts = Arbitraries.frequency(
                net.jqwik.api.Tuple.of(5, Act.CREATE),
                net.jqwik.api.Tuple.of(2, Act.CREATE_PAID),
                net.jqwik.api.Tuple.of(1, Act.CREATE_AGAIN),
                net.jqwik.api.Tuple.of(4, Act.PAY),
                net.jqwik.api.Tuple.of(3, Act.EXPIRE),
                net.jqwik.api.Tuple.of(3, Act.PAY_LATE),
                net.jqwik.api.Tuple.of(2, Act.CANCEL),
                net.jqwik.api.Tuple.of(3, Act.SHIP),
                net.jqwik.api.Tuple.of(1, Act.RECEIVE),
                net.jqwik.api.Tuple.of(1, Act.ADJUST));
        Arbitrary<List<Integer>> pieces =
                Arbitraries.integers().between(0, 9).list().ofSize(SKUS);
        return Combinators.combine(acts, Arbitraries.integers().between(0, 1000), pieces)
                .as(Step::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(40);
    }

    @Property(tries = 40, seed = "20261121")
    void behavesLikeTheModel(@ForAll("lives") List<Step> life) {
        Run run = new Run(new Pools(beans).open());
        for (Step step : life) {
            run.take(step);
            run.compare(step);
        }
        assertThat(run.pool.violations()).isEmpty();
    }

    /** Where an order stands in the model. */
    enum Standing {
        HELD,
        COMMITTED,
        SHIPPED,
        RELEASED
    }

    private static final class Run {
        final Pool pool;
        final List<UUID> warehouses;
        final List<UUID> skus;
        final int[][] onHand = new int[WAREHOUSES][SKUS];
        final List<ReserveStock> orders = new ArrayList<>();
        final Map<ReserveStock, Standing> standings = new HashMap<>();
        final Map<ReserveStock, Integer> warehouseOf = new HashMap<>();

        Run(Pool pool) {
            this.pool = pool;
            this.warehouses = List.of(pool.warehouse(), pool.warehouse("W2"));
            this.skus =
                    IntStream.range(0, SKUS).mapToObj(n -> pool.sku("S" + n, 0)).toList();
            for (int warehouse = 0; warehouse < WAREHOUSES; warehouse++) {
                for (int sku = 0; sku < SKUS; sku++) {
                    receive(warehouse, sku, 21 - 10 * warehouse);
                }
            }
        }

        void take(Step step) {
            switch (step.act()) {
                case CREATE -> create(step, false);
                case CREATE_PAID -> create(step, true);
                case CREATE_AGAIN -> createAgain(order(step));
                case PAY -> pay(order(step));
                case EXPIRE -> release(order(step), ReleaseCause.PAYMENT_TIMEOUT, true);
                case PAY_LATE -> payLate(order(step));
                case CANCEL -> release(order(step), ReleaseCause.CANCELLED, false);
                case SHIP -> ship(order(step));
                case RECEIVE ->
                    receive(step.which() % 2, step.which() % SKUS, step.pieces().getFirst() + 1);
                case ADJUST ->
                    adjust(step.which() % 2, step.which() % SKUS, step.pieces().getFirst() - 12);
            }
        }

        void compare(Step step) {
            for (int sku = 0; sku < SKUS; sku++) {
                StockFigures real = pool.figures(skus.get(sku));
                int number = sku;
                assertThat(List.of(real.onHand(), real.reserved(), real.committed()))
                        .as("SKU %s after %s", sku, step)
                        .containsExactly(
                                onHand[0][sku] + onHand[1][sku],
                                IntStream.range(0, WAREHOUSES)
                                        .map(w -> taken(w, number, Standing.HELD))
                                        .sum(),
                                IntStream.range(0, WAREHOUSES)
                                        .map(w -> taken(w, number, Standing.COMMITTED))
                                        .sum());
            }
        }

        private @Nullable ReserveStock order(Step step) {
            return orders.isEmpty() ? null : orders.get(step.which() % orders.size());
        }

        private void create(Step step, boolean paid) {
            Need[] needs = IntStream.range(0, SKUS)
                    .filter(sku -> step.pieces().get(sku) > 0)
                    .mapToObj(sku -> Pool.need(skus.get(sku), step.pieces().get(sku)))
                    .toArray(Need[]::new);
            if (needs.length > 0) {
                ReserveStock order = pool.order(paid, needs);
                orders.add(order);
                expect(order, pool.reserve(order), paid ? Standing.COMMITTED : Standing.HELD);
            }
        }

        private void createAgain(@Nullable ReserveStock order) {
            if (order != null) {
                Standing standing = standings.get(order);
                ReservationResult result = pool.reserve(order);
                if (standing == null) {
                    expect(order, result, order.paid() ? Standing.COMMITTED : Standing.HELD);
                } else if (standing == Standing.RELEASED) {
                    assertThat(result).isEqualTo(new ReservationResult.Ended());
                } else {
                    assertThat(result).isEqualTo(new Reserved(warehouses.get(warehouseOf.getOrDefault(order, -1))));
                }
            }
        }

        private void pay(@Nullable ReserveStock order) {
            if (order != null) {
                Standing standing = standings.get(order);
                CommitResult expected = standing == Standing.HELD
                        ? CommitResult.COMMITTED
                        : standing == null || standing == Standing.RELEASED
                                ? CommitResult.NOTHING_HELD
                                : CommitResult.ALREADY_COMMITTED;
                assertThat(pool.commit(order.orderId())).isEqualTo(expected);
                standings.replace(order, Standing.HELD, Standing.COMMITTED);
            }
        }

        private void release(@Nullable ReserveStock order, ReleaseCause cause, boolean onlyHeld) {
            if (order != null && (!onlyHeld || standings.get(order) != Standing.COMMITTED)) {
                Standing standing = standings.get(order);
                ReleaseResult expected = standing == Standing.HELD || standing == Standing.COMMITTED
                        ? ReleaseResult.RELEASED
                        : standing == Standing.SHIPPED ? ReleaseResult.ALREADY_SHIPPED : ReleaseResult.NOTHING_HELD;
                assertThat(pool.release(order.orderId(), cause)).isEqualTo(expected);
                if (expected == ReleaseResult.RELEASED) {
                    standings.put(order, Standing.RELEASED);
                }
            }
        }

        private void payLate(@Nullable ReserveStock order) {
            if (order != null) {
                Standing standing = standings.get(order);
                ReservationResult result = pool.reserveAgain(order);
                if (standing == null || standing == Standing.RELEASED) {
                    expect(order, result, Standing.COMMITTED);
                } else {
                    assertThat(result).isInstanceOf(Reserved.class);
                    standings.replace(order, Standing.HELD, Standing.COMMITTED);
                }
            }
        }

        private void ship(@Nullable ReserveStock order) {
            if (order != null) {
                Standing standing = standings.get(order);
                ConsumeResult expected = standing == Standing.COMMITTED
                        ? ConsumeResult.CONSUMED
                        : standing == Standing.SHIPPED ? ConsumeResult.ALREADY_CONSUMED : ConsumeResult.NOT_COMMITTED;
                assertThat(pool.consume(order.orderId())).isEqualTo(expected);
                if (expected == ConsumeResult.CONSUMED) {
                    int warehouse = warehouseOf.getOrDefault(order, -1);
                    order.needs().forEach(need -> onHand[warehouse][skus.indexOf(need.skuId())] -= need.quantity());
                    standings.put(order, Standing.SHIPPED);
                }
            }
        }

        private void receive(int warehouse, int sku, int pieces) {
            pool.receive(warehouses.get(warehouse), skus.get(sku), pieces);
            onHand[warehouse][sku] += pieces;
        }

        private void adjust(int warehouse, int sku, int delta) {
            int free = onHand[warehouse][sku]
                    - taken(warehouse, sku, Standing.HELD)
                    - taken(warehouse, sku, Standing.COMMITTED);
            BookingResult result = pool.adjust(warehouses.get(warehouse), skus.get(sku), delta);
            if (free + delta < 0) {
                assertThat(result).isEqualTo(new BookingResult.TooFew(free));
            } else {
                assertThat(result).isInstanceOf(BookingResult.Booked.class);
                onHand[warehouse][sku] += delta;
            }
        }

        private void expect(ReserveStock order, ReservationResult result, Standing standing) {
            int warehouse = IntStream.range(0, WAREHOUSES)
                    .filter(w -> order.needs().stream()
                            .allMatch(need -> available(w, skus.indexOf(need.skuId())) >= need.quantity()))
                    .findFirst()
                    .orElse(-1);
            if (warehouse < 0) {
                assertThat(result).isInstanceOf(ReservationResult.Short.class);
            } else {
                assertThat(result).isEqualTo(new Reserved(warehouses.get(warehouse)));
                standings.put(order, standing);
                warehouseOf.put(order, warehouse);
            }
        }

        private int available(int warehouse, int sku) {
            int there = onHand[warehouse][sku];
            return there
                    - there * 5 / 100
                    - taken(warehouse, sku, Standing.HELD)
                    - taken(warehouse, sku, Standing.COMMITTED);
        }

        private int taken(int warehouse, int sku, Standing standing) {
            return orders.stream()
                    .filter(order -> standings.get(order) == standing)
                    .filter(order -> warehouseOf.getOrDefault(order, -1) == warehouse)
                    .flatMap(order -> order.needs().stream())
                    .filter(need -> need.skuId().equals(skus.get(sku)))
                    .mapToInt(Need::quantity)
                    .sum();
        }
    }
}
