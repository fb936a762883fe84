package com.dingshu.simulator.taobao;

import com.dingshu.simulator.Buyer;
import com.dingshu.simulator.Http;
import com.dingshu.simulator.Shop;
import com.dingshu.simulator.Signing;
import com.dingshu.simulator.SimLine;
import com.dingshu.simulator.SimOrder;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Renders orders as the gateway's trades: yuan as text, times without zone in GMT+8, receivers masked. */
final class TaobaoTrades {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZONE);

    private TaobaoTrades() {}

    static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }

    static String status(SimOrder order) {
        return switch (order.state) {
            case UNPAID -> "WAIT_BUYER_PAY";
            case PAID -> "WAIT_SELLER_SEND_GOODS";
            case SHIPPED -> "WAIT_BUYER_CONFIRM_GOODS";
            case COMPLETED -> "TRADE_FINISHED";
            case CANCELLED -> order.paid == null ? "TRADE_CLOSED_BY_TAOBAO" : "TRADE_CLOSED";
        };
    }

    static String oaid(Shop shop, SimOrder order) {
        return "1k" + Signing.hex(Signing.md5(shop.settings().shopId() + order.buyer.id() + order.buyer.detail()));
    }

    static ObjectNode trade(Shop shop, SimOrder order) {
        ObjectNode trade = Http.object();
        trade.put("tid", Long.parseLong(order.id)).put("tid_str", order.id);
        trade.put("status", status(order))
                .put("type", "fixed")
                .put("title", shop.settings().shopName());
        trade.put("seller_nick", shop.settings().shopId());
        trade.put("buyer_nick", order.buyer.nick()).put("buyer_open_uid", "AAH" + order.buyer.id());
        times(trade, order);
        money(trade, order);
        trade.put("buyer_message", order.buyerNote).put("seller_memo", "").put("seller_flag", 0);
        trade.put("shipping_type", "express").put("trade_from", "WAP").put("cod_status", "NEW_CREATED");
        receiver(trade, order.buyer);
        trade.put("oaid", oaid(shop, order));
        if (order.discountMinor() > 0) {
            trade.putObject("promotion_details").putArray("promotion_detail").add(promotion(order));
        }
        ArrayNode lines = trade.putObject("orders").putArray("order");
        order.lines.forEach(line -> lines.add(line(order, line)));
        if (order.patch != null) {
            Http.merge(trade, order.patch);
        }
        return trade;
    }

    private static void times(ObjectNode trade, SimOrder order) {
        trade.put("created", time(order.created)).put("modified", time(order.modified));
        if (order.paid != null) {
            trade.put("pay_time", time(order.paid));
        }
    }

    static String time(Instant at) {
        return TIME.format(at);
    }

    private static void money(ObjectNode trade, SimOrder order) {
        trade.put("total_fee", yuan(order.goodsMinor()))
                .put("discount_fee", "0.00")
                .put("adjust_fee", "0.00");
        trade.put("post_fee", yuan(order.freightMinor)).put("payment", yuan(order.payMinor()));
        trade.put("received_payment", "0.00")
                .put("has_post_fee", true)
                .put("point_fee", 0)
                .put("coupon_fee", 0);
    }

    private static void receiver(ObjectNode trade, Buyer buyer) {
        trade.put("receiver_name", buyer.name().charAt(0) + "**");
        trade.put("receiver_state", buyer.province()).put("receiver_city", buyer.city());
        trade.put("receiver_district", buyer.district()).put("receiver_town", buyer.town());
        trade.put("receiver_address", "*".repeat(8)).put("receiver_zip", buyer.postcode());
        String digits = buyer.phone().replaceAll("\\D", "");
        trade.put("receiver_mobile", "*******" + digits.substring(Math.max(0, digits.length() - 4)));
        trade.put("receiver_phone", "");
    }

    private static ObjectNode promotion(SimOrder order) {
        return Http.object()
                .put("id", Long.parseLong(order.id))
                .put("promotion_name", "店铺优惠券")
                .put("discount_fee", yuan(order.discountMinor()))
                .put("promotion_id", "shopbonus-" + order.discountMinor());
    }

    private static ObjectNode line(SimOrder order, SimLine line) {
        ObjectNode node = Http.object();
        node.put("oid", Long.parseLong(line.id())).put("oid_str", line.id());
        node.put(
                "num_iid", 598_000_000_000L + Math.floorMod(line.product().sku().hashCode(), 1_000_000_000));
        node.put("sku_id", "42334" + Math.floorMod(line.product().sku().hashCode(), 100_000_000));
        node.put("outer_sku_id", line.product().sku())
                .put("title", line.product().name());
        node.put("sku_properties_name", line.product().spec()).put("num", line.quantity());
        node.put("price", yuan(line.product().priceMinor())).put("total_fee", yuan(line.totalMinor()));
        node.put("discount_fee", "0.00").put("adjust_fee", "0.00");
        node.put("part_mjz_discount", yuan(line.discountMinor()));
        node.put("divide_order_fee", yuan(line.paidMinor()));
        // the platform includes the postage here only when the trade has a single line
        node.put("payment", yuan(line.totalMinor() + (order.lines.size() == 1 ? order.freightMinor : 0)));
        node.put("status", status(order))
                .put("refund_status", "NO_REFUND")
                .put("order_from", "WAP")
                .put("cid", 50003790);
        return node;
    }
}
