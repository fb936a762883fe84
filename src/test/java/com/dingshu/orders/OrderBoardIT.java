package com.dingshu.orders;

import static org.assertj.core.api.Assertions.assertThat;

import com.dingshu.inventory.OpenWarehouse;
import com.dingshu.inventory.WarehouseInfo;
import com.dingshu.inventory.Warehouses;
import com.dingshu.orders.BoardQuery.Sort;
import com.dingshu.orders.BoardQuery.View;
import com.dingshu.shared.Ids;
import com.dingshu.shared.PostalAddress;
import com.dingshu.tenancy.OpenShop;
import com.dingshu.tenancy.ShopInfo;
import com.dingshu.tenancy.Shops;
import com.dingshu.testing.Desk;
import com.dingshu.testing.Desk.Placed;
import com.dingshu.testing.IntegrationTest;
import com.dingshu.testing.OrderInTheMaking;
import com.dingshu.testing.TestClock;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the order board shows, held against plain SQL over the facts. */
@IntegrationTest
class OrderBoardIT {

    private static final String HELD = "exists (select 1 from order_hold h where h.tenant_id = o.tenant_id"
            + " and h.order_id = o.id and h.state = 'ACTIVE')";
    private static final String REVIEW = "(o.anchor = 'PAID' and o.review_status = 'PENDING' and not " + HELD + ")";
    private static final String TO_SHIP =
            "((o.anchor = 'PICKING' or o.anchor = 'PAID' and o.review_status = 'APPROVED') and not " + HELD + ")";
    private static final String EXCEPTION = "(o.anchor in ('PENDING_CONFIRMATION', 'PAID', 'PICKING') and " + HELD
            + " or o.anchor = 'PAID' and o.review_status = 'REJECTED')";

    private static final String PAID_SHORT = "o.payment_status = 'PAID' and exists (select 1 from order_hold h"
            + " where h.tenant_id = o.tenant_id and h.order_id = o.id and h.state = 'ACTIVE' and h.reason = 'SHORTAGE')";

    @Autowired
    private BeanFactory beans;

