package com.dingshu.fulfilment;

import com.dingshu.shipping.Waybills;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Requires;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * The outbound scan: the parcel's waybill is read at the door, and only now the goods leave the books. In one
 * transaction with the order locked it refuses what is held, cancelled, wrongly labelled or not packed, consumes the committed stock and
 * marks the order shipped.
 */
@Service
public class Outbound {

    private final FulfilmentOrderRepository parcels;
    private final ScanBook book;
    private final OrderGate gate;
    private final Waybills waybills;
    private final Clock clock;

    Outbound(FulfilmentOrderRepository parcels, ScanBook book, OrderGate gate, Waybills waybills, Clock clock) {
        this.parcels = parcels;
        this.book = book;
        this.gate = gate;
        this.waybills = waybills;
        this.clock = clock;
    }

    /** Sends a parcel out. Repeating the operation id gives the first answer again and moves nothing. */
    @Requires(Permission.FULFILMENT_OUTBOUND)
    public ScanResult scan(ScanCommand command) {
        return book.once(command, ScanKind.OUTBOUND, () -> parcels.lockByWaybill(command.code())
                .map(parcel -> out(parcel, command.at()))
                .or(() -> formerlyOf(command.code()))
                .orElseGet(() -> new ScanResult.Unknown(command.code())));
    }

    /** A number that was taken back is still known: its label may be on the parcel. */
    private Optional<ScanResult> formerlyOf(String waybillNo) {
        return waybills.parcelOf(waybillNo).flatMap(parcels::lock).map(parcel -> gate.stop(parcel)
                .orElseGet(() -> gate.refused(parcel, ScanResult.Stop.LABEL_VOID)));
    }

    private ScanResult out(FulfilmentOrder parcel, Instant scannedAt) {
        if (parcel.state() == FulfilmentState.SHIPPED) {
            return new ScanResult.AlreadyScanned(parcel.id(), parcel.orderNumber());
        }
        Optional<ScanResult.Refused> stop = gate.stop(parcel);
        if (stop.isPresent()) {
            return stop.get();
        }
        if (parcel.state() != FulfilmentState.PACKED) {
            return gate.refused(parcel, ScanResult.Stop.NOT_PACKED);
        }
        Instant leftAt = plausible(parcel, scannedAt);
        if (!gate.consume(parcel)) {
            return gate.refused(parcel, ScanResult.Stop.NOT_COMMITTED);
        }
        if (!gate.shipped(parcel, leftAt)) {
            throw new IllegalStateException(parcel.number() + " was consumed, but its order does not let it go");
        }
        parcel.ship(leftAt);
        return new ScanResult.TaskComplete(
                parcel.id(),
                null,
                parcel.orderNumber(),
                null,
                new ScanResult.Progress(1, 1, parcel.totalUnits(), parcel.totalUnits()));
    }

    /** A scan stored without a network happened earlier, but never before packing nor in the future. */
    private Instant plausible(FulfilmentOrder parcel, Instant scannedAt) {
        Instant now = clock.instant();
        Instant packedAt = parcel.packedAt();
        boolean early = packedAt != null && scannedAt.isBefore(packedAt);
        return early || scannedAt.isAfter(now) ? now : scannedAt;
    }
}
