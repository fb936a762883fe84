package com.dingshu.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dingshu.orders.HeldFigures;
import com.dingshu.orders.HoldReason;
import com.dingshu.orders.HourFigures;
import com.dingshu.orders.OrderFigures;
import com.dingshu.orders.Orders;
import com.dingshu.orders.ShopDayFigures;
import com.dingshu.orders.SourceStatus;
import com.dingshu.orders.Stage;
import com.dingshu.shared.Ids;
import com.dingshu.tenancy.AccessDenied;
import com.dingshu.tenancy.Actor;
import com.dingshu.tenancy.Db;
import com.dingshu.tenancy.OpenShop;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.ShopInfo;
import com.dingshu.tenancy.Shops;
import com.dingshu.testing.Desk;
import com.dingshu.testing.Desk.Placed;
import com.dingshu.testing.IntegrationTest;
import com.dingshu.testing.OrderInTheMaking;
import com.dingshu.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The start page's figures against the orders themselves, counted row by row. */
@IntegrationTest
class OverviewIT {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Autowired
    private BeanFactory beans;

    @Autowired
    private Overview overview;

    @Autowired
    private OrderFigures figures;

    @Autowired
    private Orders orders;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    private Desk desk;
    private ShopInfo abroad;

    /** An order as it lies in its table. */
    private record Row(Instant placedAt, UUID shop, Stage stage, int units, long paidMinor, boolean proved) {

        LocalDate day() {
            return LocalDate.ofInstant(placedAt, ZONE);
        }

        int hour() {
            return placedAt.atZone(ZONE).getHour();
        }

        boolean sold() {
            return proved && stage != Stage.CLOSED && stage != Stage.REFUND_DUE;
        }
    }

    @BeforeEach
    void open() {
        ZonedDateTime now = clock.instant().atZone(ZONE);
        clock.advance(Duration.between(now, now.plusDays(1).with(LocalTime.of(9, 20))));
        desk = Desk.open(beans);
        desk.stocked("TEA-100", 60);
        abroad = desk.merchant().call(() -> beans.getBean(Shops.class)
                .open(new OpenShop(
                        "shopify", "海外店", "abroad-" + desk.merchant().id(), "USD", OpenShop.USUAL_PAYMENT_TIMEOUT)));
    }

