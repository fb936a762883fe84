package com.dingshu.inventory;

import static com.dingshu.inventory.Pools.Pool.need;
import static org.assertj.core.api.Assertions.assertThat;

import com.dingshu.inventory.Pools.Pool;
import com.dingshu.inventory.ReservationResult.Reserved;
import com.dingshu.inventory.ReserveStock.Need;
import com.dingshu.shared.Ids;
import com.dingshu.testing.IntegrationTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What the stock pool promises to many at once: real transactions on a real database. */
@IntegrationTest
class StockAtOnceIT {

    private static final int BUYERS = 200;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private Stock stock;

    @Autowired
    private TransactionTemplate transaction;

    private Pool pool;

    @BeforeEach
    void open() {
        pool = new Pools(beans).open();
    }

    @AfterEach
    void booksAreRight() {
        assertThat(pool.violations()).isEmpty();
    }

    @Test
    void sellsExactlyWhatCanBeReservedToTwoHundredBuyers() throws Exception {
        UUID sku = pool.sku("HOT", 50);
        List<ReservationResult> results = atOnce(BUYERS, n -> pool.reserve(pool.order(n % 2 == 0, need(sku, 1))));
        assertThat(results.stream().filter(Reserved.class::isInstance))
                .as("50 pieces less the buffer of floor(2.5)")
                .hasSize(48);
        assertThat(pool.figures(sku).available()).isZero();
    }

    @Test
    void sellsWholeOrdersOnlyWhenBuyersWantSeveralPieces() throws Exception {
        UUID sku = pool.sku("HOT", 50);
        UUID other = pool.sku("OTHER", 1000);
        List<ReservationResult> results =
                atOnce(BUYERS, n -> pool.reserve(pool.order(false, need(other, 1), need(sku, 3), need(sku, 2))));
        assertThat(results.stream().filter(Reserved.class::isInstance)).hasSize(9);
        assertThat(pool.figures(sku).reserved()).isEqualTo(45);
        assertThat(pool.figures(other).reserved()).isEqualTo(9);
    }

    @RepeatedTest(10)
    void givesTheLastTwoPiecesToOneOfTwoBuyersWhoWantBoth() throws Exception {
        UUID sku = pool.sku("LAST", 2);
        List<ReservationResult> results = atOnce(2, n -> pool.reserve(pool.order(true, need(sku, 2))));
        assertThat(results.stream().filter(Reserved.class::isInstance)).hasSize(1);
    }

    @RepeatedTest(5)
    void givesOneEachToTwoBuyersOnTheLastTwoPieces() throws Exception {
        UUID sku = pool.sku("LAST", 2);
        List<ReservationResult> results = atOnce(2, n -> pool.reserve(pool.order(true, need(sku, 1))));
        assertThat(results).hasOnlyElementsOfType(Reserved.class);
    }

    @Test
    void takesTheSameOrderOnceHoweverOftenItIsAskedFor() throws Exception {
        UUID sku = pool.sku("A", 100);
        ReserveStock order = pool.order(false, need(sku, 3));
        List<ReservationResult> results = atOnce(50, n -> pool.reserve(order));
        assertThat(results).containsOnly(new Reserved(pool.warehouse()));
        assertThat(pool.figures(sku).reserved()).isEqualTo(3);
    }

    @RepeatedTest(10)
    void letsPaymentAndTimerRaceToOneOutcome() throws Exception {
        UUID sku = pool.sku("A", 10);
        ReserveStock order = pool.order(false, need(sku, 4));
        pool.reserve(order);
        List<Enum<?>> results = atOnce(
                4,
                n -> n % 2 == 0
                        ? pool.commit(order.orderId())
                        : pool.release(order.orderId(), ReleaseCause.PAYMENT_TIMEOUT));
        StockFigures after = pool.figures(sku);
        assertThat(after.reserved()).isZero();
        assertThat(after.committed()).as("both can win, one after the other").isZero();
        assertThat(results).contains(ReleaseResult.RELEASED);
    }

