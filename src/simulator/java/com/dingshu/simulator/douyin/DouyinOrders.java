package com.dingshu.simulator.douyin;

import com.dingshu.simulator.Buyer;
import com.dingshu.simulator.Http;
import com.dingshu.simulator.Shop;
import com.dingshu.simulator.SimLine;
import com.dingshu.simulator.SimOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Renders orders as shop orders: fen as numbers, unix seconds, receivers as ciphers beside their masks. */
final class DouyinOrders {

    private DouyinOrders() {}

    static int status(SimOrder.State state) {
        return switch (state) {
            case UNPAID -> 1;
            case PAID -> 2;
            case SHIPPED -> 3;
            case CANCELLED -> 4;
            case COMPLETED -> 5;
        };
    }

    private static String words(SimOrder.State state) {
        return switch (state) {
            case UNPAID -> "待支付";
            case PAID -> "备货中";
            case SHIPPED -> "已发货";
            case CANCELLED -> "已取消";
            case COMPLETED -> "已完成";
        };
    }

    /** What a cipher hides is found again by its text: the platform's envelope around the order number and the field. */
    static String cipher(SimOrder order, String field, boolean phone) {
        String inner = Base64.getEncoder().encodeToString((order.id + "/" + field).getBytes(StandardCharsets.UTF_8));
        return phone ? "$$" + inner + "*Q0dZ=$1$$" : "##" + inner + "*Q0dZ=#1##";
    }

    static ObjectNode order(Shop shop, SimOrder order) {
        ObjectNode node = Http.object();
        node.put("shop_id", Long.parseLong(shop.settings().shopId()))
                .put("shop_name", shop.settings().shopName());
        node.put("open_id", "open-" + order.buyer.id())
                .put("order_id", order.id)
                .put("order_level", 2);
        node.put("biz", 2).put("biz_desc", "小店").put("order_type", 0).put("trade_type", 0);
        node.put("order_status", status(order.state)).put("order_status_desc", words(order.state));
        node.put("main_status", status(order.state)).put("main_status_desc", words(order.state));
        node.put("create_time", order.created.getEpochSecond()).put("update_time", order.modified.getEpochSecond());
        node.put("pay_time", order.paid == null ? 0 : order.paid.getEpochSecond());
        node.put("pay_type", order.paid == null ? 0 : 2);
        node.put(
                "exp_ship_time",
                order.paid == null ? 0 : order.paid.plusSeconds(172_800).getEpochSecond());
        node.put("order_amount", order.goodsMinor()).put("pay_amount", order.payMinor());
        node.put("post_amount", order.freightMinor).put("promotion_amount", order.discountMinor());
        node.put("buyer_words", order.buyerNote).put("seller_words", "").put("seller_remark_stars", 0);
        receiver(node, order);
        node.putArray("logistics_info");
        ArrayNode lines = node.putArray("sku_order_list");
        order.lines.forEach(line -> lines.add(line(order, line)));
        if (order.patch != null) {
            Http.merge(node, order.patch);
        }
        return node;
    }

    private static void receiver(ObjectNode node, SimOrder order) {
        Buyer buyer = order.buyer;
        node.put("encrypt_post_receiver", cipher(order, "name", false));
        node.put("encrypt_post_tel", cipher(order, "phone", true));
        node.put("mask_post_receiver", buyer.maskedName()).put("mask_post_tel", buyer.maskedPhone());
        ObjectNode open = place(buyer).put("encrypt_detail", cipher(order, "detail", false));
        node.set("post_addr", open);
        node.set("mask_post_addr", place(buyer).put("detail", "****"));
    }

    private static ObjectNode place(Buyer buyer) {
        ObjectNode place = Http.object();
        place.putObject("province").put("name", buyer.province()).put("id", "35");
        place.putObject("city").put("name", buyer.city()).put("id", "350200");
        place.putObject("town").put("name", buyer.district()).put("id", "350203");
        place.putObject("street").put("name", buyer.town()).put("id", "350203010");
        return place;
    }

    private static ObjectNode line(SimOrder order, SimLine line) {
        ObjectNode node = Http.object();
        long productId =
                3_636_752_471_000_000_000L + Math.floorMod(line.product().sku().hashCode(), 1_000_000_000);
        node.put("order_id", line.id()).put("parent_order_id", order.id).put("order_level", 3);
        node.put("order_status", status(order.state)).put("order_status_desc", words(order.state));
        node.put("product_id", productId).put("product_id_str", Long.toString(productId));
        node.put("product_name", line.product().name()).put("sku_id", productId - 1_900_000_000_000_000_000L);
        node.put("out_sku_id", line.product().sku()).put("code", line.product().sku());
        ArrayNode spec = node.putArray("spec");
        if (!line.product().spec().isEmpty()) {
            spec.add(Http.object().put("name", "规格").put("value", line.product().spec()));
        }
        node.put("item_num", line.quantity())
                .put("origin_amount", line.product().priceMinor());
        node.put("sum_amount", line.totalMinor()).put("order_amount", line.totalMinor());
        node.put("pay_amount", line.paidMinor()).put("post_amount", 0).put("promotion_amount", line.discountMinor());
        node.put("promotion_shop_amount", line.discountMinor())
                .put("promotion_platform_amount", 0)
                .put("promotion_talent_amount", 0);
        node.put("create_time", order.created.getEpochSecond()).put("update_time", order.modified.getEpochSecond());
        node.put("author_id", 70_000_000_001L).put("author_name", "直播间小禾");
        node.put("room_id", 7_590_000_000_000_000_001L)
                .put("room_id_str", "7590000000000000001")
                .put("theme_type", "1");
        node.putObject("after_sale_info")
                .put("after_sale_status", 0)
                .put("after_sale_type", 0)
                .put("refund_status", 0);
        return node;
    }
}
