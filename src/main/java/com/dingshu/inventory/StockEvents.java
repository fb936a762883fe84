package com.dingshu.inventory;

import com.dingshu.catalog.events.BufferChanged;
import com.dingshu.tenancy.Consumes;
import com.dingshu.tenancy.EventConsumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the stock pool hears of the catalogue. */
@Configuration(proxyBeanMethods = false)
class StockEvents {

    /** Keeps back the share of a SKU's pieces that the catalogue says. */
    @Bean
    EventConsumer<BufferChanged> keepsBack(Stock stock) {
        return Consumes.each(
                "inventory.buffer",
                BufferChanged.class,
                event -> stock.keepBack(event.aggregateId(), event.percentTimes100(), event.roundsUp()));
    }
}
