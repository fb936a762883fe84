package com.dingshu.shipping;

import com.dingshu.shared.Ids;
import com.dingshu.tenancy.AuditedRow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import org.hibernate.envers.Audited;

/** The merchant's account at one carrier, the signing secret encrypted under the merchant's key. */
@Entity
@Audited
class CarrierContract extends AuditedRow {

    private String carrier;
    private String partnerId;
    private String monthlyCard;

    @Column(length = 500)
    private byte[] secret;

    @SuppressWarnings("NullAway.Init")
    protected CarrierContract() {}

    @SuppressWarnings("NullAway.Init")
    CarrierContract(String carrier) {
        super(Ids.next());
        this.carrier = carrier;
    }

    void change(String partnerId, byte[] secret, String monthlyCard) {
        this.partnerId = partnerId;
        this.secret = secret;
        this.monthlyCard = monthlyCard;
    }

    String carrier() {
        return carrier;
    }

    String partnerId() {
        return partnerId;
    }

    String monthlyCard() {
        return monthlyCard;
    }

    byte[] secret() {
        return secret;
    }
}
