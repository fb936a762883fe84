package com.dingshu.shipping;

import com.dingshu.shared.Ids;
import com.dingshu.tenancy.AuditedRow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * One wish for a waybill number and what became of it. A parcel has at most one that is live; a reissue is a new row with
 * the next serial.
 */
@Entity
@Audited
class Waybill extends AuditedRow {

    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(10));
    private static final int LONGEST_PROBLEM = 300;

    private UUID parcelId;
    private int serial;
    private String carrier;
    private String carrierReference;
    private String reference;
    private String senderLastFour;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private WaybillState state;

    private @Nullable String waybillNo;
    private @Nullable String labelService;
    private @Nullable String labelDestination;
    private @Nullable String labelDetail;
    private @Nullable String problem;

    private Instant requestedAt;
    private @Nullable Instant issuedAt;
    private @Nullable Instant cancelledAt;

    @NotAudited
    private int attempts;

    @NotAudited
    private @Nullable Instant nextAttemptAt;

    /** The wish with the contact data, encrypted; gone as soon as the carrier has it. */
    @NotAudited
    @Column(length = 8000)
    private byte @Nullable [] request;

    @SuppressWarnings("NullAway.Init")
    protected Waybill() {}

    Waybill(RequestWaybill wish, int serial, String senderLastFour, Instant now) {
        super(Ids.next());
        this.parcelId = wish.parcelId();
        this.serial = serial;
        this.carrier = wish.carrier();
        this.reference = wish.reference();
        this.senderLastFour = senderLastFour;
        this.carrierReference = CarrierReference.next(tenantId()).text();
        this.state = WaybillState.REQUESTED;
        this.requestedAt = now;
    }

    void seal(byte[] request, Instant firstAttemptAt) {
        this.request = request;
        this.nextAttemptAt = firstAttemptAt;
    }

    void issue(String waybillNo, WaybillLabel label, Instant now) {
        this.state = WaybillState.ISSUED;
        this.waybillNo = waybillNo;
        this.labelService = label.service();
        this.labelDestination = label.destination();
        this.labelDetail = label.detail();
        this.issuedAt = now;
        settled(null);
    }

    void refuse(String reason) {
        this.state = WaybillState.REFUSED;
        settled(reason);
    }

    void startCancelling(Instant firstAttemptAt) {
        this.state = WaybillState.CANCELLING;
        this.attempts = 0;
        this.nextAttemptAt = firstAttemptAt;
    }

    void cancel(Instant now) {
        this.state = WaybillState.CANCELLED;
        this.cancelledAt = now;
        settled(null);
    }

    /** The carrier keeps the parcel: the waybill stands as before. */
    void keep(String reason) {
        this.state = waybillNo == null ? WaybillState.REQUESTED : WaybillState.ISSUED;
        if (state == WaybillState.ISSUED) {
            settled(reason);
        }
    }

    void tryLater(String reason, Instant now) {
        this.problem = shortened(reason);
        this.nextAttemptAt = now.plus(PAUSES.get(Math.min(attempts, PAUSES.size() - 1)));
        this.attempts++;
    }

    /** Nobody can be asked until the merchant has an account with the carrier. */
    void waitForAccount(String reason, Instant now) {
        this.problem = shortened(reason);
        this.nextAttemptAt = now.plus(PAUSES.getLast());
    }

    private void settled(@Nullable String problem) {
        this.problem = shortened(problem);
        this.nextAttemptAt = null;
        this.attempts = 0;
        this.request = null;
    }

    private static @Nullable String shortened(@Nullable String text) {
        return text == null || text.length() <= LONGEST_PROBLEM ? text : text.substring(0, LONGEST_PROBLEM);
    }

    UUID parcelId() {
        return parcelId;
    }

    int serial() {
        return serial;
    }

    String carrier() {
        return carrier;
    }

    String carrierReference() {
        return carrierReference;
    }

    String senderLastFour() {
        return senderLastFour;
    }

    WaybillState state() {
        return state;
    }

    @Nullable
    String waybillNo() {
        return waybillNo;
    }

    byte @Nullable [] request() {
        return request;
    }

    WaybillInfo info() {
        return new WaybillInfo(parcelId, carrier, state, waybillNo, label(), problem);
    }

    @Nullable
    WaybillLabel label() {
        return labelService == null || labelDestination == null || labelDetail == null
                ? null
                : new WaybillLabel(labelService, labelDestination, labelDetail);
    }
}
