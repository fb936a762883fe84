package com.dingshu.customers;

import com.dingshu.tenancy.AuditedRow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;
import org.jspecify.annotations.Nullable;

/** One person who buys, with the contact data last seen. */
@Entity
@Audited
class Customer extends AuditedRow {

    /** Wrapped by the merchant's key. Without it nothing of this person can be read. */
    @NotAudited
    @Column(updatable = false)
    private byte[] dataKey;

    private String channel;

    @Column(updatable = false)
    private Instant firstSeenAt;

    private byte @Nullable [] contact;
    private byte @Nullable [] phoneIndex;
    private byte @Nullable [] lastFourIndex;
    private byte @Nullable [] nameIndex;
    private byte @Nullable [] fingerprint;
    private String maskedName;
    private String maskedPhone;
    private String maskedAddress;
    private String country;
    private String province;
    private String city;
    private String district;
    private @Nullable UUID mergedInto;
    private @Nullable Instant mergedAt;
    private @Nullable String mergedBy;

    @SuppressWarnings("NullAway.Init")
    protected Customer() {}

    Customer(UUID id, byte[] dataKey, String channel, Instant firstSeenAt) {
        super(id);
        this.dataKey = dataKey;
        this.channel = channel;
        this.firstSeenAt = firstSeenAt;
        this.maskedName = "";
        this.maskedPhone = "";
        this.maskedAddress = "";
        this.country = "";
        this.province = "";
        this.city = "";
        this.district = "";
    }

    byte[] dataKey() {
        return dataKey;
    }

    boolean knows(byte[] otherFingerprint) {
        return fingerprint != null && Arrays.equals(fingerprint, otherFingerprint);
    }

    boolean hasContact() {
        return contact != null;
    }

    /** Takes over contact data that differs from what was known; what was known stays in the history. */
    void reach(SealedContact sealed, byte @Nullable [] newFingerprint) {
        this.contact = sealed.cipher();
        this.phoneIndex = sealed.phoneIndex();
        this.lastFourIndex = sealed.lastFourIndex();
        this.nameIndex = sealed.nameIndex();
        this.fingerprint = newFingerprint;
        this.maskedName = sealed.masked().name();
        this.maskedPhone = sealed.masked().phone();
        this.maskedAddress = sealed.masked().address();
        this.country = sealed.country();
        this.province = sealed.province();
        this.city = sealed.city();
        this.district = sealed.district();
    }

    /** Who stands for this person too; null while the person stands alone. */
    @Nullable
    UUID mergedInto() {
        return mergedInto;
    }

    void mergeInto(UUID other, String by, Instant now) {
        this.mergedInto = other;
        this.mergedAt = now;
        this.mergedBy = by;
    }

    /** The person stands alone again. */
    void partAgain() {
        this.mergedInto = null;
        this.mergedAt = null;
        this.mergedBy = null;
    }

    byte @Nullable [] contact() {
        return contact;
    }
}