    @AfterEach
    void putClockRight() {
        clock.reset();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20_261_121, 77})
    void figuresEqualTheOrdersTheyCountWhateverHappenedToThem(long seed) {
        live(new Random(seed));
        List<Row> rows = rows();
        assertThat(rows).hasSizeGreaterThan(20);
        assertTallies(rows);
        assertHours(rows);
        assertOverview(rows);
    }

    /** Some days in the life of a shop: orders come, are paid, held, cancelled, sent on and completed in any order. */
    private void live(Random random) {
        List<OrderInTheMaking> makings = new ArrayList<>();
        List<Placed> placed = new ArrayList<>();
        for (int step = 0; step < 90; step++) {
            if (makings.isEmpty() || random.nextInt(3) == 0) {
                var making = desk.anOrder().with(1 + random.nextInt(4), "TEA-100", 1_000 + random.nextInt(9_000));
                if (random.nextInt(4) == 0) {
                    making.note("放门口");
                }
                if (random.nextBoolean()) {
                    making.paid();
                }
                makings.add(making);
                placed.add(desk.place(making));
            } else {
                int one = random.nextInt(makings.size());
                change(random, makings.get(one), placed.get(one).id());
            }
            clock.advance(Duration.ofMinutes(random.nextInt(100)));
        }
        desk.merchant().settle();
    }

    private void change(Random random, OrderInTheMaking making, UUID order) {
        switch (random.nextInt(9)) {
            case 0, 1 -> desk.accept(making.paid().snapshot());
            case 2 -> desk.accept(making.now(SourceStatus.CANCELLED).snapshot());
            case 3 -> desk.accept(making.now(SourceStatus.SHIPPED).snapshot());
            case 4 -> desk.accept(making.now(SourceStatus.COMPLETED).snapshot());
            case 5 -> desk.merchant().run(() -> orders.hold(order, HoldReason.MANUAL, "等买家回电"));
            case 6 -> desk.merchant().run(() -> orders.cancel(order, "买家不要了"));
            case 7 -> desk.merchant().run(() -> orders.approve(order, null));
            default -> desk.merchant().run(() -> orders.voidOrder(order, "重复下单"));
        }
    }

    private List<Row> rows() {
        return desk.merchant().call(() -> jdbc.sql("""
                        select placed_at, shop_id, stage, units, paid_minor, payment_status from orders
                        where tenant_id = :tenant""")
                .param("tenant", desk.merchant().id())
                .query((row, n) -> new Row(
                        Db.instant(row, "placed_at"),
                        Ids.uuid(row.getBytes("shop_id")),
                        Stage.valueOf(row.getString("stage")),
                        row.getInt("units"),
                        row.getLong("paid_minor"),
                        Set.of("PAID", "PARTIALLY_REFUNDED").contains(row.getString("payment_status"))))
                .list());
    }

    private void assertTallies(List<Row> rows) {
        Map<Stage, Long> piles = rows.stream().collect(Collectors.groupingBy(Row::stage, Collectors.counting()));
        assertThat(nonZero(desk.merchant().call(figures::piles))).isEqualTo(piles);
        Map<List<Object>, Long> kept = new HashMap<>();
        desk.merchant()
                .run(() -> jdbc.sql("""
                        select day, shop_id, stage, orders, units, paid_minor from order_tally
                        where tenant_id = :tenant and day > '1000-01-01'""").param("tenant", desk.merchant().id()).query(row -> {
                    List<Object> cell = List.of(
                            row.getObject("day", LocalDate.class),
                            Ids.uuid(row.getBytes("shop_id")),
                            Stage.valueOf(row.getString("stage")));
                    kept.put(
                            cell,
                            row.getLong("orders")
                                    + 1_000 * row.getLong("units")
                                    + 1_000_000 * row.getLong("paid_minor"));
                }));
        assertThat(nonZero(kept))
                .isEqualTo(sums(
                        rows,
                        row -> List.of(row.day(), row.shop(), row.stage()),
                        row -> 1 + 1_000L * row.units() + 1_000_000 * row.paidMinor()));
    }

    private void assertHours(List<Row> rows) {
        List<HourFigures> hours =
                desk.merchant().call(() -> figures.hours(LocalDate.of(2000, 1, 1), LocalDate.of(2100, 1, 1)));
        assertThat(hours.stream()
                        .collect(Collectors.toMap(
                                hour -> List.<Object>of(hour.day(), hour.hour(), hour.shopId()),
                                hour -> hour.placed() + 1_000 * hour.sold() + 1_000_000 * hour.soldMinor())))
                .isEqualTo(sums(
                        rows,
                        row -> List.of(row.day(), row.hour(), row.shop()),
                        row -> 1 + (row.sold() ? 1_000 + 1_000_000 * row.paidMinor() : 0)));
        List<ShopDayFigures> days =
                desk.merchant().call(() -> figures.shopDays(LocalDate.of(2000, 1, 1), LocalDate.of(2100, 1, 1)));
        assertThat(days.stream()
                        .collect(Collectors.toMap(
                                day -> List.<Object>of(day.day(), day.shopId()),
                                day -> day.placed() + 1_000 * day.exceptions())))
                .isEqualTo(sums(rows, row -> List.of(row.day(), row.shop()), row -> needsAPerson(row) ? 1_001 : 1));
    }

    private static boolean needsAPerson(Row row) {
        return row.stage() == Stage.EXCEPTION || row.stage() == Stage.PAID_SHORT;
    }

    private void assertOverview(List<Row> rows) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
        OverviewFigures now = overview(Period.TODAY);
        assertThat(now.now().placed())
                .isEqualTo(rows.stream().filter(row -> row.day().equals(today)).count());
        assertThat(now.piles().exception())
                .isEqualTo(rows.stream().filter(row -> needsAPerson(row)).count());
        assertThat(now.piles().toShip())
                .isEqualTo(rows.stream()
                        .filter(row -> row.stage() == Stage.TO_SHIP)
                        .count());
        assertThat(now.hours().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(now.now().placed());
        OverviewFigures month = overview(Period.MONTH);
        assertThat(month.now().placed()).isEqualTo(rows.size());
        assertThat(month.now().minorIn("CNY"))
                .isEqualTo(rows.stream()
                        .filter(Row::sold)
                        .mapToLong(Row::paidMinor)
                        .sum());
        assertThat(month.days().values().stream()
                        .flatMap(day -> day.values().stream())
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(rows.size());
        assertThat(month.shops()).singleElement().satisfies(shop -> assertThat(shop.placed())
                .isEqualTo(rows.size()));
    }

    private static Map<List<Object>, Long> sums(
            List<Row> rows, java.util.function.Function<Row, List<Object>> cell, ToLongFunction<Row> weight) {
        return rows.stream().collect(Collectors.groupingBy(cell, Collectors.summingLong(weight)));
    }

    private static <K> Map<K, Long> nonZero(Map<K, Long> counts) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() != 0)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Test
    void comparesWithYesterdayAtTheSameTimeAndNotWithTheWholeOfIt() {
        at(LocalTime.of(9, 20));
        desk.place(desk.anOrder().with(1, "TEA-100").paid());
        at(LocalTime.of(10, 10));
        desk.place(desk.anOrder().with(1, "TEA-100").paid());
        desk.place(desk.anOrder().with(1, "TEA-100").paid());
        at(LocalTime.of(22, 0));
        desk.place(desk.anOrder().with(1, "TEA-100").paid());
        tomorrowAt(LocalTime.of(10, 30));
        desk.place(desk.anOrder().with(2, "TEA-100").paid());

        OverviewFigures today = overview(Period.TODAY);
        assertThat(today.now()).isEqualTo(new Sales(1, 1, Map.of("CNY", 2_000L)));
        assertThat(today.before()).isEqualTo(new Sales(2, 2, Map.of("CNY", 2_000L)));
        assertThat(today.hours()).hasSize(11).endsWith(1L);
        assertThat(today.hoursBefore()).hasSize(24);
        OverviewFigures yesterday = overview(Period.YESTERDAY);
        assertThat(yesterday.now().placed()).isEqualTo(4);
        assertThat(yesterday.before()).isEqualTo(Sales.NONE);
        assertThat(overview(Period.WEEK).now().placed()).isEqualTo(5);
    }

    @Test
    void neverAddsMoneyOfDifferentCurrencies() {
        desk.place(desk.anOrder().with(1, "TEA-100", 1_500).paid());
        desk.place(desk.anOrder().with(1, "TEA-100", 2_500).inShop(abroad.id()).paid());
        assertThat(overview(Period.TODAY).now().soldMinor()).isEqualTo(Map.of("CNY", 1_500L, "USD", 2_500L));
    }

    @Test
    void takesTheMoneyOfACancelledOrderOutAndLeavesTheOrderIn() {
        Placed order = desk.place(desk.anOrder().with(1, "TEA-100").paid());
        desk.merchant().run(() -> orders.cancel(order.id(), "买家不要了"));
        assertThat(overview(Period.TODAY).now()).isEqualTo(new Sales(1, 0, Map.of()));
    }

    @Test
    void saysWhatKeepsTheOrdersThatNeedAPerson() {
        Placed held = desk.place(desk.anOrder().with(1, "TEA-100").paid());
        desk.place(desk.anOrder().with(70, "TEA-100").paid());
        desk.merchant().run(() -> orders.hold(held.id(), HoldReason.MANUAL, "等买家回电"));
        assertThat(desk.merchant().call(figures::held))
                .extracting(HeldFigures::reason, HeldFigures::orders)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(HoldReason.MANUAL, 1L),
                        org.assertj.core.groups.Tuple.tuple(HoldReason.SHORTAGE, 1L));
    }

    @Test
    void isEmptyForANewMerchant() {
        assertThat(overview(Period.TODAY).isEmpty()).isTrue();
        assertThat(overview(Period.TODAY).days()).hasSize(14);
    }

    @Test
    void isOnlyForThoseWhoSeeTheBusiness() {
        var agent = new Actor(Actor.Kind.USER, Ids.next(), "小雨", Set.of(Permission.ORDERS_VIEW), null);
        assertThatThrownBy(() -> desk.merchant().call(agent, () -> overview.figures(Period.TODAY)))
                .isInstanceOf(AccessDenied.class);
        var manager = new Actor(Actor.Kind.USER, Ids.next(), "周启明", Set.of(Permission.INSIGHT_VIEW), null);
        assertThat(desk.merchant().call(manager, () -> overview.figures(Period.TODAY)))
                .isNotNull();
    }

    private OverviewFigures overview(Period period) {
        return desk.merchant().call(() -> overview.figures(period));
    }

    private void at(LocalTime time) {
        ZonedDateTime now = clock.instant().atZone(ZONE);
        clock.advance(Duration.between(now, now.with(time)));
    }

    private void tomorrowAt(LocalTime time) {
        ZonedDateTime now = clock.instant().atZone(ZONE);
        clock.advance(Duration.between(now, now.plusDays(1).with(time)));
    }
}
