package com.dingshu.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dingshu.customers.Addresses;
import com.dingshu.orders.Anchor;
import com.dingshu.orders.EditContact;
import com.dingshu.orders.HoldReason;
import com.dingshu.orders.OrderQueries;
import com.dingshu.shared.Ids;
import com.dingshu.shipping.events.WaybillIssued;
import com.dingshu.tenancy.AccessDenied;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Actor;
import com.dingshu.tenancy.Events;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Retrying;
import com.dingshu.testing.Desk;
import com.dingshu.testing.IntegrationTest;
import com.dingshu.testing.StockInvariants;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class WarehouseIT {

    private static final UUID WORKER = Ids.next();
    private static final EditContact NEW_HOUSE =
            new EditContact(null, null, Addresses.of("CN", "浙江省", "杭州市", "西湖区", "文三路 90 号", ""));

    @Autowired
    private BeanFactory beans;

    @Autowired
    private Picking picking;

    @Autowired
    private Packing packing;

    @Autowired
    private Outbound outbound;

    @Autowired
    private ScanNotes notes;

    @Autowired
    private WarehouseTasks tasks;

    @Autowired
    private Parcels parcels;

    @Autowired
    private Documents documents;

    @Autowired
    private OrderQueries queries;

    @Autowired
    private Events events;

    @Autowired
    private Retrying retrying;

    @Autowired
    private Clock clock;

    private Desk desk;
    private Desk.Placed order;
    private UUID task;
    private String waybill;

    @BeforeEach
    void aReleasedOrder() {
        desk = Desk.open(beans);
        desk.stocked("TEA", 10);
        desk.stocked("CUP", 10);
        order = desk.place(desk.anOrder().with(2, "TEA").with(1, "CUP").paid());
        desk.merchant().settle();
        task = onlyParcel().id();
        waybill = "SF" + Math.abs(task.getLeastSignificantBits());
        desk.merchant()
                .run(() -> retrying.inTransaction(
                        () -> events.publish(new WaybillIssued(desk.merchant().id(), task, "SF", waybill))));
        desk.merchant().settle();
    }

    @Test
    void opensOneParcelWithoutAnybodyTellingTheWarehouse() {
        assertThat(onlyParcel().state()).isEqualTo(FulfilmentState.OPEN);
        assertThat(onlyParcel().totalUnits()).isEqualTo(3);
        assertThat(onlyParcel().waybillNo()).isEqualTo(waybill);
        assertThat(desk.details(order.id()).summary().waybillNo()).isEqualTo(waybill);
        assertThat(worker(() -> tasks.waiting()))
                .extracting(WarehouseTask::kind)
                .containsExactly(ScanKind.PICK);
    }

    @Test
    void isFoundByItsWaybillNumber() {
        assertThat(desk.merchant().call(() -> queries.search(waybill)))
                .extracting(hit -> hit.order().id())
                .containsExactly(order.id());
        assertThat(Desk.open(beans).merchant().call(() -> queries.search(waybill)))
                .isEmpty();
    }

    @Test
    void picksPacksAndSendsOut() {
        assertThat(pick("TEA")).isInstanceOf(ScanResult.Accepted.class);
        assertThat(pick("TEA")).isInstanceOf(ScanResult.Accepted.class);
        assertThat(pick("CUP")).isInstanceOf(ScanResult.TaskComplete.class);
        assertThat(desk.details(order.id()).facts().pickedAt()).isNotNull();
        packAll();
        assertThat(desk.details(order.id()).facts().packedAt()).isNotNull();
        assertThat(send()).isInstanceOf(ScanResult.TaskComplete.class);
        assertThat(anchor()).isEqualTo(Anchor.SHIPPED);
        assertThat(desk.details(order.id()).facts().shippedAt()).isNotNull();
        assertThat(StockInvariants.violations(desk.merchant().id())).isEmpty();
        assertThat(worker(() -> tasks.waiting())).isEmpty();
    }

    @Test
    void refusesTheWrongArticleAndSaysWhichIsWanted() {
        desk.stocked("POT", 5);
        ScanResult result = pick("POT");
        assertThat(result).isInstanceOfSatisfying(ScanResult.WrongItem.class, wrong -> {
            assertThat(wrong.scanned().code()).isEqualTo("POT");
            assertThat(wrong.wanted())
                    .isNotNull()
                    .extracting(ScanResult.Item::code)
                    .isEqualTo("TEA");
        });
        assertThat(pick("NO-SUCH-CODE")).isEqualTo(new ScanResult.Unknown("NO-SUCH-CODE"));
    }

    @Test
    void doesNotCountAPieceTooMany() {
        pick("CUP");
        assertThat(pick("CUP")).isInstanceOf(ScanResult.TooMany.class);
        assertThat(onlyParcel().pickedUnits()).isEqualTo(1);
    }

    @Test
    void givesTheSameAnswerToARepeatedOperation() {
        ScanCommand command = command("CUP");
        ScanResult first = worker(() -> picking.scan(command));
        ScanResult again = worker(() -> picking.scan(command));
        assertThat(again).isEqualTo(first);
        assertThat(onlyParcel().pickedUnits()).isEqualTo(1);
    }

    @Test
    void countsAnOperationOnceThatArrivesManyTimesAtOnce() throws Exception {
        ScanCommand command = command("CUP");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = threads.invokeAll(IntStream.range(0, 12)
                    .mapToObj(i -> (Callable<ScanResult>) () -> worker(() -> picking.scan(command)))
                    .toList());
            for (var answer : answers) {
                assertThat(answer.get()).isInstanceOf(ScanResult.Accepted.class);
            }
        }
        assertThat(onlyParcel().pickedUnits()).isEqualTo(1);
    }

    @Test
    void refusesAnOperationIdThatWasUsedForAnotherScan() {
        ScanCommand first = command("CUP");
        worker(() -> picking.scan(first));
        assertRefused(worker(() -> picking.scan(again(first, task, "TEA"))), ScanResult.Stop.OPERATION_REUSED);
        assertRefused(worker(() -> packing.scan(first)), ScanResult.Stop.OPERATION_REUSED);
        assertRefused(worker(() -> picking.scan(again(first, Ids.next(), "CUP"))), ScanResult.Stop.OPERATION_REUSED);
        assertThat(onlyParcel().pickedUnits()).isEqualTo(1);
        assertThat(worker(() -> picking.scan(first))).isInstanceOf(ScanResult.Accepted.class);
    }

    @Test
    void refusesAnOperationIdThatWasUsedForAnotherDecision() {
        ScanCommand decided = command("CUP");
        UUID scan = Ids.next();
        worker(() -> notes.resolved(decided, scan, "HELD_BACK"));
        assertThat(worker(() -> notes.resolved(decided, scan, "HELD_BACK"))).isInstanceOf(ScanResult.Noted.class);
        assertRefused(worker(() -> notes.resolved(decided, scan, "HANDED_OVER")), ScanResult.Stop.OPERATION_REUSED);
        assertRefused(worker(() -> notes.resolved(decided, Ids.next(), "HELD_BACK")), ScanResult.Stop.OPERATION_REUSED);
    }

    private ScanCommand again(ScanCommand first, UUID task, String code) {
        return new ScanCommand(first.opId(), WORKER, task, code, first.at());
    }

    @Test
    void takesNoScanInAnotherPersonsName() {
        ScanCommand foreign = new ScanCommand(Ids.next(), Ids.next(), task, "CUP", clock.instant());
        assertThat(worker(() -> picking.scan(foreign)))
                .isInstanceOfSatisfying(ScanResult.Refused.class, refused -> assertThat(refused.stop())
                        .isEqualTo(ScanResult.Stop.OTHER_PERSON));
    }

    @Test
    void knowsNothingOfAnotherMerchantsParcel() {
        Desk other = Desk.open(beans);
        ScanResult result = Acting.as(other.merchant().id(), workerActor())
                .call(() -> outbound.scan(new ScanCommand(Ids.next(), WORKER, null, waybill, clock.instant())));
        assertThat(result).isEqualTo(new ScanResult.Unknown(waybill));
        assertThat(Acting.as(other.merchant().id(), workerActor()).call(() -> picking.scan(command("TEA"))))
                .isEqualTo(new ScanResult.Unknown("TEA"));
    }

    @Test
    void asksForThePermissionOfEachStep() {
        Actor picker = new Actor(Actor.Kind.USER, WORKER, "小李", Set.of(Permission.FULFILMENT_PICK), null);
        assertThatThrownBy(() -> Acting.as(desk.merchant().id(), picker).call(() -> outbound.scan(command(waybill))))
                .isInstanceOf(AccessDenied.class);
    }

    @Test
    void printsLabelAndPickList() {
        byte[] list = desk.merchant().call(() -> documents.pickList(List.of(task)));
        byte[] label = desk.merchant().call(() -> documents.labels(List.of(task)));
        assertThat(new String(list, 0, 4, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("%PDF");
        assertThat(new String(label, 0, 4, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("%PDF");
        assertThat(onlyParcel().labelPrintedAt()).isNotNull();
        assertThat(desk.details(order.id()).facts().labelPrintedAt()).isNotNull();
    }

    @Nested
    class AtTheDoor {

        @Test
        void keepsWhatIsNotPacked() {
            assertRefused(send(), ScanResult.Stop.NOT_PACKED);
            assertThat(anchor()).isEqualTo(Anchor.PICKING);
        }

        @Test
        void keepsAHeldOrderAndLetsItGoOnceReleased() {
            pickAll();
            packAll();
            desk.merchant().run(() -> desk.orders().hold(order.id(), HoldReason.MANUAL, "地址待确认"));
            assertRefused(send(), ScanResult.Stop.HELD);
            UUID hold = desk.details(order.id()).holds().getFirst().id();
            desk.merchant().run(() -> desk.orders().releaseHold(order.id(), hold, "已确认"));
            assertThat(send()).isInstanceOf(ScanResult.TaskComplete.class);
        }

        @Test
        void keepsACancelledOrderEvenBeforeTheWarehouseHasHeardOfIt() {
            pickAll();
            packAll();
            desk.merchant().run(() -> desk.orders().cancel(order.id(), "买家取消"));
            assertRefused(send(), ScanResult.Stop.CANCELLED);
            desk.merchant().settle();
            assertThat(onlyParcel().state()).isEqualTo(FulfilmentState.CANCELLED);
            assertRefused(send(), ScanResult.Stop.CANCELLED);
            assertThat(StockInvariants.violations(desk.merchant().id())).isEmpty();
        }

        @Test
        void keepsAParcelWhoseAddressWasChangedEvenBeforeTheWarehouseHasHeardOfIt() {
            pickAll();
            packAll();
            moveHouse();
            assertRefused(send(), ScanResult.Stop.ADDRESS_CHANGED);
            assertThat(worker(() -> tasks.waiting()))
                    .extracting(WarehouseTask::state)
                    .containsExactly(WarehouseTask.State.ADDRESS_CHANGED);
            assertThat(anchor()).isEqualTo(Anchor.PICKING);
            assertThatThrownBy(() -> desk.merchant().call(() -> documents.labels(List.of(task))))
                    .as("the old number is not printed with the new address")
                    .isInstanceOf(Documents.NothingToPrint.class);
        }

        @Test
        void sendsAParcelOnce() {
            pickAll();
            packAll();
            send();
            assertThat(send()).isEqualTo(new ScanResult.AlreadyScanned(task, order.number()));
        }
    }

    @Test
    void stopsPickingAndPackingWhenTheAddressWasChanged() {
        pick("TEA");
        moveHouse();
        assertRefused(pick("TEA"), ScanResult.Stop.ADDRESS_CHANGED);
        assertRefused(worker(() -> packing.scan(command("TEA"))), ScanResult.Stop.ADDRESS_CHANGED);
        assertThat(onlyParcel().pickedUnits()).isEqualTo(1);
    }

    @Test
    void leavesAloneAParcelThatWasOpenedForTheNewAddress() {
        Desk.Placed next = desk.place(desk.anOrder().with(1, "TEA").paid());
        desk.merchant().run(() -> desk.orders().editContact(next.id(), NEW_HOUSE, "搬家"));
        desk.merchant().settle();
        assertThat(worker(() -> tasks.waiting()))
                .filteredOn(task -> task.orderNumber().equals(next.number()))
                .extracting(WarehouseTask::state)
                .containsExactly(WarehouseTask.State.READY);
    }

    private void moveHouse() {
        assertThat(desk.merchant()
                        .call(() -> desk.orders().editContact(order.id(), NEW_HOUSE, "搬家"))
                        .succeeded())
                .isTrue();
    }

    private static void assertRefused(ScanResult result, ScanResult.Stop stop) {
        assertThat(result).isInstanceOfSatisfying(ScanResult.Refused.class, refused -> assertThat(refused.stop())
                .isEqualTo(stop));
    }

    private void pickAll() {
        pick("TEA");
        pick("TEA");
        pick("CUP");
    }

    private void packAll() {
        for (String code : List.of("CUP", "TEA", "TEA")) {
            worker(() -> packing.scan(command(code)));
        }
    }

    private ScanResult pick(String code) {
        return worker(() -> picking.scan(command(code)));
    }

    private ScanResult send() {
        return worker(() -> outbound.scan(new ScanCommand(Ids.next(), WORKER, null, waybill, clock.instant())));
    }

    private ScanCommand command(String code) {
        return new ScanCommand(Ids.next(), WORKER, task, code, clock.instant());
    }

    private <T> T worker(Callable<T> work) {
        return Acting.as(desk.merchant().id(), workerActor()).call(work);
    }

    private static Actor workerActor() {
        return new Actor(
                Actor.Kind.USER,
                WORKER,
                "小李",
                Set.of(Permission.FULFILMENT_PICK, Permission.FULFILMENT_PACK, Permission.FULFILMENT_OUTBOUND),
                "PDA");
    }

    private Anchor anchor() {
        return desk.details(order.id()).summary().anchor();
    }

    private ParcelInfo onlyParcel() {
        List<ParcelInfo> all = desk.merchant().call(() -> parcels.ofOrder(order.id()));
        assertThat(all).hasSize(1);
        return all.getFirst();
    }
}
