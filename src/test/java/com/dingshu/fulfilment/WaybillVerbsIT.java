package com.dingshu.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dingshu.customers.Addresses;
import com.dingshu.identity.Roles;
import com.dingshu.orders.EditContact;
import com.dingshu.orders.FactKind;
import com.dingshu.orders.OrderQueries;
import com.dingshu.orders.TimelineEntry;
import com.dingshu.shared.Ids;
import com.dingshu.shipping.CarrierAccount;
import com.dingshu.shipping.CarrierAccounts;
import com.dingshu.shipping.NumbersLeft;
import com.dingshu.shipping.Waybills;
import com.dingshu.tenancy.AccessDenied;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Actor;
import com.dingshu.tenancy.OperationLog;
import com.dingshu.tenancy.OperationLog.Filter;
import com.dingshu.tenancy.Permission;
import com.dingshu.testing.Desk;
import com.dingshu.testing.IntegrationTest;
import com.dingshu.testing.SimulatorProcess;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What a warehouse lead does about a parcel's waybill, against the carrier's simulator. */
@IntegrationTest
class WaybillVerbsIT {

    private static final SimulatorProcess SIMULATOR = SimulatorProcess.start();
    private static final UUID WORKER = Ids.next();
    private static final EditContact NEW_HOUSE =
            new EditContact(null, null, Addresses.of("CN", "浙江省", "杭州市", "西湖区", "文三路 90 号", ""));

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
    private BeanFactory beans;

    @Autowired
    private Parcels parcels;

    @Autowired
    private Documents documents;

    @Autowired
    private Picking picking;

    @Autowired
    private Packing packing;

    @Autowired
    private Outbound outbound;

    @Autowired
    private Clock clock;

    @Autowired
    private Waybills waybills;

    @Autowired
    private CarrierAccounts accounts;

    @Autowired
    private OrderQueries orders;

    @Autowired
    private OperationLog log;

    @Autowired
    private Roles roles;

    private Desk desk;
    private Desk.Placed order;
    private UUID parcel;
    private String number;

    @BeforeEach
    void aParcelWithANumber() {
        desk = Desk.open(beans);
        desk.stocked("TEA", 10);
        String partner = "P" + desk.merchant().id();
        SIMULATOR.post(
                "/_sim/sf/accounts",
                "{\"partnerID\":\"" + partner + "\",\"checkWord\":\"w" + partner + "\",\"push\":\"\"}");
        SIMULATOR.post("/_sim/sf/timeline", "[]");
        desk.merchant().run(() -> accounts.configure(new CarrierAccount("SF", partner, "w" + partner, "0219999999")));
        order = desk.place(desk.anOrder().with(1, "TEA").paid());
        desk.merchant().settle();
        parcel = shown().id();
        number = Objects.requireNonNull(shown().waybillNo());
    }

    @Nested
    class Cancelled {

        @Test
        void goesBackToTheCarrierAndNoOtherIsDrawn() {
            print();
            assertThat(lead(() -> parcels.cancelWaybill(parcel, "客户改自提"))).isInstanceOf(ParcelResult.Done.class);
            desk.merchant().settle();
            assertThat(shown().waybillNo()).isNull();
            assertThat(shown().waybill()).isEqualTo(WaybillProgress.WITHDRAWN);
            assertThat(shown().labelPrints()).isZero();
            assertThat(desk.details(order.id()).summary().waybillNo()).isNull();
            assertThat(cancelledAtTheCarrier(number)).isTrue();
        }

        @Test
        void saysWhoWhatAndWhy() {
            lead(() -> parcels.cancelWaybill(parcel, "客户改自提"));
            assertThat(desk.merchant().call(() -> orders.timeline(order.id())).getLast())
                    .extracting(TimelineEntry::kind, TimelineEntry::actor, TimelineEntry::reason, TimelineEntry::args)
                    .containsExactly(FactKind.WAYBILL_CANCELLED, "赵铁成", "客户改自提", List.of(number));
            assertThat(newestLog())
                    .extracting(
                            OperationLog.Entry::action,
                            OperationLog.Entry::actorName,
                            OperationLog.Entry::reason,
                            OperationLog.Entry::detail)
                    .containsExactly("waybill.cancelled", "赵铁成", "客户改自提", number);
        }

        @Test
        void canBeAskedForAgain() {
            lead(() -> parcels.cancelWaybill(parcel, "客户改自提"));
            desk.merchant().settle();
            assertThat(lead(() -> parcels.requestWaybillAgain(parcel))).isInstanceOf(ParcelResult.Done.class);
            desk.merchant().settle();
            assertThat(shown().waybillNo()).isNotNull().isNotEqualTo(number);
        }

