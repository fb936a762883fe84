package com.dingshu.shipping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.dingshu.shared.Ids;
import com.dingshu.shared.PostalAddress;
import com.dingshu.shared.Sentence;
import com.dingshu.shipping.RequestWaybill.Cargo;
import com.dingshu.shipping.RequestWaybill.Party;
import com.dingshu.shipping.events.ParcelCollected;
import com.dingshu.shipping.events.ParcelDelivered;
import com.dingshu.shipping.events.ParcelMoved;
import com.dingshu.shipping.events.ParcelRefused;
import com.dingshu.shipping.events.WaybillCancelled;
import com.dingshu.shipping.events.WaybillIssued;
import com.dingshu.shipping.events.WaybillRefused;
import com.dingshu.tenancy.AccessDenied;
import com.dingshu.tenancy.Actor;
import com.dingshu.tenancy.DomainEvent;
import com.dingshu.tenancy.EventConsumer;
import com.dingshu.tenancy.Retrying;
import com.dingshu.testing.IntegrationTest;
import com.dingshu.testing.Merchants;
import com.dingshu.testing.Merchants.Merchant;
import com.dingshu.testing.SimulatorProcess;
import com.dingshu.testing.TestClock;
import com.dingshu.testing.TestDatabase;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@IntegrationTest
class ShippingIT {

    private static final SimulatorProcess SIMULATOR = SimulatorProcess.start();
    private static final Party WAREHOUSE = new Party(
            "青禾优品", "021-59508800", new PostalAddress("CN", "上海市", "上海市", "嘉定区", "安亭镇园汽路 88 号 3 库", "201805"));

    @DynamicPropertySource
    static void simulator(DynamicPropertyRegistry registry) {
        registry.add("dingshu.carriers.sf.endpoint", () -> SIMULATOR.url("/sf/std/service"));
        registry.add("dingshu.carriers.sf.timeout", () -> "3s");
    }

    @AfterAll
    static void stop() {
        SIMULATOR.close();
    }

    @Autowired
    private Merchants merchants;

    @Autowired
    private Waybills waybills;

    @Autowired
    private Tracking tracking;

    @Autowired
    private CarrierAccounts accounts;

    @Autowired
    private Retrying retrying;

    @Autowired
    private TestClock clock;

    @Autowired
    private Heard heard;

    @LocalServerPort
    private int port;

    private Merchant merchant;

    @BeforeEach
    void openMerchant() {
        heard.events.clear();
        merchant = merchants.open();
        contract(merchant, "");
    }

    @AfterEach
    void calm() {
        SIMULATOR.delete("/_sim/faults");
        SIMULATOR.post("/_sim/clock", "{\"offsetSeconds\":0}");
        clock.reset();
    }

    @Nested
    class AWaybill {

        @Test
        void isIssuedByTheSignedGatewayWithItsSortingCode() {
            var wish = wish();
            var issued = (WaybillResult.Issued) request(wish);
            assertThat(issued.waybillNo()).startsWith("SF14");
            assertThat(issued.label().service()).isEqualTo("顺丰标快");
            assertThat(issued.label().destination()).startsWith("755");
            assertThat(issued.label().detail()).startsWith("-021-");
            assertThat(newest(wish.parcelId()).state()).isEqualTo(WaybillState.ISSUED);
            merchant.settle();
            assertThat(heard.of(WaybillIssued.class))
                    .containsExactly(new WaybillIssued(merchant.id(), wish.parcelId(), "SF", issued.waybillNo()));
        }

        @Test
        void isTheSameHoweverOftenItIsAskedFor() throws Exception {
            var wish = wish();
            Set<WaybillResult> results = new HashSet<>();
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<WaybillResult>> asked = IntStream.range(0, 12)
                        .mapToObj(i -> threads.submit(() -> request(wish)))
                        .toList();
                for (Future<WaybillResult> one : asked) {
                    results.add(one.get());
                }
            }
            assertThat(results).hasSize(1).first().isInstanceOf(WaybillResult.Issued.class);
            assertThat(issuedFor(wish)).hasSize(1);
            merchant.settle();
            assertThat(heard.of(WaybillIssued.class)).hasSize(1);
        }

        @Test
        void isNotDrawnTwiceWhenTheAnswerWasLost() {
            fault("lost", 1, 1);
            var wish = wish();
            assertThat(request(wish)).isInstanceOf(WaybillResult.Unreachable.class);
            clock.advance(Duration.ofSeconds(11));
            merchant.settle();
            assertThat(newest(wish.parcelId()).state()).isEqualTo(WaybillState.ISSUED);
            assertThat(issuedFor(wish)).containsExactly(newest(wish.parcelId()).waybillNo());
            assertThat(heard.of(WaybillIssued.class)).hasSize(1);
        }

