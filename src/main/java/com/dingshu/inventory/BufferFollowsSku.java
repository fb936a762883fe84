package com.dingshu.inventory;

import com.dingshu.catalog.events.BufferChanged;
import com.dingshu.tenancy.EventConsumer;
import org.springframework.stereotype.Component;

/** Keeps back the share of a SKU's pieces that the catalogue says. */
@Component
class BufferFollowsSku implements EventConsumer<BufferChanged> {

    private final Stock stock;

    BufferFollowsSku(Stock stock) {
        this.stock = stock;
    }

    @Override
    public String name() {
        return "inventory.buffer";
    }

    @Override
    public Class<BufferChanged> type() {
        return BufferChanged.class;
    }

    @Override
    public void on(BufferChanged event) {
        stock.keepBack(event.aggregateId(), event.percentTimes100(), event.roundsUp());
    }
}