        @Test
        void isAskedForAgainBeforeTheCarrierHasAnswered() {
            lead(() -> parcels.cancelWaybill(parcel, "客户改自提"));
            lead(() -> parcels.requestWaybillAgain(parcel));
            desk.merchant().settle();
            assertThat(shown().waybillNo()).isNotNull().isNotEqualTo(number);
        }
    }

    @Nested
    class Reissued {

        @Test
        void hasAnotherNumberAndTheOldOneIsVoid() {
            print();
            lead(() -> parcels.reissueWaybill(parcel, "面单打花了"));
            assertThat(shown().waybillNo()).as("nothing is printed meanwhile").isNull();
            desk.merchant().settle();
            assertThat(shown().waybillNo()).isNotNull().isNotEqualTo(number);
            assertThat(shown().labelPrints()).isZero();
            assertThat(desk.details(order.id()).summary().waybillNo()).isEqualTo(shown().waybillNo());
            assertThat(cancelledAtTheCarrier(number)).isTrue();
            assertThat(facts()).contains(FactKind.WAYBILL_REISSUED);
        }

        @Test
        void isRefusedWithoutAReasonAndWithoutANumber() {
            assertThat(lead(() -> parcels.reissueWaybill(parcel, " ")))
                    .isEqualTo(new ParcelResult.Refused(ParcelResult.Why.REASON_MISSING));
            lead(() -> parcels.reissueWaybill(parcel, "面单打花了"));
            assertThat(lead(() -> parcels.reissueWaybill(parcel, "再来")))
                    .isEqualTo(new ParcelResult.Refused(ParcelResult.Why.NO_WAYBILL));
            assertThat(lead(() -> parcels.requestWaybillAgain(parcel)))
                    .isEqualTo(new ParcelResult.Refused(ParcelResult.Why.HAS_WAYBILL));
        }
    }

    @Nested
    class ForAnotherAddress {

        @BeforeEach
        void theParcelIsLabelledAndPacked() {
            print();
            worker(() -> picking.scan(scan("TEA")));
            worker(() -> packing.scan(scan("TEA")));
            desk.merchant().run(() -> desk.orders().editContact(order.id(), NEW_HOUSE, "搬家"));
        }

        @Test
        void stopsTheParcelUntilItsNewLabelIsPrintedAndThenLetsItGo() {
            desk.merchant().settle();
            String another = Objects.requireNonNull(shown().waybillNo());
            assertThat(another).isNotEqualTo(number);
            assertThat(desk.details(order.id()).summary().waybillNo()).isEqualTo(another);
            assertThat(cancelledAtTheCarrier(number)).isTrue();
            assertThat(facts()).contains(FactKind.WAYBILL_REISSUED);
            assertThat(shown().toRelabel()).isTrue();
            assertStopped(send(number), ScanResult.Stop.ADDRESS_CHANGED);
            assertStopped(send(another), ScanResult.Stop.ADDRESS_CHANGED);
            print();
            assertThat(shown().toRelabel()).isFalse();
            assertStopped(send(number), ScanResult.Stop.LABEL_VOID);
            assertThat(send(another)).isInstanceOf(ScanResult.TaskComplete.class);
        }

        @Test
        void keepsTheParcelHereWhenTheCarrierKeepsTheNumber() {
            SIMULATOR.post("/_sim/sf/waybills/" + number + "/scan", "{\"opCode\":\"50\",\"minutesAgo\":0}");
            desk.merchant().settle();
            assertThat(shown().waybillNo()).isEqualTo(number);
            assertThat(shown().toRelabel()).isTrue();
            assertStopped(send(number), ScanResult.Stop.ADDRESS_CHANGED);
            assertThatThrownBy(WaybillVerbsIT.this::print).isInstanceOf(Documents.NothingToPrint.class);
        }
    }

    @Test
    void isSaidToBeVoidWhenItsLabelIsScannedAfterAReissue() {
        lead(() -> parcels.reissueWaybill(parcel, "面单打花了"));
        desk.merchant().settle();
        assertStopped(send(number), ScanResult.Stop.LABEL_VOID);
        assertThat(Desk.open(beans).merchant().call(() -> waybills.parcelOf(number)))
                .isEmpty();
    }