        @Test
        void followsLaterWhenTheCarrierIsDown() {
            fault("status", 503, 3);
            var wish = wish();
            assertThat(request(wish)).isEqualTo(new WaybillResult.Unreachable("HTTP 503"));
            for (int pause : new int[] {11, 31, 61}) {
                clock.advance(Duration.ofSeconds(pause));
                merchant.settle();
            }
            assertThat(newest(wish.parcelId()).state()).isEqualTo(WaybillState.ISSUED);
        }

        @Test
        void followsLaterWhenTheGatewaySaysItIsBusy() {
            fault("gateway", 1009, 1);
            var wish = wish();
            assertThat(request(wish)).isInstanceOf(WaybillResult.Unreachable.class);
            clock.advance(Duration.ofSeconds(11));
            merchant.settle();
            assertThat(newest(wish.parcelId()).state()).isEqualTo(WaybillState.ISSUED);
        }

        @Test
        void isRefusedWithTheCarriersReasonAndCanBeWantedAnew() {
            UUID parcel = Ids.next();
            WaybillResult refused = request(wish(parcel, "不收派路 1 号"));
            assertThat(((WaybillResult.Refused) refused).reason())
                    .startsWith(Sentence.of("shipping.problem.out-of-range"));
            merchant.settle();
            assertThat(heard.of(WaybillRefused.class)).hasSize(1);
            assertThat(request(wish(parcel, "软件产业基地 11 栋"))).isInstanceOf(WaybillResult.Issued.class);
        }

        @Test
        void isWantedInsideTheCallersTransactionAndFetchedAfterIt() {
            var wish = wish();
            merchant.run(() -> retrying.inTransaction(() -> waybills.requestLater(wish)));
            assertThat(newest(wish.parcelId()).state()).isEqualTo(WaybillState.REQUESTED);
            merchant.settle();
            assertThat(newest(wish.parcelId()).waybillNo()).startsWith("SF");
        }

        @Test
        void isNeverAskedForInsideATransaction() {
            assertThatIllegalStateException()
                    .isThrownBy(() -> merchant.run(() -> retrying.inTransaction(() -> {
                        waybills.request(wish());
                    })))
                    .withMessageContaining("inside a transaction");
        }

        @Test
        void waitsForTheContractWithTheCarrier() {
            var newcomer = merchants.open();
            var wish = wish();
            assertThat(newcomer.call(() -> waybills.request(wish))).isInstanceOf(WaybillResult.Unreachable.class);
            var later = wish();
            newcomer.run(() -> retrying.inTransaction(() -> waybills.requestLater(later)));
            newcomer.settle();
            contract(newcomer, "");
            newcomer.settle();
            assertThat(newcomer.call(() -> waybills.newest(List.of(wish.parcelId(), later.parcelId())))
                            .values())
                    .hasSize(2)
                    .allSatisfy(info -> assertThat(info.state()).isEqualTo(WaybillState.ISSUED));
        }

        @Test
        void belongsToItsMerchantAlone() {
            var wish = wish();
            var issued = (WaybillResult.Issued) request(wish);
            var other = merchants.open();
            assertThat(other.call(() -> waybills.newest(List.of(wish.parcelId()))))
                    .isEmpty();
            assertThat(other.call(() -> tracking.latest(List.of(issued.waybillNo()))))
                    .isEmpty();
            assertThat(other.call(() -> tracking.events(issued.waybillNo()))).isEmpty();
            assertThat(other.call(() -> waybills.cancel(wish.parcelId()))).isInstanceOf(CancelResult.NoWaybill.class);
        }

        @Test
        void needsThePermission() {
            assertThatThrownBy(() -> merchant.call(Actor.job("nosy"), () -> waybills.request(wish())))
                    .isInstanceOf(AccessDenied.class);
        }

        @Test
        void keepsNoContactDataInTheClearAndNoneAtAllOnceIssued() throws Exception {
            fault("status", 500, 1);
            var wish = wish();
            request(wish);
            assertThat(stored("request"))
                    .isNotNull()
                    .doesNotContain("13800000001")
                    .doesNotContain("软件产业基地");
            clock.advance(Duration.ofSeconds(11));
            merchant.settle();
            assertThat(stored("request")).isNull();
        }

