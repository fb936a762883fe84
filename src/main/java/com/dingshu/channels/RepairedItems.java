package com.dingshu.channels;

import com.dingshu.catalog.events.ItemMapped;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Doorbell;
import com.dingshu.tenancy.EventConsumer;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** An item was mapped to a SKU: everything that waits for it is run again. */
@Component
class RepairedItems implements EventConsumer<ItemMapped> {

    private final RawGateway gateway;
    private final Doorbell doorbell;
    private final Clock clock;

    RepairedItems(RawGateway gateway, Doorbell doorbell, Clock clock) {
        this.gateway = gateway;
        this.doorbell = doorbell;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "channels.repaired-items";
    }

    @Override
    public Class<ItemMapped> type() {
        return ItemMapped.class;
    }

    @Override
    public void on(ItemMapped event) {
        if (gateway.requeueWaitingFor(event.shopId(), event.itemKey(), clock.instant()) > 0) {
            doorbell.ring(RawInbox.KIND, Acting.current().tenantId());
        }
    }
}