    @RepeatedTest(10)
    void letsCancellationAndOutboundRaceToOneOutcome() throws Exception {
        UUID sku = pool.sku("A", 10);
        ReserveStock order = pool.order(true, need(sku, 4));
        pool.reserve(order);
        List<Enum<?>> results = atOnce(
                6,
                n -> n % 2 == 0
                        ? pool.consume(order.orderId())
                        : pool.release(order.orderId(), ReleaseCause.CANCELLED));
        boolean shipped = results.contains(ConsumeResult.CONSUMED);
        assertThat(results.stream().filter(r -> r == ConsumeResult.CONSUMED || r == ReleaseResult.RELEASED))
                .hasSize(1);
        assertThat(pool.figures(sku).onHand()).isEqualTo(shipped ? 6 : 10);
    }

    @RepeatedTest(5)
    void givesALatePaymentPiecesOnce() throws Exception {
        UUID sku = pool.sku("A", 10);
        ReserveStock order = pool.order(false, need(sku, 4));
        pool.reserve(order);
        pool.release(order.orderId(), ReleaseCause.PAYMENT_TIMEOUT);
        atOnce(6, n -> pool.reserveAgain(order));
        assertThat(pool.figures(sku).committed()).isEqualTo(4);
    }

    @Test
    void neverBlocksItselfWhateverTheOrderOfTheLines() throws Exception {
        List<UUID> skus =
                IntStream.range(0, 12).mapToObj(n -> pool.sku("S" + n, 500)).toList();
        atOnce(16, thread -> {
            Random random = new Random(thread);
            for (int round = 0; round < 15; round++) {
                List<ReserveStock> batch = IntStream.range(0, 4)
                        .mapToObj(n -> pool.order(random.nextBoolean(), shuffled(skus, random)))
                        .toList();
                withoutRetry(batch);
            }
            return thread;
        });
        assertThat(skus.stream().mapToInt(sku -> pool.figures(sku).available())).allMatch(left -> left >= 0);
    }

    private void withoutRetry(List<ReserveStock> batch) {
        pool.merchant().run(() -> transaction.executeWithoutResult(begun -> stock.reserve(batch)));
        List<UUID> orders = batch.stream().map(ReserveStock::orderId).toList();
        pool.merchant().run(() -> transaction.executeWithoutResult(begun -> stock.commitAll(orders)));
        pool.merchant()
                .run(() -> transaction.executeWithoutResult(
                        begun -> stock.releaseAll(orders.subList(0, 2), ReleaseCause.CANCELLED)));
        pool.merchant()
                .run(() -> transaction.executeWithoutResult(begun -> stock.consume(orders.getLast(), Ids.next())));
    }

    private static Need[] shuffled(List<UUID> skus, Random random) {
        List<UUID> some = new ArrayList<>(skus);
        Collections.shuffle(some, random);
        return some.subList(0, 3).stream()
                .map(sku -> need(sku, 1 + random.nextInt(3)))
                .toArray(Need[]::new);
    }

    private <T> List<T> atOnce(int threads, IntFunctionThatMayFail<T> work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(threads);
        List<T> results = new ArrayList<>();
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            List<Callable<T>> tasks = IntStream.range(0, threads)
                    .<Callable<T>>mapToObj(n -> () -> {
                        start.await(30, TimeUnit.SECONDS);
                        return work.apply(n);
                    })
                    .toList();
            for (Future<T> done : executor.invokeAll(tasks)) {
                results.add(result(done));
            }
        }
        return results;
    }

    private static <T> T result(Future<T> done) throws Exception {
        try {
            return done.get();
        } catch (ExecutionException failed) {
            throw new AssertionError(Objects.requireNonNullElse(failed.getCause(), failed));
        }
    }

    private interface IntFunctionThatMayFail<T> {
        T apply(int number) throws Exception;
    }
}