        private String stored(String column) throws Exception {
            try (var connection = TestDatabase.connect();
                    var rows = connection
                            .createStatement()
                            .executeQuery("select " + column + " from waybill where tenant_id = " + merchant.id())) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    @Nested
    class ACancellation {

        @Test
        void voidsTheNumberAndANewOneCanBeIssued() {
            var wish = wish();
            var first = (WaybillResult.Issued) request(wish);
            assertThat(cancel(wish)).isInstanceOf(CancelResult.Cancelled.class);
            assertThat(cancel(wish)).isInstanceOf(CancelResult.Cancelled.class);
            var second = (WaybillResult.Issued) request(wish);
            assertThat(second.waybillNo()).isNotEqualTo(first.waybillNo());
            merchant.settle();
            assertThat(heard.of(WaybillCancelled.class)).hasSize(1);
        }

        @Test
        void isRepeatedUntilTheCarrierConfirms() {
            var wish = wish();
            request(wish);
            fault("status", 502, 1);
            assertThat(cancel(wish)).isInstanceOf(CancelResult.Unreachable.class);
            assertThat(newest(wish.parcelId()).state()).isEqualTo(WaybillState.CANCELLING);
            clock.advance(Duration.ofSeconds(11));
            merchant.settle();
            assertThat(newest(wish.parcelId()).state()).isEqualTo(WaybillState.CANCELLED);
        }

        @Test
        void isRefusedOnceTheCarrierHasTheParcel() {
            var wish = wish();
            scan(request(wish), "50", 0);
            assertThat(((CancelResult.Refused) cancel(wish)).reason()).contains("8252");
            assertThat(newest(wish.parcelId()).state()).isEqualTo(WaybillState.ISSUED);
        }
    }

    @Nested
    class APushedRoute {

        @Test
        void movesTheParcelAndTellsEachFactOnce() {
            contract(merchant, "http://127.0.0.1:" + port + "/sf/push");
            var wish = wish();
            var issued = (WaybillResult.Issued) request(wish);
            scan(issued, "50", 30);
            scan(issued, "36", 20);
            scan(issued, "80", 1);
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> status(issued.waybillNo()), TrackingStatus.DELIVERED::equals);
            await().atMost(Duration.ofSeconds(10))
                    .until(
                            () -> merchant.call(() -> tracking.events(issued.waybillNo()))
                                    .size(),
                            size -> size == 3);
            merchant.settle();
            assertThat(heard.of(ParcelCollected.class)).hasSize(1);
            assertThat(heard.of(ParcelDelivered.class)).hasSize(1);
            assertThat(heard.of(ParcelMoved.class).getLast().status()).isEqualTo(TrackingStatus.DELIVERED);
        }

        @Test
        void tellsWhenTheParcelIsExpectedOnceTheCarrierHasIt() {
            contract(merchant, "http://127.0.0.1:" + port + "/sf/push");
            var issued = (WaybillResult.Issued) request(wish());
            merchant.settle();
            assertThat(latest(issued).expectedAt()).isNull();
            scan(issued, "50", 0);
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> status(issued.waybillNo()), TrackingStatus.COLLECTED::equals);
            merchant.settle();
            assertThat(latest(issued).expectedAt()).isNotNull().isAfter(clock.instant());
        }

        private TrackedParcel latest(WaybillResult.Issued issued) {
            return Objects.requireNonNull(merchant.call(() -> tracking.latest(List.of(issued.waybillNo())))
                    .get(issued.waybillNo()));
        }

