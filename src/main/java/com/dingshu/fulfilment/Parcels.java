package com.dingshu.fulfilment;

import com.dingshu.shipping.Waybills;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.OperationLog;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Requires;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The parcels of orders: reads for screens, and what people do about their waybills. */
@Service
@Transactional
public class Parcels {

    private static final int LONGEST_REASON = 200;
    private static final int MOST = 300;

    private final FulfilmentOrderRepository orders;
    private final WaybillRequests requests;
    private final Waybills waybills;
    private final OrderGate gate;
    private final OperationLog log;

    Parcels(
            FulfilmentOrderRepository orders,
            WaybillRequests requests,
            Waybills waybills,
            OrderGate gate,
            OperationLog log) {
        this.orders = orders;
        this.requests = requests;
        this.waybills = waybills;
        this.gate = gate;
        this.log = log;
    }

    /** The parcels of one order, oldest first; empty for an unknown order. */
    @Requires({Permission.ORDERS_VIEW, Permission.FULFILMENT_VIEW, Permission.STATUS_PAGE, Permission.FACTS_RECORD})
    @Transactional(readOnly = true)
    public List<ParcelInfo> ofOrder(UUID orderId) {
        return orders.findByOrderId(orderId).stream().map(Parcels::info).toList();
    }

    /** The parcels of many orders, by their numbers; at most 300 orders. */
    @Requires({Permission.ORDERS_VIEW, Permission.FULFILMENT_VIEW, Permission.FULFILMENT_PRINT})
    @Transactional(readOnly = true)
    public List<ParcelInfo> ofOrders(Collection<UUID> orderIds) {
        if (orderIds.size() > MOST) {
            throw new IllegalArgumentException("At most " + MOST + " orders, not " + orderIds.size());
        }
        return orders.findByOrderIdIn(orderIds).stream()
                .map(Parcels::info)
                .sorted(Comparator.comparing(ParcelInfo::number))
                .toList();
    }

    /** Asks the carrier for a number again, which it refused or which was taken back. */
    @Requires(Permission.FULFILMENT_PRINT)
    public ParcelResult requestWaybillAgain(UUID parcelId) {
        FulfilmentOrder parcel = orders.lock(parcelId).orElseThrow();
        if (!parcel.lacksWaybill()) {
            return new ParcelResult.Refused(
                    parcel.state().inTheHouse() ? ParcelResult.Why.HAS_WAYBILL : ParcelResult.Why.NOT_HERE);
        }
        parcel.waybillAskedAgain();
        requests.request(parcel);
        log.record("waybill.requested", "parcel", parcel.number(), null);
        return new ParcelResult.Done(info(parcel));
    }

    /**
     * Takes the parcel's number back and asks for no other (取消面单); labels printed with it are void. The carrier is told
     * in the background; when it keeps the number, the parcel has it again and says why.
     */
    @Requires(Permission.FULFILMENT_PRINT)
    public ParcelResult cancelWaybill(UUID parcelId, String reason) {
        return takeBack(parcelId, reason, "waybill.cancelled", FulfilmentOrder::waybillGivenUp);
    }

    /** Takes the parcel's number back and has another drawn (换单); otherwise like {@link #cancelWaybill}. */
    @Requires(Permission.FULFILMENT_PRINT)
    public ParcelResult reissueWaybill(UUID parcelId, String reason) {
        return takeBack(parcelId, reason, "waybill.reissued", FulfilmentOrder::waybillWithdrawn);
    }

    private ParcelResult takeBack(UUID parcelId, String reason, String action, Consumer<FulfilmentOrder> verb) {
        if (reason.isBlank()) {
            return new ParcelResult.Refused(ParcelResult.Why.REASON_MISSING);
        }
        String why = reason.strip()
                .substring(0, Math.min(LONGEST_REASON, reason.strip().length()));
        return Acting.current().because(why).call(() -> {
            FulfilmentOrder parcel = orders.lock(parcelId).orElseThrow();
            if (!parcel.holdsWaybill()) {
                return new ParcelResult.Refused(
                        parcel.state().inTheHouse() ? ParcelResult.Why.NO_WAYBILL : ParcelResult.Why.NOT_HERE);
            }
            String number = Objects.requireNonNull(parcel.waybillNo());
            verb.accept(parcel);
            gate.waybillTakenBack(parcel, number);
            waybills.cancelLater(parcel.id());
            log.record(action, "parcel", parcel.number(), number);
            return new ParcelResult.Done(info(parcel));
        });
    }

    static ParcelInfo info(FulfilmentOrder order) {
        return new ParcelInfo(
                order.id(),
                order.number(),
                order.orderId(),
                order.orderNumber(),
                order.warehouseId(),
                order.state(),
                order.totalUnits(),
                order.pickedUnits(),
                order.packedUnits(),
                order.carrier(),
                order.waybillState(),
                order.waybillNo(),
                order.waybillProblem(),
                order.dueAt(),
                order.openedAt(),
                order.pickedAt(),
                order.packedAt(),
                order.labelPrintedAt(),
                order.labelPrints(),
                order.labelPrintedBy(),
                order.isToRelabel(),
                order.shippedAt());
    }
}
