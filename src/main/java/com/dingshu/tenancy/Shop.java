package com.dingshu.tenancy;

import jakarta.persistence.Entity;
import java.util.UUID;
import org.hibernate.envers.Audited;

/** One shop of the merchant on one channel. */
@Entity
@Audited
class Shop extends AuditedRow {

    private String channel;
    private String name;
    private String externalId;
    private String currency;
    private boolean active;
    private int paymentTimeoutSeconds;

    @SuppressWarnings("NullAway.Init")
    protected Shop() {}

    Shop(UUID id, OpenShop command) {
        super(id);
        this.channel = command.channel();
        this.name = command.name();
        this.externalId = command.externalId();
        this.currency = command.currency();
        this.active = true;
        this.paymentTimeoutSeconds = (int) command.paymentTimeout().toSeconds();
    }

    ShopInfo info() {
        return new ShopInfo(
                id(), channel, name, externalId, currency, active, java.time.Duration.ofSeconds(paymentTimeoutSeconds));
    }

    void setActive(boolean active) {
        this.active = active;
    }
}
