package com.dingshu.orders;

import com.dingshu.customers.MaskedContact;
import com.dingshu.customers.SealedContact;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Who gets the parcel: sealed, and in the masked form that lists show. */
@Embeddable
class Receiver {

    @Column(name = "contact")
    private byte @Nullable [] contact;

    private byte @Nullable [] phoneIndex;
    private byte @Nullable [] lastFourIndex;
    private byte @Nullable [] nameIndex;

    /** Of what the channel gave last, so that an edit of ours is not taken for a change of theirs. */
    private byte @Nullable [] channelContact;

    /** Counts the receivers the order has had. */
    private int contactVersion;

    private boolean contactMasked;
    private boolean contactComplete;
    private String maskedName = "";
    private String maskedPhone = "";
    private String maskedAddress = "";
    private String country = "";
    private String province = "";
    private String city = "";
    private String district = "";

    protected Receiver() {}

    void set(SealedContact sealed, boolean masked, boolean complete) {
        this.contact = sealed.cipher();
        this.contactVersion++;
        this.phoneIndex = sealed.phoneIndex();
        this.lastFourIndex = sealed.lastFourIndex();
        this.nameIndex = sealed.nameIndex();
        this.contactMasked = masked;
        this.contactComplete = complete;
        this.maskedName = sealed.masked().name();
        this.maskedPhone = sealed.masked().phone();
        this.maskedAddress = sealed.masked().address();
        this.country = sealed.country();
        this.province = sealed.province();
        this.city = sealed.city();
        this.district = sealed.district();
    }

    void heardFromChannel(byte[] fingerprint) {
        this.channelContact = fingerprint;
    }

    /** Whether the channel gave just this before. */
    boolean isKnownFromChannel(byte[] fingerprint) {
        return channelContact != null && Arrays.equals(channelContact, fingerprint);
    }

    byte @Nullable [] contact() {
        return contact;
    }

    int version() {
        return contactVersion;
    }

    boolean isMasked() {
        return contactMasked;
    }

    boolean isComplete() {
        return contactComplete;
    }

    MaskedContact masked() {
        return new MaskedContact(maskedName, maskedPhone, maskedAddress);
    }
}
