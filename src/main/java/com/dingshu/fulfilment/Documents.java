package com.dingshu.fulfilment;

import com.dingshu.customers.Contact;
import com.dingshu.inventory.WarehouseInfo;
import com.dingshu.inventory.Warehouses;
import com.dingshu.shipping.WaybillLabel;
import com.dingshu.shipping.print.LabelSheet;
import com.dingshu.shipping.print.Labels;
import com.dingshu.shipping.print.PickListSheet;
import com.dingshu.shipping.print.PickLists;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.OperationLog;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Requires;
import com.dingshu.tenancy.Tenants;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the warehouse prints: shipping labels and pick lists, as PDF. Each print is logged and counted on its parcel. */
@Service
@Transactional
public class Documents {

    private static final int MOST = 300;

    private final FulfilmentOrderRepository orders;
    private final FulfilmentLineRepository lines;
    private final Warehouses warehouses;
    private final OrderGate gate;
    private final Tenants tenants;
    private final OperationLog log;
    private final Clock clock;

    Documents(
            FulfilmentOrderRepository orders,
            FulfilmentLineRepository lines,
            Warehouses warehouses,
            OrderGate gate,
            Tenants tenants,
            OperationLog log,
            Clock clock) {
        this.orders = orders;
        this.lines = lines;
        this.warehouses = warehouses;
        this.gate = gate;
        this.tenants = tenants;
        this.log = log;
        this.clock = clock;
    }

    /**
     * The labels of these parcels, 76 × 130 mm a page, in the order of their numbers. Parcels without a waybill, or
     * with one for a receiver who is no longer the order's, and those that are cancelled or already out are left out.
     *
     * @throws NothingToPrint when none is left
     */
    @Requires(Permission.FULFILMENT_PRINT)
    public byte[] labels(Collection<UUID> parcelIds) {
        List<FulfilmentOrder> printable = found(parcelIds).stream()
                .filter(parcel -> parcel.waybillNo() != null && parcel.state().inTheHouse())
                .toList();
        Map<UUID, Integer> receivers = gate.contactVersions(printable);
        printable = printable.stream()
                .filter(parcel -> parcel.isFor(receivers.getOrDefault(parcel.orderId(), 0)))
                .toList();
        Map<UUID, List<FulfilmentLine>> goods = linesOf(printable);
        List<LabelSheet> sheets = printable.stream()
                .map(parcel -> label(parcel, goods.getOrDefault(parcel.id(), List.of())))
                .toList();
        if (sheets.isEmpty()) {
            throw new NothingToPrint();
        }
        for (FulfilmentOrder parcel : printable) {
            gate.labelPrinted(parcel, clock.instant());
            boolean first = parcel.labelPrints() == 1;
            log.record(
                    first ? "label.printed" : "label.reprinted",
                    "parcel",
                    parcel.number(),
                    parcel.waybillNo() + (first ? "" : " × " + parcel.labelPrints()));
        }
        return Labels.pdf(sheets);
    }

    /**
     * One walk through the warehouse for all these parcels, sorted by bin; each row says into which parcel the pieces
     * go.
     *
     * @throws NothingToPrint when none of them is still to be picked
     */
    @Requires({Permission.FULFILMENT_PRINT, Permission.FULFILMENT_PICK})
    public byte[] pickList(Collection<UUID> parcelIds) {
        List<FulfilmentOrder> open =
                found(parcelIds).stream().filter(FulfilmentOrder::pickable).toList();
        if (open.isEmpty()) {
            throw new NothingToPrint();
        }
        Map<UUID, String> slots = slots(open);
        List<PickListSheet.Row> rows = linesOf(open).values().stream()
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(FulfilmentLine::skuId))
                .values()
                .stream()
                .map(same -> row(same, slots))
                .sorted(Comparator.comparing(row -> row.bin() == null ? "~" : row.bin()))
                .toList();
        String number = open.size() == 1
                ? open.getFirst().number()
                : "PL-" + open.getFirst().number();
        log.record("pick-list.printed", "parcel", number, open.size() + "");
        return PickLists.pdf(new PickListSheet(
                number, warehouse(open.getFirst().warehouseId()).name(), open.size(), rows, null, printedAt()));
    }

    /** Nothing of what was chosen can be printed. */
    public static final class NothingToPrint extends RuntimeException {
        NothingToPrint() {
            super("Nothing to print");
        }
    }

    private List<FulfilmentOrder> found(Collection<UUID> ids) {
        if (ids.size() > MOST) {
            throw new IllegalArgumentException("At most " + MOST + " parcels a print");
        }
        return orders.findByIdIn(ids).stream()
                .sorted(Comparator.comparing(FulfilmentOrder::number))
                .toList();
    }

    private Map<UUID, List<FulfilmentLine>> linesOf(List<FulfilmentOrder> parcels) {
        return lines
                .findByFulfilmentOrderIdInOrderByFulfilmentOrderIdAscLineNoAsc(
                        parcels.stream().map(FulfilmentOrder::id).toList())
                .stream()
                .collect(Collectors.groupingBy(FulfilmentLine::fulfilmentOrderId));
    }

    private LabelSheet label(FulfilmentOrder parcel, List<FulfilmentLine> goods) {
        WarehouseInfo from = warehouse(parcel.warehouseId());
        Contact to = gate.receiver(parcel);
        WaybillLabel carrier = parcel.label();
        return new LabelSheet(
                carrier.service().isEmpty() ? parcel.carrier() : carrier.service(),
                carrier.destination().isEmpty()
                        ? null
                        : new LabelSheet.Routing(carrier.destination(), carrier.detail()),
                java.util.Objects.requireNonNull(parcel.waybillNo()),
                new LabelSheet.Party(to.name(), to.phone(), to.address().oneLine()),
                new LabelSheet.Party(
                        from.senderName(), from.senderPhone(), from.address().oneLine()),
                parcel.orderNumber(),
                1,
                1,
                null,
                0,
                goods.stream()
                        .map(line -> new LabelSheet.Item(line.skuCode(), line.quantity()))
                        .toList(),
                null,
                printedAt(),
                parcel.labelPrinted(clock.instant(), Acting.current().actor().name()));
    }

    private static PickListSheet.Row row(List<FulfilmentLine> same, Map<UUID, String> slots) {
        FulfilmentLine first = same.getFirst();
        List<PickListSheet.Slot> into = slots.size() == 1
                ? List.of()
                : same.stream()
                        .map(line -> new PickListSheet.Slot(slot(slots, line), line.quantity()))
                        .toList();
        return new PickListSheet.Row(
                first.bin(),
                first.name(),
                first.spec(),
                first.skuCode(),
                first.barcodes().stream().findFirst().orElse(null),
                same.stream().mapToInt(FulfilmentLine::quantity).sum(),
                into);
    }

    private static String slot(Map<UUID, String> slots, FulfilmentLine line) {
        return slots.getOrDefault(line.fulfilmentOrderId(), "");
    }

    private static Map<UUID, String> slots(List<FulfilmentOrder> parcels) {
        Map<UUID, String> slots = new java.util.LinkedHashMap<>();
        for (FulfilmentOrder parcel : parcels) {
            slots.put(parcel.id(), String.valueOf(slots.size() + 1));
        }
        return slots;
    }

    private WarehouseInfo warehouse(UUID id) {
        return warehouses.all().stream()
                .filter(warehouse -> warehouse.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private ZonedDateTime printedAt() {
        return clock.instant().atZone(tenants.current().zone());
    }
}
