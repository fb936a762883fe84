package com.dingshu.channels;

import com.dingshu.catalog.events.ItemMapped;
import com.dingshu.catalog.events.SkuAdded;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Consumes;
import com.dingshu.tenancy.Doorbell;
import com.dingshu.tenancy.EventConsumer;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What waits for an item is run again as soon as the catalogue knows what it stands for. */
@Configuration(proxyBeanMethods = false)
class RepairedItems {

    private final RawGateway gateway;
    private final Doorbell doorbell;
    private final Clock clock;

    RepairedItems(RawGateway gateway, Doorbell doorbell, Clock clock) {
        this.gateway = gateway;
        this.doorbell = doorbell;
        this.clock = clock;
    }

    /** An item was mapped to a SKU. */
    @Bean
    EventConsumer<ItemMapped> repairedItems() {
        return Consumes.each(
                "channels.repaired-items",
                ItemMapped.class,
                event -> again(gateway.requeueWaitingFor(event.shopId(), event.itemKey(), clock.instant())));
    }

    /** A code or barcode became known. */
    @Bean
    EventConsumer<SkuAdded> repairedCodes() {
        return Consumes.each(
                "channels.repaired-codes",
                SkuAdded.class,
                event -> again(gateway.requeueWaitingForAny(event.keys(), clock.instant())));
    }

    private void again(int requeued) {
        if (requeued > 0) {
            doorbell.ring(RawInbox.KIND, Acting.current().tenantId());
        }
    }
}