    @Autowired
    private OrderQueries queries;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = Desk.open(beans);
        desk.stocked("TEA-100", 10_000);
    }

    @AfterEach
    void nowAgain() {
        clock.reset();
    }

    @Nested
    class WithOrdersOfEveryKind {

        private ShopInfo second;
        private WarehouseInfo far;

        /** Two days of orders, three of each situation, in two shops; most of them past their time. */
        @BeforeEach
        void place() {
            second = desk.merchant().call(() -> beans.getBean(Shops.class)
                    .open(new OpenShop(
                            "taobao",
                            "淘宝二店",
                            "second-" + desk.merchant().id(),
                            "CNY",
                            OpenShop.USUAL_PAYMENT_TIMEOUT)));
            far = desk.merchant().call(() -> beans.getBean(Warehouses.class)
                    .open(new OpenWarehouse(
                            "GZ",
                            "广州仓",
                            new PostalAddress("CN", "广东省", "广州市", "白云区", "太和镇1号", "510540"),
                            "仓库",
                            "13900000000")));
            for (int round = 0; round < 3; round++) {
                situations(round);
                clock.advance(Duration.ofHours(round < 2 ? 14 : 1));
            }
            place(desk.anOrder().with(1, "TEA-100").paid());
            assertThat(rows("1 = 1")).hasSize(34);
        }

        private void situations(int round) {
            UUID shop = round % 2 == 0 ? desk.shop().id() : second.id();
            place(desk.anOrder().with(1, "TEA-100").inShop(shop));
            place(desk.anOrder().with(1, "TEA-100").inShop(shop).paidAsTheFileSays());
            place(desk.anOrder().with(1, "TEA-100").inShop(shop).paid());
            place(desk.anOrder().with(2, "TEA-100").inShop(shop).paid());
            place(desk.anOrder().with(1, "TEA-100").note("送礼").inShop(shop).paid());
            place(desk.anOrder().with(20_000, "TEA-100").inShop(shop).paid());
            UUID rejected = place(
                    desk.anOrder().with(1, "TEA-100").note("退").inShop(shop).paid());
            UUID held = place(desk.anOrder().with(1, "TEA-100").inShop(shop).paid());
            UUID cancelled =
                    place(desk.anOrder().with(1, "TEA-100").inShop(shop).paid());
            OrderInTheMaking sent =
                    desk.anOrder().with(1, "TEA-100").inShop(shop).paid();
            place(sent);
            OrderInTheMaking over =
                    desk.anOrder().with(1, "TEA-100").inShop(shop).paid();
            place(over);
            desk.merchant().run(() -> {
                desk.orders().reject(rejected, "疑似刷单");
                desk.orders().hold(held, HoldReason.MANUAL, "等回电");
                desk.orders().cancel(cancelled, "买家取消");
            });
            desk.accept(sent.now(SourceStatus.SHIPPED).snapshot());
            desk.accept(over.now(SourceStatus.COMPLETED).snapshot());
        }

        private UUID place(OrderInTheMaking making) {
            return desk.place(making).id();
        }

        @ParameterizedTest
        @EnumSource(View.class)
        void showsInEachViewWhatTheFactsSay(View view) {
            String where = where(view);
            Set<UUID> wanted = new HashSet<>(rows(where));
            assertThat(wanted).isNotEmpty();
            for (Sort sort : Sort.values()) {
                assertThat(all(BoardQuery.of(view).sorted(sort), 7)).containsExactlyInAnyOrderElementsOf(wanted);
            }
            assertThat(count(BoardQuery.of(view))).isEqualTo(wanted.size());
            assertThat(desk.merchant().call(queries::counts).of(view)).isEqualTo(wanted.size());
        }

        @ParameterizedTest
        @EnumSource(View.class)
        void keepsToShopWarehouseAndDays(View view) {
            String where = where(view);
            UUID shop = second.id();
            assertThat(all(BoardQuery.of(view).inShop(shop), 3))
                    .containsExactlyInAnyOrderElementsOf(rows(where + " and o.shop_id = x'" + hex(shop) + "'"));
            UUID warehouse = desk.warehouse().id();
            assertThat(all(BoardQuery.of(view).inWarehouse(warehouse), 3))
                    .containsExactlyInAnyOrderElementsOf(
                            rows(where + " and o.warehouse_id = x'" + hex(warehouse) + "'"));
            assertThat(all(BoardQuery.of(view).inWarehouse(far.id()), 3)).isEmpty();
            Instant from = clock.instant().minus(Duration.ofHours(30));
            Instant to = clock.instant().minus(Duration.ofHours(1));
            BoardQuery days = BoardQuery.of(view).placed(from, to).sorted(Sort.NEWEST_FIRST);
            List<UUID> wanted =
                    rows(where + " and o.placed_at >= '" + sql(from) + "' and o.placed_at < '" + sql(to) + "'");
            assertThat(all(days, 4)).containsExactlyInAnyOrderElementsOf(wanted);
            assertThat(count(days)).isEqualTo(wanted.size());
        }

        @Test
        void putsTheLeastTimeLeftOnTopAndWhatHasNoClockBehind() {
            assertThat(all(BoardQuery.of(View.ALL), 6)).isEqualTo(ids("""
                    select o.id from orders o where o.tenant_id = :tenant
                    order by case when o.anchor in ('PENDING_CONFIRMATION', 'PAID', 'PICKING') and o.due_at is not null
                      then 0 else 1 end,
                      case when o.anchor in ('PENDING_CONFIRMATION', 'PAID', 'PICKING') then o.due_at end,
                      o.placed_at desc, o.id"""));
        }

        @Test
        void putsTheNewestOnTopWhenAsked() {
            assertThat(all(BoardQuery.of(View.ALL).sorted(Sort.NEWEST_FIRST), 6))
                    .isEqualTo(
                            ids(
                                    "select o.id from orders o where o.tenant_id = :tenant order by o.placed_at desc, o.id desc"));
        }

        @ParameterizedTest
        @EnumSource(Sort.class)
        void goesPageByPageWithoutGapOrDoubleWhileOrdersArrive(Sort sort) {
            List<UUID> before = rows("1 = 1");
            List<UUID> seen = new ArrayList<>();
            @Nullable OrderSummary last = null;
            while (true) {
                List<OrderSummary> page = page(BoardQuery.of(View.ALL).sorted(sort), last, 6);
                if (page.isEmpty()) {
                    break;
                }
                page.forEach(order -> seen.add(order.id()));
                last = page.getLast();
                if (seen.size() < 40) {
                    place(desk.anOrder().with(1, "TEA-100").paid());
                    place(desk.anOrder().with(1, "TEA-100"));
                }
            }
            assertThat(seen).doesNotHaveDuplicates().containsAll(before);
        }

        @Test
        void countsWhatIsOverdueAndLeavesWhatIsHeldOut() {
            BoardCounts now = desk.merchant().call(queries::counts);
            clock.advance(Duration.ofHours(3));
            BoardCounts later = desk.merchant().call(queries::counts);
            assertThat(later.overdue()).isGreaterThan(now.overdue()).isEqualTo(later.review() + later.toShip());
            assertThat(page(BoardQuery.of(View.OVERDUE), null, 50))
                    .allSatisfy(order -> assertThat(order.clock().state()).isEqualTo(ClockState.RUNNING));
        }

        private String where(View view) {
            LocalDate day = desk.merchant().tenant().dayOf(clock.instant());
            var zone = desk.merchant().tenant().zone();
            return switch (view) {
                case ALL -> "1 = 1";
                case REVIEW -> REVIEW;
                case TO_SHIP -> TO_SHIP;
                case EXCEPTION -> EXCEPTION;
                case PAID_SHORT -> PAID_SHORT;
                case REFUND_DUE -> "o.anchor in ('CANCELLED', 'EXPIRED', 'VOIDED') and o.payment_status = 'PAID'";
                case OVERDUE -> "(" + REVIEW + " or " + TO_SHIP + ") and o.due_at <= '" + sql(clock.instant()) + "'";
                case TODAY ->
                    "o.placed_at >= '" + sql(day.atStartOfDay(zone).toInstant()) + "' and o.placed_at < '"
                            + sql(day.plusDays(1).atStartOfDay(zone).toInstant()) + "'";
            };
        }
    }

    @Nested
    class Searching {

        private Placed order;
        private OrderInTheMaking making;

        @BeforeEach
        void place() {
            making = desk.anOrder().with(1, "TEA-100").to("欧阳晓蓉", "13800138000");
            order = desk.place(making);
            desk.place(desk.anOrder().with(1, "TEA-100").to("林小满", "13900139000"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"13800138000", "138 0013 8000", "+86 138-0013-8000", "008613800138000", "１３８００１３８０００"})
        void findsATelephoneInAnySpelling(String spelling) {
            assertFound(spelling, SearchHit.By.PHONE);
        }

        @ParameterizedTest
        @CsvSource({"8000, LAST_FOUR", "欧阳晓蓉, NAME", "' 欧阳晓蓉 ', NAME"})
        void findsTheReceiver(String text, SearchHit.By by) {
            assertFound(text, by);
        }

        @Test
        void findsNumbersOursAndTheChannels() {
            assertFound(order.number(), SearchHit.By.NUMBER);
            assertFound(" " + order.number() + " ", SearchHit.By.NUMBER);
            assertFound(making.channelOrderNo(), SearchHit.By.CHANNEL_NUMBER);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " ", "欧阳", "1380013", "13800138001", "' or 1 = 1 -- ", "%", "_"})
        void findsNothingByHalfOfIt(String text) {
            assertThat(hits(text)).isEmpty();
        }

        @Test
        void findsNothingOfAnotherMerchant() {
            Desk other = Desk.open(beans);
            for (String text : List.of(order.number(), making.channelOrderNo(), "13800138000", "8000", "欧阳晓蓉")) {
                assertThat(other.merchant().call(() -> queries.search(text)))
                        .extracting(hit -> hit.order().id())
                        .doesNotContain(order.id());
            }
        }

        private void assertFound(String text, SearchHit.By by) {
            assertThat(hits(text)).singleElement().satisfies(hit -> {
                assertThat(hit.order().id()).isEqualTo(order.id());
                assertThat(hit.by()).isEqualTo(by);
            });
        }

        private List<SearchHit> hits(String text) {
            return desk.merchant().call(() -> queries.search(text));
        }
    }

    @Test
    void countsToTheCapAndNoFurtherWhereItHasToLook() {
        for (int batch = 0; batch < 6; batch++) {
            List<ChannelOrderSnapshot> snapshots = new ArrayList<>();
            for (int i = 0; i < 168; i++) {
                snapshots.add(desk.anOrder().with(1, "TEA-100").paid().snapshot());
            }
            desk.accept(snapshots);
        }
        assertThat(count(BoardQuery.of(View.ALL))).isEqualTo(BoardCounts.CAP);
        clock.advance(Duration.ofHours(3));
        BoardCounts counts = desk.merchant().call(queries::counts);
        assertThat(counts.all()).isEqualTo(1_008);
        assertThat(counts.toShip()).isEqualTo(1_008);
        assertThat(counts.overdue()).isEqualTo(BoardCounts.CAP);
        assertThat(page(BoardQuery.of(View.ALL), null, 10_000)).hasSize(500);
    }

    private List<OrderSummary> page(BoardQuery query, @Nullable OrderSummary after, int most) {
        return desk.merchant().call(() -> queries.page(query, after, most));
    }

    private int count(BoardQuery query) {
        return desk.merchant().call(() -> queries.count(query));
    }

    /** Page by page to the end. */
    private List<UUID> all(BoardQuery query, int size) {
        List<UUID> seen = new ArrayList<>();
        @Nullable OrderSummary last = null;
        List<OrderSummary> page;
        do {
            page = page(query, last, size);
            page.forEach(order -> seen.add(order.id()));
            last = page.isEmpty() ? last : page.getLast();
        } while (page.size() == size);
        return seen;
    }

    private List<UUID> rows(String where) {
        return ids("select o.id from orders o where o.tenant_id = :tenant and " + where);
    }

    private List<UUID> ids(String sql) {
        return jdbc.sql(sql)
                .param("tenant", desk.merchant().id())
                .query((row, n) -> Ids.uuid(row.getBytes(1)))
                .list();
    }

    private static String hex(UUID id) {
        return id.toString().replace("-", "");
    }

    private static String sql(Instant at) {
        return Timestamp.valueOf(LocalDateTime.ofInstant(at, ZoneOffset.UTC)).toString();
    }
}
