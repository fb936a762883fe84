package com.dingshu.fulfilment;

import com.dingshu.shared.Ids;
import com.dingshu.shipping.WaybillLabel;
import com.dingshu.tenancy.AuditedRow;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

/** What a warehouse does for one parcel of an order: pick its goods, pack them, send them out. */
@Entity
@Audited
class FulfilmentOrder extends AuditedRow {

    private String number;
    private UUID orderId;
    private String orderNumber;
    private UUID warehouseId;

    @Enumerated(EnumType.STRING)
    private FulfilmentState state;

    private int totalUnits;
    private int pickedUnits;
    private int packedUnits;
    private String carrier;

    @Enumerated(EnumType.STRING)
    private WaybillProgress waybillState;

    private @Nullable String waybillNo;
    private @Nullable String waybillProblem;
    private String destination = "";
    private String destinationMore = "";
    private String service = "";
    private @Nullable Instant dueAt;
    private Instant openedAt;
    private @Nullable Instant pickedAt;
    private @Nullable Instant packedAt;
    private @Nullable Instant labelPrintedAt;
    private int labelPrints;
    private @Nullable String labelPrintedBy;
    private int contactVersion;
    private boolean toRelabel;
    private @Nullable Instant shippedAt;
    private @Nullable Instant cancelledAt;

    @SuppressWarnings("NullAway.Init")
    protected FulfilmentOrder() {}

    FulfilmentOrder(
            String number,
            UUID orderId,
            String orderNumber,
            UUID warehouseId,
            int totalUnits,
            String carrier,
            @Nullable Instant dueAt,
            Instant now) {
        super(Ids.next());
        this.number = number;
        this.orderId = orderId;
        this.orderNumber = orderNumber;
        this.warehouseId = warehouseId;
        this.state = FulfilmentState.OPEN;
        this.totalUnits = totalUnits;
        this.carrier = carrier;
        this.waybillState = WaybillProgress.ASKED;
        this.dueAt = dueAt;
        this.openedAt = now;
    }

    String number() {
        return number;
    }

    UUID orderId() {
        return orderId;
    }

    String orderNumber() {
        return orderNumber;
    }

    UUID warehouseId() {
        return warehouseId;
    }

    FulfilmentState state() {
        return state;
    }

    int totalUnits() {
        return totalUnits;
    }

    int pickedUnits() {
        return pickedUnits;
    }

    int packedUnits() {
        return packedUnits;
    }

    String carrier() {
        return carrier;
    }

    @Nullable
    String waybillNo() {
        return waybillNo;
    }

    @Nullable
    String waybillProblem() {
        return waybillProblem;
    }

    WaybillProgress waybillState() {
        return waybillState;
    }

    WaybillLabel label() {
        return new WaybillLabel(service, destination, destinationMore);
    }

    @Nullable
    Instant dueAt() {
        return dueAt;
    }

    Instant openedAt() {
        return openedAt;
    }

    @Nullable
    Instant pickedAt() {
        return pickedAt;
    }

    @Nullable
    Instant packedAt() {
        return packedAt;
    }

    @Nullable
    Instant labelPrintedAt() {
        return labelPrintedAt;
    }

    int labelPrints() {
        return labelPrints;
    }

    @Nullable
    String labelPrintedBy() {
        return labelPrintedBy;
    }

    /** A printed label is about that bears a receiver who is no longer the order's. */
    boolean isToRelabel() {
        return toRelabel;
    }

    /** Whether its waybill was asked for this one of the order's receivers. */
    boolean isFor(int contactVersion) {
        return this.contactVersion == contactVersion;
    }

    /** Its waybill is being asked for this one of the order's receivers. */
    void waybillAskedFor(int contactVersion) {
        this.contactVersion = contactVersion;
    }

    /** Whether the number can be taken back: the goods are here and there is one. */
    boolean holdsWaybill() {
        return state.inTheHouse() && waybillState == WaybillProgress.ISSUED;
    }

    /** Whether a number can be asked for: the goods are here, there is none, and none is being fetched. */
    boolean lacksWaybill() {
        return state.inTheHouse()
                && (waybillState == WaybillProgress.REFUSED || waybillState == WaybillProgress.WITHDRAWN);
    }

    @Nullable
    Instant shippedAt() {
        return shippedAt;
    }

    boolean pickable() {
        return state == FulfilmentState.OPEN || state == FulfilmentState.IN_PROGRESS;
    }

    boolean packable() {
        return state == FulfilmentState.PICKED;
    }

    /** Counts one picked piece; the last one finishes picking. */
    void pickOne(Instant now) {
        require(pickable());
        pickedUnits++;
        state = FulfilmentState.IN_PROGRESS;
        if (pickedUnits == totalUnits) {
            state = FulfilmentState.PICKED;
            pickedAt = now;
        }
    }

    /** Counts one piece put into the parcel; the last one closes it. */
    void packOne(Instant now) {
        require(packable());
        packedUnits++;
        if (packedUnits == totalUnits) {
            state = FulfilmentState.PACKED;
            packedAt = now;
        }
    }

    void ship(Instant now) {
        require(state == FulfilmentState.PACKED);
        state = FulfilmentState.SHIPPED;
        shippedAt = now;
    }

    void cancel(Instant now) {
        require(state.inTheHouse());
        state = FulfilmentState.CANCELLED;
        cancelledAt = now;
    }

    void waybillIssued(String waybillNo, WaybillLabel label) {
        this.waybillNo = waybillNo;
        this.waybillState = WaybillProgress.ISSUED;
        this.waybillProblem = null;
        this.destination = label.destination();
        this.destinationMore = label.detail();
        this.service = label.service();
    }

    /** The number is no longer right; labels printed with it are void. */
    void waybillWithdrawn() {
        waybillNo = null;
        waybillState = WaybillProgress.ASKED;
        waybillProblem = null;
        labelPrintedAt = null;
        labelPrintedBy = null;
        labelPrints = 0;
    }

    /** The receiver is another: as above, and a parcel that bears a printed label needs a new one. */
    void readdressed() {
        toRelabel |= labelPrints > 0;
        waybillWithdrawn();
    }

    /** The number goes back and no other is asked for. */
    void waybillGivenUp() {
        waybillWithdrawn();
        waybillState = WaybillProgress.WITHDRAWN;
    }

    /**
     * The carrier did not take the number back: it is the parcel's again.
     *
     * @param receiverNow which of the order's receivers it has; the parcel does not leave under a number of another
     */
    void waybillKept(String keptNo, WaybillLabel label, String reason, int receiverNow) {
        waybillIssued(keptNo, label);
        toRelabel |= !isFor(receiverNow);
        waybillProblem = shortened(reason);
    }

    void waybillRefused(String reason) {
        waybillState = WaybillProgress.REFUSED;
        waybillProblem = shortened(reason);
    }

    private static String shortened(String reason) {
        return reason.substring(0, Math.min(reason.length(), 300));
    }

    /** The carrier is asked again: what it objected to is removed, or a number is wanted after all. */
    void waybillAskedAgain() {
        require(lacksWaybill());
        waybillState = WaybillProgress.ASKED;
        waybillProblem = null;
    }

    /** @return which print this is, 1 for the first */
    int labelPrinted(Instant now, String by) {
        labelPrintedAt = now;
        labelPrintedBy = by;
        toRelabel = false;
        return ++labelPrints;
    }

    private void require(boolean allowed) {
        if (!allowed) {
            throw new IllegalStateException(number + " is " + state);
        }
    }
}