        @Test
        void isTakenInOnceHoweverOftenItComes() throws Exception {
            var pushed = pushOf((WaybillResult.Issued) request(wish()), "50");
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<HttpResponse<String>>> answers = IntStream.range(0, 50)
                        .mapToObj(i -> threads.submit(() -> push(pushed)))
                        .toList();
                for (Future<HttpResponse<String>> answer : answers) {
                    assertThat(answer.get().body()).contains("0000");
                }
            }
            merchant.settle();
            assertThat(heard.of(ParcelCollected.class)).hasSize(1);
        }

        @Test
        void thatComesLateFillsTheHistoryWithoutMovingTheParcelBack() throws Exception {
            var issued = (WaybillResult.Issued) request(wish());
            push(pushOf(issued, "204", 1));
            push(pushOf(issued, "31", 60));
            assertThat(status(issued.waybillNo())).isEqualTo(TrackingStatus.OUT_FOR_DELIVERY);
            assertThat(merchant.call(() -> tracking.events(issued.waybillNo())))
                    .extracting(CarrierScan::code)
                    .containsExactly("204", "31");
        }

        @Test
        void ofAnUnknownCodeCountsAsInTransitAndIsMarked() throws Exception {
            var issued = (WaybillResult.Issued) request(wish());
            push(pushOf(issued, "9527"));
            assertThat(merchant.call(() -> tracking.events(issued.waybillNo())))
                    .singleElement()
                    .satisfies(scan -> {
                        assertThat(scan.status()).isEqualTo(TrackingStatus.IN_TRANSIT);
                        assertThat(scan.known()).isFalse();
                    });
        }

        @Test
        void ofARefusalIsToldAsSuch() throws Exception {
            var issued = (WaybillResult.Issued) request(wish());
            push(pushOf(issued, "70").replace("\"remark\":\"\"", "\"remark\":\"收方客户拒收快件\""));
            merchant.settle();
            assertThat(heard.of(ParcelRefused.class)).hasSize(1);
            assertThat(status(issued.waybillNo())).isEqualTo(TrackingStatus.REFUSED);
        }

        @Test
        void underAForeignOrInventedKeyChangesNothingAndIsAnsweredAlike() throws Exception {
            var issued = (WaybillResult.Issued) request(wish());
            String pushed = pushOf(issued, "80");
            String forged = pushed.replaceAll(
                    "\"orderid\":\"[^\"]+\"", "\"orderid\":\"D" + merchant.id() + "-" + "0".repeat(25) + "\"");
            String unkeyed = pushed.replaceAll("\"orderid\":\"[^\"]+\"", "\"orderid\":\"261121-0001\"");
            for (String body : List.of(forged, unkeyed)) {
                assertThat(push(body).body()).isEqualTo("{\"return_code\":\"0000\",\"return_msg\":\"成功\"}");
            }
            assertThat(status(issued.waybillNo())).isEqualTo(TrackingStatus.INFO_RECEIVED);
        }

        @Test
        void cannotMoveAnotherParcelUnderItsOwnKey() throws Exception {
            var mine = (WaybillResult.Issued) request(wish());
            var other = (WaybillResult.Issued) request(wish());
            push(pushOf(mine, "80").replace("\"" + mine.waybillNo() + "\"", "\"" + other.waybillNo() + "\""));
            assertThat(status(other.waybillNo())).isEqualTo(TrackingStatus.INFO_RECEIVED);
        }

        @Test
        void thatCannotBeReadIsRefused() throws Exception {
            for (String body : List.of("", "{", "{\"Body\":{}}", "<xml/>")) {
                assertThat(push(body).statusCode()).isEqualTo(400);
                assertThat(push(body).body()).contains("1000");
            }
            assertThat(push("{\"x\":\"" + "9".repeat(5_300_000) + "\"}").statusCode())
                    .isEqualTo(413);
        }
    }

    @Nested
    class WithoutPushes {

        @Test
        void theCarrierIsAskedAfterAWhile() {
            var issued = (WaybillResult.Issued) request(wish());
            scan(issued, "50", 5);
            scan(issued, "36", 2);
            merchant.settle();
            assertThat(status(issued.waybillNo())).isEqualTo(TrackingStatus.INFO_RECEIVED);
            passHalfAnHour();
            assertThat(status(issued.waybillNo())).isEqualTo(TrackingStatus.IN_TRANSIT);
        }

        @Test
        void whatWasPushedAlreadyIsNotTakenInAgain() throws Exception {
            var issued = (WaybillResult.Issued) request(wish());
            push(pushOf(issued, "50"));
            passHalfAnHour();
            assertThat(merchant.call(() -> tracking.events(issued.waybillNo()))).hasSize(1);
        }

        @Test
        void manyParcelsAreAskedForInPortions() {
            var issued = IntStream.range(0, 23)
                    .mapToObj(i -> (WaybillResult.Issued) request(wish()))
                    .toList();
            issued.forEach(one -> scan(one, "50", 1));
            passHalfAnHour();
            assertThat(issued)
                    .allSatisfy(one -> assertThat(status(one.waybillNo())).isEqualTo(TrackingStatus.COLLECTED));
        }

        @Test
        void afterThirtyDaysTheCarrierIsAskedNoMore() {
            var issued = (WaybillResult.Issued) request(wish());
            passTime(Duration.ofDays(31));
            assertThat(status(issued.waybillNo())).isEqualTo(TrackingStatus.EXPIRED);
        }

        private void passHalfAnHour() {
            passTime(Duration.ofMinutes(31));
        }

        private void passTime(Duration duration) {
            clock.advance(duration);
            SIMULATOR.post("/_sim/clock", "{\"offsetSeconds\":" + duration.toSeconds() + "}");
            merchant.settle();
        }
    }

    private WaybillResult request(RequestWaybill wish) {
        return merchant.call(() -> waybills.request(wish));
    }

    private CancelResult cancel(RequestWaybill wish) {
        return merchant.call(() -> waybills.cancel(wish.parcelId()));
    }

    private WaybillInfo newest(UUID parcel) {
        return Objects.requireNonNull(
                merchant.call(() -> waybills.newest(List.of(parcel))).get(parcel));
    }

    private TrackingStatus status(String waybillNo) {
        return Objects.requireNonNull(
                        merchant.call(() -> tracking.latest(List.of(waybillNo))).get(waybillNo))
                .status();
    }

    private static RequestWaybill wish() {
        return wish(Ids.next(), "软件产业基地 11 栋");
    }

    private static RequestWaybill wish(UUID parcel, String address) {
        Party receiver = new Party("张三", "13800000001", new PostalAddress("CN", "广东省", "深圳市", "南山区", address, ""));
        return new RequestWaybill(
                parcel, "261121-" + parcel, "SF", WAREHOUSE, receiver, List.of(new Cargo("奶瓶", 2)), 620);
    }

    private void contract(Merchant owner, String push) {
        String partner = "P" + owner.id();
        SIMULATOR.post(
                "/_sim/sf/accounts",
                "{\"partnerID\":\"" + partner + "\",\"checkWord\":\"w" + partner + "\",\"push\":\"" + push + "\"}");
        SIMULATOR.post("/_sim/sf/timeline", "[]");
        owner.run(() -> accounts.configure(new CarrierAccount("SF", partner, "w" + partner, "0219999999")));
    }

    private void fault(String kind, int value, int count) {
        SIMULATOR.post(
                "/_sim/faults",
                "{\"channel\":\"sf\",\"shop\":\"P" + merchant.id() + "\",\"target\":\"api\",\"kind\":\"" + kind
                        + "\",\"value\":" + value + ",\"count\":" + count + "}");
    }

    private static List<String> issuedFor(RequestWaybill wish) {
        return SIMULATOR
                .get("/_sim/sf/waybills")
                .valueStream()
                .filter(parcel -> parcel.path("remark").asString().equals(wish.reference()))
                .map(parcel -> parcel.path("waybillNo").asString())
                .toList();
    }

    private static String scan(WaybillResult issued, String opCode, int minutesAgo) {
        return SIMULATOR
                .post(
                        "/_sim/sf/waybills/" + ((WaybillResult.Issued) issued).waybillNo() + "/scan",
                        "{\"opCode\":\"" + opCode + "\",\"minutesAgo\":" + minutesAgo + "}")
                .toString();
    }

    private static String pushOf(WaybillResult.Issued issued, String opCode) {
        return pushOf(issued, opCode, 0);
    }

    private static String pushOf(WaybillResult.Issued issued, String opCode, int minutesAgo) {
        return "{\"Body\":{\"WaybillRoute\":[" + scan(issued, opCode, minutesAgo) + "]}}";
    }

    private HttpResponse<String> push(String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/sf/push"))
                .header("Content-Type", "application/json;charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString());
        }
    }

    /** Everything shipping told. */
    static final class Heard {

        private final Queue<DomainEvent> events = new ConcurrentLinkedQueue<>();

        <E extends DomainEvent> List<E> of(Class<E> type) {
            return events.stream().filter(type::isInstance).map(type::cast).toList();
        }

        private <E extends DomainEvent> EventConsumer<E> consumer(Class<E> type) {
            return new EventConsumer<>() {
                @Override
                public String name() {
                    return "shipping-it-" + type.getSimpleName();
                }

                @Override
                public Class<E> type() {
                    return type;
                }

                @Override
                public void on(E event) {
                    events.add(event);
                }
            };
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Consumers {

        @Bean
        Heard heard() {
            return new Heard();
        }

        @Bean
        EventConsumer<WaybillIssued> issued(Heard heard) {
            return heard.consumer(WaybillIssued.class);
        }

        @Bean
        EventConsumer<WaybillRefused> refusedWaybill(Heard heard) {
            return heard.consumer(WaybillRefused.class);
        }

        @Bean
        EventConsumer<WaybillCancelled> cancelled(Heard heard) {
            return heard.consumer(WaybillCancelled.class);
        }

        @Bean
        EventConsumer<ParcelMoved> moved(Heard heard) {
            return heard.consumer(ParcelMoved.class);
        }

        @Bean
        EventConsumer<ParcelCollected> collected(Heard heard) {
            return heard.consumer(ParcelCollected.class);
        }

        @Bean
        EventConsumer<ParcelDelivered> delivered(Heard heard) {
            return heard.consumer(ParcelDelivered.class);
        }

        @Bean
        EventConsumer<ParcelRefused> refusedParcel(Heard heard) {
            return heard.consumer(ParcelRefused.class);
        }
    }
}