    private static void assertStopped(ScanResult result, ScanResult.Stop stop) {
        assertThat(result).isInstanceOfSatisfying(ScanResult.Refused.class, refused -> assertThat(refused.stop())
                .isEqualTo(stop));
    }

    private ScanResult send(String waybillNo) {
        return worker(() -> outbound.scan(new ScanCommand(Ids.next(), WORKER, null, waybillNo, clock.instant())));
    }

    private ScanCommand scan(String code) {
        return new ScanCommand(Ids.next(), WORKER, parcel, code, clock.instant());
    }

    private <T> T worker(Callable<T> work) {
        Actor worker = new Actor(Actor.Kind.USER, WORKER, "小李", roles.permissionsOf(Set.of("warehouse-worker")), "PDA");
        return Acting.as(desk.merchant().id(), worker).call(work);
    }

    @Test
    void staysWithTheParcelWhenTheCarrierKeepsIt() {
        SIMULATOR.post("/_sim/sf/waybills/" + number + "/scan", "{\"opCode\":\"50\",\"minutesAgo\":0}");
        lead(() -> parcels.cancelWaybill(parcel, "客户改自提"));
        desk.merchant().settle();
        assertThat(shown().waybillNo()).isEqualTo(number);
        assertThat(shown().waybillProblem()).contains("8252");
        assertThat(desk.details(order.id()).summary().waybillNo()).isEqualTo(number);
    }

    @Test
    void isTakenBackOnlyWhileTheGoodsAreHere() {
        desk.merchant().run(() -> desk.orders().cancel(order.id(), "买家取消"));
        desk.merchant().settle();
        assertThat(lead(() -> parcels.cancelWaybill(parcel, "客户改自提")))
                .isEqualTo(new ParcelResult.Refused(ParcelResult.Why.NOT_HERE));
    }

    @Test
    void needsThePermission() {
        Actor agent = new Actor(Actor.Kind.USER, Ids.next(), "林小雨", Set.of(Permission.ORDERS_VIEW), null);
        assertThatThrownBy(
                        () -> Acting.as(desk.merchant().id(), agent).call(() -> parcels.cancelWaybill(parcel, "客户改自提")))
                .isInstanceOf(AccessDenied.class);
    }

    @Test
    void belongsToItsMerchantAlone() {
        Desk other = Desk.open(beans);
        assertThatThrownBy(() -> other.merchant().call(() -> parcels.cancelWaybill(parcel, "客户改自提")))
                .isInstanceOf(java.util.NoSuchElementException.class);
        assertThat(shown().waybillNo()).isEqualTo(number);
    }

    @Test
    void countsItsPrintsAndSaysWhoPrintedLast() {
        print();
        print();
        print();
        assertThat(shown().labelPrints()).isEqualTo(3);
        assertThat(shown().labelPrintedBy()).isEqualTo("赵铁成");
        assertThat(newestLog())
                .extracting(OperationLog.Entry::action, OperationLog.Entry::detail)
                .containsExactly("label.reprinted", number + " × 3");
    }

    @Test
    void hasNoBalanceWhereTheCarrierBillsAfterwards() {
        assertThat(desk.merchant().call(() -> waybills.numbersLeft("SF"))).isEqualTo(new NumbersLeft.NotCounted());
        assertThat(Desk.open(beans).merchant().call(() -> waybills.numbersLeft("SF")))
                .isInstanceOf(NumbersLeft.Unknown.class);
    }

    private void print() {
        lead(() -> documents.labels(List.of(parcel)));
    }

    private boolean cancelledAtTheCarrier(String waybillNo) {
        return SIMULATOR
                .get("/_sim/sf/waybills")
                .valueStream()
                .filter(one -> one.path("waybillNo").asString().equals(waybillNo))
                .allMatch(one -> one.path("cancelled").asBoolean());
    }

    private List<FactKind> facts() {
        return desk.merchant().call(() -> orders.timeline(order.id())).stream()
                .map(TimelineEntry::kind)
                .toList();
    }

    private OperationLog.Entry newestLog() {
        return desk.merchant().call(() -> log.newest(Filter.ALL, null, 1)).getFirst();
    }

    private <T> T lead(Callable<T> work) {
        Actor lead = new Actor(Actor.Kind.USER, Ids.next(), "赵铁成", roles.permissionsOf(Set.of("warehouse-lead")), null);
        return Acting.as(desk.merchant().id(), lead).call(work);
    }

    private ParcelInfo shown() {
        return desk.merchant().call(() -> parcels.ofOrder(order.id())).getFirst();
    }
}
