package com.dingshu.channels;

import com.dingshu.catalog.events.SkuAdded;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Doorbell;
import com.dingshu.tenancy.EventConsumer;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** A code or barcode became known: everything that waits for an item of that key is run again. */
@Component
class RepairedCodes implements EventConsumer<SkuAdded> {

    private final RawGateway gateway;
    private final Doorbell doorbell;
    private final Clock clock;

    RepairedCodes(RawGateway gateway, Doorbell doorbell, Clock clock) {
        this.gateway = gateway;
        this.doorbell = doorbell;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "channels.repaired-codes";
    }

    @Override
    public Class<SkuAdded> type() {
        return SkuAdded.class;
    }

    @Override
    public void on(SkuAdded event) {
        if (gateway.requeueWaitingForAny(event.keys(), clock.instant()) > 0) {
            doorbell.ring(RawInbox.KIND, Acting.current().tenantId());
        }
    }
}
