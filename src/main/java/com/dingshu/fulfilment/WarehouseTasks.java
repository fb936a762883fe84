package com.dingshu.fulfilment;

import com.dingshu.orders.Anchor;
import com.dingshu.orders.ClockState;
import com.dingshu.orders.Standing;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Requires;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What waits in the warehouse, most urgent first. */
@Service
@Transactional(readOnly = true)
public class WarehouseTasks {

    private static final int MOST = 300;
    /** So long a packed parcel that was called off is still named, for devices that meet it on the shelf. */
    private static final Duration REMEMBERED = Duration.ofDays(2);

    private static final Set<FulfilmentState> WAITING =
            Set.of(FulfilmentState.OPEN, FulfilmentState.IN_PROGRESS, FulfilmentState.PICKED, FulfilmentState.PACKED);

    private final FulfilmentOrderRepository orders;
    private final FulfilmentLineRepository lines;
    private final OrderGate gate;
    private final Clock clock;

    WarehouseTasks(FulfilmentOrderRepository orders, FulfilmentLineRepository lines, OrderGate gate, Clock clock) {
        this.orders = orders;
        this.lines = lines;
        this.gate = gate;
        this.clock = clock;
    }

    /** The most urgent 300 parcels that are not out yet, and packed ones lately called off; in four statements. */
    @Requires({Permission.FULFILMENT_PICK, Permission.FULFILMENT_PACK, Permission.FULFILMENT_OUTBOUND})
    public List<WarehouseTask> waiting() {
        List<FulfilmentOrder> found =
                new ArrayList<>(orders.findByStateInOrderByDueAtAscIdAsc(WAITING, Limit.of(MOST)));
        orders
                .findByStateAndDueAtAfterOrderByDueAtAscIdAsc(
                        FulfilmentState.CANCELLED, clock.instant().minus(REMEMBERED), Limit.of(MOST))
                .stream()
                .filter(parcel -> parcel.packedAt() != null && parcel.waybillNo() != null)
                .forEach(found::add);
        Map<UUID, List<FulfilmentLine>> byParcel = linesOf(found);
        Map<UUID, Standing> standings =
                gate.standings(found.stream().map(FulfilmentOrder::orderId).collect(Collectors.toSet()));
        return found.stream()
                .map(parcel ->
                        task(parcel, standings.get(parcel.orderId()), byParcel.getOrDefault(parcel.id(), List.of())))
                .toList();
    }

    /** Of what is still to be scanned piece by piece. */
    private Map<UUID, List<FulfilmentLine>> linesOf(Collection<FulfilmentOrder> found) {
        List<UUID> open = found.stream()
                .filter(parcel -> parcel.pickable() || parcel.packable())
                .map(FulfilmentOrder::id)
                .toList();
        return lines.findByFulfilmentOrderIdInOrderByFulfilmentOrderIdAscLineNoAsc(open).stream()
                .collect(Collectors.groupingBy(FulfilmentLine::fulfilmentOrderId));
    }

    private static WarehouseTask task(FulfilmentOrder parcel, @Nullable Standing order, List<FulfilmentLine> lines) {
        ScanKind kind = step(parcel);
        boolean outbound = kind == ScanKind.OUTBOUND;
        boolean paused = order != null && order.clock().state() == ClockState.PAUSED;
        return new WarehouseTask(
                parcel.id(),
                kind,
                parcel.number(),
                parcel.orderNumber(),
                order == null || order.clock().dueAt() == null
                        ? parcel.dueAt()
                        : order.clock().dueAt(),
                paused ? WarehouseTask.Clock.PAUSED : WarehouseTask.Clock.RUNNING,
                parcel.waybillNo(),
                "1/1",
                parcel.carrier(),
                state(parcel, order),
                outbound ? 1 : parcel.totalUnits(),
                outbound ? 0 : kind == ScanKind.PICK ? parcel.pickedUnits() : parcel.packedUnits(),
                lines.stream().map(line -> line(line, kind)).toList());
    }

    private static WarehouseTask.State state(FulfilmentOrder parcel, @Nullable Standing order) {
        if (parcel.state() == FulfilmentState.CANCELLED || order == null || order.anchor() != Anchor.PICKING) {
            return WarehouseTask.State.CANCELLED;
        }
        if (order.held()) {
            return WarehouseTask.State.HELD;
        }
        return OrderGate.wronglyAddressed(parcel, order)
                ? WarehouseTask.State.ADDRESS_CHANGED
                : WarehouseTask.State.READY;
    }

    private static ScanKind step(FulfilmentOrder order) {
        if (order.pickable()) {
            return ScanKind.PICK;
        }
        return order.packable() ? ScanKind.PACK : ScanKind.OUTBOUND;
    }

    private static WarehouseTask.Line line(FulfilmentLine line, ScanKind kind) {
        return new WarehouseTask.Line(
                line.id(),
                line.skuCode(),
                line.name(),
                line.spec(),
                line.barcodes(),
                line.quantity(),
                kind == ScanKind.PICK ? line.picked() : line.packed(),
                line.bin());
    }
}
