package com.dingshu.bench;

import com.dingshu.bench.BenchMerchants.Seller;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Paid orders as Shopify pushes them: the whole order in the body, signed with the shop's secret. */
final class ShopifyOrders {

    private static final String ORDER = """
            {"id":#ID#,"admin_graphql_api_id":"gid:\\/\\/shopify\\/Order\\/#ID#","app_id":580111,"browser_ip":"10.0.0.7",\
            "buyer_accepts_marketing":false,"cancel_reason":null,"cancelled_at":null,"cart_token":"c1-#ID#","checkout_id":9#ID#,\
            "closed_at":null,"confirmation_number":"X#ID#","confirmed":true,"contact_email":"b#BUYER#@example.com",\
            "created_at":"#AT#","currency":"CNY","current_subtotal_price":"#TOTAL#","current_total_discounts":"0.00",\
            "current_total_price":"#TOTAL#","current_total_tax":"0.00","customer_locale":"zh-CN","discount_codes":[],\
            "email":"b#BUYER#@example.com","estimated_taxes":false,"financial_status":"paid","fulfillment_status":null,\
            "landing_site":"\\/products\\/tea","name":"##ID#","note":null,"note_attributes":[],"number":#ID#,\
            "order_number":#ID#,"payment_gateway_names":["alipay"],"phone":null,"presentment_currency":"CNY",\
            "processed_at":"#AT#","referring_site":"","source_name":"web","subtotal_price":"#TOTAL#","tags":"","tax_exempt":false,\
            "tax_lines":[],"taxes_included":false,"test":false,"token":"t-#ID#","total_discounts":"0.00",\
            "total_line_items_price":"#TOTAL#","total_outstanding":"0.00","total_price":"#TOTAL#","total_tax":"0.00",\
            "total_tip_received":"0.00","total_weight":600,"updated_at":"#AT#","user_id":null,\
            "billing_address":#ADDRESS#,"shipping_address":#ADDRESS#,\
            "customer":{"id":#BUYER#,"email":"b#BUYER#@example.com","created_at":"2025-01-01T00:00:00+08:00","state":"disabled",\
            "note":null,"verified_email":true,"tax_exempt":false,"phone":"#PHONE#","tags":"","currency":"CNY"},\
            "discount_applications":[],"fulfillments":[],"line_items":[#LINES#],"payment_terms":null,"refunds":[],\
            "shipping_lines":[{"id":7#ID#,"code":"Standard","discounted_price":"0.00","price":"0.00","source":"shopify",\
            "title":"Standard","tax_lines":[],"discount_allocations":[]}]}""";

    private static final String ADDRESS = """
            {"first_name":"","last_name":"#NAME#","name":"#NAME#","address1":"文三路#NO#号","address2":"3 幢 #NO# 室",\
            "city":"杭州市","province":"浙江省","country":"China","zip":"310000","phone":"#PHONE#","company":null,\
            "latitude":null,"longitude":null,"country_code":"CN","province_code":"ZJ"}""";

    private static final String LINE = """
            {"id":#ID##N#,"admin_graphql_api_id":"gid:\\/\\/shopify\\/LineItem\\/#ID##N#","attributed_staffs":[],\
            "current_quantity":1,"fulfillable_quantity":1,"fulfillment_service":"manual","fulfillment_status":null,"gift_card":false,\
            "grams":200,"name":"商品 #SKU# - 200g","price":"#PRICE#","product_exists":true,"product_id":81#SKU#,"properties":[],\
            "quantity":1,"requires_shipping":true,"sku":"SKU-#SKU#","taxable":true,"title":"商品 #SKU#","total_discount":"0.00",\
            "variant_id":82#SKU#,"variant_inventory_management":"shopify","variant_title":"200g","vendor":"bench","tax_lines":[],\
            "duties":[],"discount_allocations":[]}""";

    private static final String FAMILY_NAMES = "陈林黄张李王吴刘蔡杨";
    private static final String GIVEN_NAMES = "晓蓉志明淑芬雅雯俊宏美玲";
    private static final int PRICE_YUAN = 10;

    private final Random random = new Random(42);
    private final AtomicLong number = new AtomicLong(System.currentTimeMillis() * 1_000);
    private final String at = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();

    /** A push ready to be sent. */
    record Push(String domain, String signature, byte[] body) {}

    Push next(Seller seller) {
        byte[] body = order(seller).getBytes(StandardCharsets.UTF_8);
        return new Push(seller.domain(), sign(seller.secret(), body), body);
    }

    /** Two or three or four lines, three on average, each of another SKU. */
    private String order(Seller seller) {
        String id = Long.toString(number.incrementAndGet());
        int lines = 2 + random.nextInt(3);
        int first = random.nextInt(seller.skus().size());
        String items = IntStream.range(0, lines)
                .mapToObj(n -> LINE.replace("#N#", Integer.toString(n))
                        .replace(
                                "#SKU#",
                                Integer.toString((first + n * 7) % seller.skus().size()))
                        .replace("#PRICE#", PRICE_YUAN + ".00"))
                .collect(Collectors.joining(","));
        String phone = "+86138" + String.format(Locale.ROOT, "%08d", random.nextInt(100_000_000));
        String address = ADDRESS.replace("#NAME#", name())
                .replace("#NO#", Integer.toString(1 + random.nextInt(900)))
                .replace("#PHONE#", phone);
        return ORDER.replace("#ADDRESS#", address)
                .replace("#LINES#", items)
                .replace("#PHONE#", phone)
                .replace("#BUYER#", Integer.toString(1_000_000 + random.nextInt(9_000_000)))
                .replace("#TOTAL#", lines * PRICE_YUAN + ".00")
                .replace("#AT#", at)
                .replace("#ID#", id);
    }

    private String name() {
        return FAMILY_NAMES.charAt(random.nextInt(FAMILY_NAMES.length()))
                + ""
                + GIVEN_NAMES.charAt(random.nextInt(GIVEN_NAMES.length()))
                + GIVEN_NAMES.charAt(random.nextInt(GIVEN_NAMES.length()));
    }

    private static String sign(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
