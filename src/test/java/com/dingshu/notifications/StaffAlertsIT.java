package com.dingshu.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dingshu.orders.Anchor;
import com.dingshu.orders.BlockedBy;
import com.dingshu.orders.FactKind;
import com.dingshu.orders.HoldReason;
import com.dingshu.orders.OrderProgress;
import com.dingshu.orders.OrderQueries;
import com.dingshu.orders.TimelineEntry;
import com.dingshu.tenancy.AccessDenied;
import com.dingshu.tenancy.Actor;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Retrying;
import com.dingshu.testing.Desk;
import com.dingshu.testing.IntegrationTest;
import com.dingshu.testing.OrderInTheMaking;
import com.dingshu.testing.TestClock;
import com.dingshu.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class StaffAlertsIT {

    private static final Duration PAYMENT_TIME = Duration.ofMinutes(15);
    private static final Duration TARGET = Duration.ofHours(2);
    private static final Duration TWO_DAYS = Duration.ofHours(48);

    @Autowired
    private BeanFactory beans;

    @Autowired
    private StaffAlerts alerts;

    @Autowired
    private AlertWork work;

    @Autowired
    private MessageLog log;

    @Autowired
    private OrderQueries orders;

    @Autowired
    private OrderProgress progress;

    @Autowired
    private Retrying retrying;

    @Autowired
    private TestClock clock;

    private Desk desk;

    @BeforeEach
    void openShop() {
        desk = Desk.open(beans);
        desk.stocked("TEA", 100);
        desk.stocked("CUP", 3);
    }

    @AfterEach
    void calm() {
        clock.reset();
    }

    @Nested
    class APaymentTimeOut {

        @BeforeEach
        void operationsAreTold() {
            told("周明远", "13900000101", "zh", AlertKind.PAYMENT_TIMEOUT);
        }

        @Test
        void tellsOperationsAtOnce() {
            var order = unpaid();
            pass(PAYMENT_TIME);
            assertThat(texts()).containsExactly("【测试商家】1 单超时没有付款，已关闭，占用的库存已放回。最早的是 " + order.number() + "。");
            assertThat(newest().getFirst().to()).isEqualTo("139****0101");
            assertThat(newest().getFirst().state()).isEqualTo(MessageState.SENT);
        }

        @Test
        void isToldOnceHoweverOftenItIsLookedAt() {
            unpaid();
            pass(PAYMENT_TIME);
            pass(Duration.ofHours(1));
            pass(Duration.ofHours(1));
            assertThat(texts()).hasSize(1);
        }

        @Test
        void comesAsOneMessageWithTheOthersOfTenMinutes() {
            unpaid();
            pass(Duration.ofMinutes(1));
            var second = unpaid();
            pass(Duration.ofMinutes(1));
            unpaid();
            pass(Duration.ofMinutes(1));
            unpaid();
            pass(Duration.ofMinutes(12));
            assertThat(texts()).as("the first at once").hasSize(1);
            pass(Duration.ofMinutes(3));
            assertThat(texts()).as("the others are gathered").hasSize(1);
            pass(Duration.ofMinutes(7));
            assertThat(texts()).hasSize(2);
            assertThat(texts().getFirst()).startsWith("【测试商家】3 单").contains("最早的是 " + second.number());
            pass(Duration.ofMinutes(20));
            assertThat(texts()).as("nothing more happened").hasSize(2);
            unpaid();
            pass(PAYMENT_TIME);
            assertThat(texts())
                    .as("and after a quiet time the first comes at once again")
                    .hasSize(3);
        }

        @Test
        void thatExpiresManyAtOnceIsOneMessage() {
            for (int i = 0; i < 20; i++) {
                unpaid();
            }
            pass(PAYMENT_TIME);
            assertThat(texts()).singleElement().asString().contains("20 单");
        }

        @Test
        void isNothingToAnotherMerchant() {
            Desk other = Desk.open(beans);
            other.stocked("TEA", 10);
            other.merchant()
                    .run(() -> alerts.save(new SaveAlertRecipient(
                            null, "别家", "13900000101", "zh", Set.of(AlertKind.PAYMENT_TIMEOUT))));
            unpaid();
            clock.advance(PAYMENT_TIME);
            desk.merchant().settle();
            other.merchant().settle();
            assertThat(texts()).hasSize(1);
            assertThat(other.merchant().call(() -> log.newest(null, 10))).isEmpty();
            other.place(other.anOrder().with(1, "TEA"));
            clock.advance(PAYMENT_TIME);
            other.merchant().settle();
            assertThat(other.merchant().call(() -> log.newest(null, 10)))
                    .as("whose own window is its own")
                    .hasSize(1);
        }

        @Test
        void isNeitherLostNorDoubledByARestartInBetween() throws SQLException {
            told("孙静", "13900000109", "zh", AlertKind.PAYMENT_TIMEOUT);
            var order = unpaid();
            byte[] number = spoil("孙静");
            clock.advance(PAYMENT_TIME);
            assertThatThrownBy(() -> desk.merchant().settle()).isInstanceOf(RuntimeException.class);
            assertThat(newest()).as("half of a group is nothing").isEmpty();
            mend("孙静", number);
            desk.merchant().settle();
            desk.merchant().settle();
            assertThat(texts()).hasSize(2).allMatch(text -> text.contains(order.number()));
            assertThat(desk.merchant().call(work::pending)).isFalse();
        }

        @Test
        void thatNobodyWantsToKnowOfIsNotKeptForLater() {
            desk.merchant().run(() -> alerts.recipients().forEach(recipient -> assertThat(alerts.remove(recipient.id()))
                    .isTrue()));
            unpaid();
            pass(PAYMENT_TIME);
            told("周明远", "13900000101", "zh", AlertKind.PAYMENT_TIMEOUT);
            pass(Duration.ofHours(1));
            assertThat(newest()).isEmpty();
        }
    }

    @Nested
    class ALatePayment {

        @BeforeEach
        void operationsAreTold() {
            told("周明远", "13900000101", "zh", AlertKind.LATE_PAYMENT);
            told("Ada", "13900000102", "en", AlertKind.LATE_PAYMENT);
        }

        @Test
        void tellsOperationsInTheirLanguage() {
            OrderInTheMaking making = desk.anOrder().with(1, "TEA");
            var order = desk.place(making);
            pass(PAYMENT_TIME);
            desk.accept(making.paid().snapshot());
            desk.merchant().settle();
            assertThat(texts())
                    .containsExactlyInAnyOrder(
                            "【测试商家】1 单关闭后又收到付款。有货的已继续发货，其余在订单页“已付缺货”和“待退款”里。最早的是 " + order.number() + "。",
                            "测试商家: orders paid after they were closed: 1. Those in stock go on; the others are under"
                                    + " Paid but short and To refund. Oldest: " + order.number() + ".");
        }

        @Test
        void tellsOfMoneyThatIsToGoBack() {
            OrderInTheMaking making = desk.anOrder().with(1, "TEA");
            var order = desk.place(making);
            desk.merchant().run(() -> desk.orders().cancel(order.id(), "买家取消"));
            desk.accept(making.paid().snapshot());
            desk.merchant().settle();
            assertThat(texts()).hasSize(2).allMatch(text -> text.contains(order.number()));
        }

        @Test
        void isNoneThatComesInTime() {
            OrderInTheMaking making = desk.anOrder().with(1, "TEA");
            desk.place(making);
            desk.accept(making.paid().snapshot());
            desk.merchant().settle();
            assertThat(texts()).isEmpty();
        }
    }

    @Nested
    class AShortage {

        @Test
        void tellsPurchasingWhichPiecesAreMissingAndForHowManyOrders() {
            told("钱进", "13900000102", "zh", AlertKind.SHORTAGE);
            desk.place(desk.anOrder().with(5, "CUP").paid());
            desk.place(desk.anOrder().with(4, "CUP").with(1, "TEA").paid());
            desk.place(desk.anOrder().with(101, "TEA").paid());
            desk.merchant().settle();
            assertThat(texts()).containsExactly("【测试商家】3 单缺货，已挂起。CUP 缺 6 件（2 单）；TEA 缺 1 件（1 单）。");
        }

        @Test
        void speaksTheLanguageOfWhoeverIsTold() {
            told("Ada", "13900000102", "en", AlertKind.SHORTAGE);
            desk.place(desk.anOrder().with(5, "CUP").paid());
            desk.merchant().settle();
            assertThat(texts()).containsExactly("测试商家: orders on hold for lack of stock: 1. CUP lacks 2 (1).");
        }

        @Test
        void isNotToldAgainWhenTheStockIsAskedForAgain() {
            told("钱进", "13900000102", "zh", AlertKind.SHORTAGE);
            var order = desk.place(desk.anOrder().with(5, "CUP").paid());
            desk.merchant().settle();
            pass(Duration.ofMinutes(30));
            pass(Duration.ofMinutes(30));
            assertThat(texts()).hasSize(1);
            desk.receive("CUP", 10);
            pass(Duration.ofMinutes(30));
            assertThat(desk.details(order.id()).summary().anchor()).isEqualTo(Anchor.PICKING);
            assertThat(texts()).hasSize(1);
        }
    }

    @Nested
    class AnOverdueOrder {

        @BeforeEach
        void somebodyIsInCharge() {
            told("赵铁成", "13900000103", "zh", AlertKind.OVERDUE);
        }

        @Test
        void isToldOnceWhenItsTimeIsOver() {
            var order = paid();
            pass(TARGET.minusSeconds(30));
            assertThat(texts()).isEmpty();
            pass(Duration.ofMinutes(1));
            assertThat(texts()).singleElement().asString().contains("1 单过了出库时限").contains(order.number());
            pass(Duration.ofHours(3));
            assertThat(texts()).hasSize(1);
            assertThat(facts(order.id())).containsOnlyOnce(FactKind.OVERDUE);
        }

        @Test
        void isNotOverdueWhileAHoldStopsItsClock() {
            var order = paid();
            desk.merchant().run(() -> desk.orders().hold(order.id(), HoldReason.MANUAL, "等客户回电"));
            pass(Duration.ofHours(5));
            assertThat(texts()).isEmpty();
            desk.merchant().run(() -> {
                UUID hold = desk.details(order.id()).holds().getFirst().id();
                desk.orders().releaseHold(order.id(), hold, "客户已确认");
            });
            pass(TARGET.minusMinutes(1));
            assertThat(texts()).isEmpty();
            pass(Duration.ofMinutes(2));
            assertThat(texts()).hasSize(1);
        }

        @Test
        void isNoneOnceItHasLeftOrWasCalledOff() {
            var sent = paid();
            var cancelled = paid();
            ship(sent.id());
            desk.merchant().run(() -> desk.orders().cancel(cancelled.id(), "不要了"));
            pass(Duration.ofHours(3));
            assertThat(texts()).isEmpty();
        }

        @Test
        void isNotCompletedByItsTimer() {
            var order = paid();
            pass(Duration.ofDays(10));
            assertThat(desk.details(order.id()).summary().anchor()).isEqualTo(Anchor.PICKING);
        }
    }

    @Nested
    class AParcelThatNobodyFetched {

        @BeforeEach
        void theWarehouseLeadIsTold() {
            told("赵铁成", "13900000103", "zh", AlertKind.NOT_COLLECTED);
        }

        @Test
        void isToldAndShownTwoDaysAfterItLeft() {
            var order = paid();
            ship(order.id());
            pass(TWO_DAYS.minusMinutes(1));
            assertThat(blocked(order.id())).isEqualTo(BlockedBy.Kind.TO_COLLECT);
            pass(Duration.ofMinutes(2));
            assertThat(blocked(order.id())).isEqualTo(BlockedBy.Kind.NOT_COLLECTED);
            assertThat(texts()).singleElement().asString().contains(order.number());
            assertThat(facts(order.id())).containsOnlyOnce(FactKind.NOT_COLLECTED);
            desk.merchant().run(() -> progress.collected(order.id(), clock.instant()));
            pass(Duration.ofDays(20));
            assertThat(blocked(order.id())).isEqualTo(BlockedBy.Kind.ON_THE_WAY);
            assertThat(texts()).hasSize(1);
        }

        @Test
        void isNothingOnceTheCarrierHasIt() {
            var order = paid();
            ship(order.id());
            desk.merchant().run(() -> progress.collected(order.id(), clock.instant()));
            pass(TWO_DAYS.plusHours(1));
            assertThat(texts()).isEmpty();
        }

        @Test
        void doesNotKeepADeliveredOrderFromBeingCompleted() {
            var order = paid();
            ship(order.id());
            desk.merchant().run(() -> progress.delivered(order.id(), clock.instant()));
            pass(TWO_DAYS.plusHours(1));
            assertThat(texts()).isEmpty();
            pass(Duration.ofDays(6));
            assertThat(desk.details(order.id()).summary().anchor()).isEqualTo(Anchor.COMPLETED);
        }
    }

    @Nested
    class TheList {

        @Test
        void keepsNumbersEncryptedAndShowsThemMasked() throws SQLException {
            var saved = told("周明远", "+86 139-0000-0101", "zh", AlertKind.OVERDUE);
            assertThat(saved.phone()).isEqualTo("139****0101");
            assertThat(stored()).noneMatch(row -> row.contains("13900000101"));
        }

        @ParameterizedTest
        @CsvSource({
            "'  ', 13900000101, zh, true, NAME_MISSING",
            "周明远, '', zh, true, PHONE_MISSING",
            "周明远, 12, zh, true, PHONE_UNREADABLE",
            "周明远, 138****8000, zh, true, PHONE_UNREADABLE",
            "周明远, 18877771111-123, zh, true, PHONE_TAKES_NO_SMS",
            "周明远, 021-59508800, zh, true, PHONE_TAKES_NO_SMS",
            "周明远, 13900000101, fr, true, LANGUAGE_UNKNOWN",
            "周明远, 13900000101, zh, false, KINDS_MISSING"
        })
        void saysWhatIsWrong(
                String name, String phone, String language, boolean some, AlertRecipientResult.Why expected) {
            Set<AlertKind> kinds = some ? Set.of(AlertKind.OVERDUE) : Set.of();
            assertThat(save(new SaveAlertRecipient(null, name, phone, language, kinds)))
                    .isEqualTo(new AlertRecipientResult.Refused(expected));
        }

        @Test
        void hasANumberOnce() {
            told("周明远", "13900000101", "zh", AlertKind.OVERDUE);
            assertThat(save(new SaveAlertRecipient(null, "另一位", "0086 139 0000 0101", "zh", Set.of(AlertKind.OVERDUE))))
                    .isEqualTo(new AlertRecipientResult.Refused(AlertRecipientResult.Why.PHONE_TAKEN));
        }

        @Test
        void keepsTheNumberWhenNoneIsGiven() {
            var saved = told("周明远", "13900000101", "zh", AlertKind.OVERDUE);
            save(new SaveAlertRecipient(saved.id(), "周明", "", "en", Set.of(AlertKind.SHORTAGE)));
            assertThat(desk.merchant().call(alerts::recipients))
                    .containsExactly(
                            new AlertRecipientInfo(saved.id(), "周明", "139****0101", "en", Set.of(AlertKind.SHORTAGE)));
            desk.place(desk.anOrder().with(5, "CUP").paid());
            desk.merchant().settle();
            assertThat(texts()).hasSize(1);
        }

        @Test
        void sendsATestThatSaysWhatComesThere() {
            var saved = told("周明远", "13900000101", "zh", AlertKind.OVERDUE, AlertKind.PAYMENT_TIMEOUT);
            desk.merchant().run(() -> alerts.test(saved.id()));
            desk.merchant().settle();
            assertThat(texts()).containsExactly("【测试商家】这是一条测试短信。周明远 会在这个号码收到这些提醒：付款超时、出库超时。");
        }

        @Test
        void isTheOwnMerchantsAndNeedsThePermission() {
            var saved = told("周明远", "13900000101", "zh", AlertKind.OVERDUE);
            Desk other = Desk.open(beans);
            assertThat(other.merchant().call(alerts::recipients)).isEmpty();
            assertThat(other.merchant().call(() -> alerts.remove(saved.id()))).isFalse();
            assertThat(other.merchant().call(() -> alerts.test(saved.id())))
                    .isEqualTo(new AlertRecipientResult.Refused(AlertRecipientResult.Why.GONE));
            assertThatThrownBy(() -> desk.merchant()
                            .call(Actor.job("nosy", Permission.SETTINGS_VIEW), () -> alerts.remove(saved.id())))
                    .isInstanceOf(AccessDenied.class);
        }
    }

    private AlertRecipientInfo told(String name, String phone, String language, AlertKind... kinds) {
        return switch (save(new SaveAlertRecipient(null, name, phone, language, Set.of(kinds)))) {
            case AlertRecipientResult.Saved saved -> saved.recipient();
            case AlertRecipientResult.Refused refused -> throw new AssertionError(refused.why());
        };
    }

    private AlertRecipientResult save(SaveAlertRecipient wish) {
        return desk.merchant().call(() -> alerts.save(wish));
    }

    private Desk.Placed unpaid() {
        return desk.place(desk.anOrder().with(1, "TEA"));
    }

    private Desk.Placed paid() {
        Desk.Placed order = desk.place(desk.anOrder().with(1, "TEA").paid());
        desk.merchant().settle();
        return order;
    }

    private void ship(UUID order) {
        desk.merchant().run(() -> progress.shipped(order, clock.instant()));
        desk.merchant().settle();
    }

    private void pass(Duration time) {
        clock.advance(time);
        desk.merchant().settle();
    }

    private BlockedBy.Kind blocked(UUID order) {
        return desk.details(order).summary().blockedBy().kind();
    }

    private List<FactKind> facts(UUID order) {
        return desk.merchant().call(() -> orders.timeline(order)).stream()
                .map(TimelineEntry::kind)
                .toList();
    }

    /** Messages to staff, the newest first. */
    private List<MessageRow> newest() {
        return desk.merchant().call(() -> log.newest(null, 50)).stream()
                .filter(message -> message.template().startsWith("alert-"))
                .toList();
    }

    private List<String> texts() {
        return newest().stream().map(message -> String.valueOf(message.text())).toList();
    }

    private byte[] spoil(String name) throws SQLException {
        byte[] before = new byte[0];
        try (var connection = TestDatabase.connect();
                var rows = connection
                        .createStatement()
                        .executeQuery("select phone from alert_recipient where tenant_id = "
                                + desk.merchant().id() + " and name = '" + name + "'")) {
            while (rows.next()) {
                before = rows.getBytes(1);
            }
        }
        mend(name, new byte[] {1, 2, 3});
        return before;
    }

    private void mend(String name, byte[] phone) throws SQLException {
        try (var connection = TestDatabase.connect();
                var update = connection.prepareStatement(
                        "update alert_recipient set phone = ? where tenant_id = ? and name = ?")) {
            update.setBytes(1, phone);
            update.setInt(2, desk.merchant().id());
            update.setString(3, name);
            update.executeUpdate();
        }
    }

    private List<String> stored() throws SQLException {
        List<String> found = new ArrayList<>();
        try (var connection = TestDatabase.connect();
                var rows = connection
                        .createStatement()
                        .executeQuery("select phone, phone_masked from alert_recipient where tenant_id = "
                                + desk.merchant().id()
                                + " union select phone, phone_masked from alert_recipient_aud where tenant_id = "
                                + desk.merchant().id())) {
            while (rows.next()) {
                found.add(new String(rows.getBytes(1), StandardCharsets.ISO_8859_1) + rows.getString(2));
            }
        }
        return found;
    }
}
