package com.dingshu.fulfilment;

import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Requires;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What waits in the warehouse, most urgent first. */
@Service
@Transactional(readOnly = true)
public class WarehouseTasks {

    private static final int MOST = 300;
    private static final Set<FulfilmentState> WAITING =
            Set.of(FulfilmentState.OPEN, FulfilmentState.IN_PROGRESS, FulfilmentState.PICKED, FulfilmentState.PACKED);

    private final FulfilmentOrderRepository orders;
    private final FulfilmentLineRepository lines;

    WarehouseTasks(FulfilmentOrderRepository orders, FulfilmentLineRepository lines) {
        this.orders = orders;
        this.lines = lines;
    }

    /** The most urgent 300 parcels that are not out yet, in two statements. */
    @Requires({Permission.FULFILMENT_PICK, Permission.FULFILMENT_PACK, Permission.FULFILMENT_OUTBOUND})
    public List<WarehouseTask> waiting() {
        List<FulfilmentOrder> found = orders.findByStateInOrderByDueAtAscIdAsc(WAITING, Limit.of(MOST));
        Map<UUID, List<FulfilmentLine>> byOrder = linesOf(found);
        return found.stream()
                .map(order -> task(order, byOrder.getOrDefault(order.id(), List.of())))
                .toList();
    }

    private Map<UUID, List<FulfilmentLine>> linesOf(Collection<FulfilmentOrder> found) {
        return lines
                .findByFulfilmentOrderIdInOrderByFulfilmentOrderIdAscLineNoAsc(
                        found.stream().map(FulfilmentOrder::id).toList())
                .stream()
                .collect(Collectors.groupingBy(FulfilmentLine::fulfilmentOrderId));
    }

    private static WarehouseTask task(FulfilmentOrder order, List<FulfilmentLine> lines) {
        ScanKind kind = step(order);
        return new WarehouseTask(
                order.id(),
                kind,
                order.number(),
                order.orderNumber(),
                order.dueAt(),
                order.waybillNo(),
                order.carrier(),
                order.totalUnits(),
                kind == ScanKind.PICK ? order.pickedUnits() : order.packedUnits(),
                lines.stream().map(line -> line(line, kind)).toList());
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
