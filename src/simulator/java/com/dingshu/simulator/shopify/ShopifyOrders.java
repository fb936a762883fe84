package com.dingshu.simulator.shopify;

import com.dingshu.simulator.Buyer;
import com.dingshu.simulator.Http;
import com.dingshu.simulator.Shop;
import com.dingshu.simulator.SimLine;
import com.dingshu.simulator.SimOrder;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Renders orders as the admin API's orders: decimal text with a currency, times with an offset, receivers in the open. */
final class ShopifyOrders {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    private ShopifyOrders() {}

    static String decimal(long minor) {
        return BigDecimal.valueOf(minor, 2).toPlainString();
    }

    static String time(Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                at.truncatedTo(ChronoUnit.SECONDS).atZone(ZONE).toOffsetDateTime());
    }

    static ObjectNode order(Shop shop, SimOrder order) {
        ObjectNode node = Http.object();
        node.put("id", Long.parseLong(order.id)).put("admin_graphql_api_id", "gid://shopify/Order/" + order.id);
        node.put("name", "#" + order.id.substring(order.id.length() - 6));
        node.put("email", order.buyer.id().toLowerCase(Locale.ROOT) + "@example.com");
        node.put("created_at", time(order.created)).put("updated_at", time(order.modified));
        node.put("processed_at", time(order.paid == null ? order.created : order.paid));
        cancelled(node, order);
        node.put("note", order.buyerNote.isEmpty() ? null : order.buyerNote).put("tags", "");
        node.put("currency", shop.settings().currency())
                .put("presentment_currency", shop.settings().currency());
        money(node, order);
        node.put("financial_status", financial(order));
        node.put(
                "fulfillment_status",
                order.state == SimOrder.State.SHIPPED || order.state == SimOrder.State.COMPLETED ? "fulfilled" : null);
        node.put("test", false).put("taxes_included", false).put("source_name", "web");
        node.putArray("payment_gateway_names").add("shopify_payments");
        node.putArray("discount_codes");
        ArrayNode lines = node.putArray("line_items");
        order.lines.forEach(line -> lines.add(line(line)));
        shipping(node, order);
        node.set("shipping_address", address(order.buyer));
        node.set("billing_address", address(order.buyer));
        node.set("customer", customer(order.buyer));
        node.putArray("fulfillments");
        node.putArray("refunds");
        if (order.patch != null) {
            Http.merge(node, order.patch);
        }
        return node;
    }

    private static void cancelled(ObjectNode node, SimOrder order) {
        boolean cancelled = order.state == SimOrder.State.CANCELLED;
        node.put("cancelled_at", cancelled ? time(order.modified) : null)
                .put("cancel_reason", cancelled ? "customer" : null);
        node.put("closed_at", order.state == SimOrder.State.COMPLETED ? time(order.modified) : null);
    }

    private static void money(ObjectNode node, SimOrder order) {
        node.put("total_line_items_price", decimal(order.goodsMinor()))
                .put("total_discounts", decimal(order.discountMinor()));
        node.put("subtotal_price", decimal(order.goodsMinor() - order.discountMinor()))
                .put("total_tax", "0.00");
        node.put("total_price", decimal(order.payMinor())).put("current_total_price", decimal(order.payMinor()));
        node.put("total_outstanding", order.paid == null ? decimal(order.payMinor()) : "0.00");
    }

    private static String financial(SimOrder order) {
        if (order.state == SimOrder.State.CANCELLED) {
            return order.paid == null ? "voided" : "refunded";
        }
        return order.paid == null ? "pending" : "paid";
    }

    private static ObjectNode line(SimLine line) {
        ObjectNode node = Http.object();
        int hash = Math.floorMod(line.product().sku().hashCode(), 1_000_000_000);
        node.put("id", Long.parseLong(line.id())).put("variant_id", 44_000_000_000_000L + hash);
        node.put("product_id", 8_000_000_000_000L + hash)
                .put("title", line.product().name());
        node.put(
                "variant_title",
                line.product().spec().isEmpty() ? null : line.product().spec());
        node.put("name", line.product().name()).put("sku", line.product().sku()).put("quantity", line.quantity());
        node.put("price", decimal(line.product().priceMinor())).put("total_discount", "0.00");
        node.put("requires_shipping", true)
                .put("taxable", true)
                .put("gift_card", false)
                .put("grams", 500);
        node.put("fulfillable_quantity", line.quantity()).putNull("fulfillment_status");
        ArrayNode shares = node.putArray("discount_allocations");
        if (line.discountMinor() > 0) {
            shares.add(
                    Http.object().put("amount", decimal(line.discountMinor())).put("discount_application_index", 0));
        }
        node.putArray("tax_lines");
        return node;
    }

    private static void shipping(ObjectNode node, SimOrder order) {
        ArrayNode lines = node.putArray("shipping_lines");
        lines.add(Http.object()
                .put("title", "Standard")
                .put("price", decimal(order.freightMinor))
                .put("code", "standard"));
    }

    private static ObjectNode address(Buyer buyer) {
        return Http.object()
                .put("name", buyer.name())
                .put("first_name", buyer.name().substring(1))
                .put("last_name", buyer.name().substring(0, 1))
                .put("phone", buyer.phone())
                .put("address1", buyer.detail())
                .put("address2", buyer.district())
                .put("city", buyer.city())
                .put("province", buyer.province())
                .put("country", "China")
                .put("country_code", "CN")
                .put("zip", buyer.postcode());
    }

    private static ObjectNode customer(Buyer buyer) {
        return Http.object()
                .put("id", 7_000_000_000_000L + Math.floorMod(buyer.id().hashCode(), 1_000_000_000))
                .put("email", buyer.id().toLowerCase(Locale.ROOT) + "@example.com")
                .put("first_name", buyer.name().substring(1))
                .put("last_name", buyer.name().substring(0, 1));
    }
}
