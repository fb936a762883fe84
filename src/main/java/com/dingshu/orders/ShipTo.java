package com.dingshu.orders;

import com.dingshu.customers.Contact;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is needed to send an order, contact data in clear: to be used and not to be kept.
 *
 * @param masked true when the contact is the channel's mask: no parcel finds its way with it
 */
public record ShipTo(
        UUID orderId,
        String orderNumber,
        String channel,
        String channelOrderNo,
        UUID customerId,
        Contact contact,
        boolean masked,
        @Nullable UUID warehouseId,
        List<OrderDetails.Line> lines,
        String buyerNote) {

    public ShipTo {
        lines = List.copyOf(lines);
    }
}
