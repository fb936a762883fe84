package com.dingshu.simulator.douyin;

import com.dingshu.simulator.Change;
import com.dingshu.simulator.Http;
import com.dingshu.simulator.Http.Request;
import com.dingshu.simulator.Http.Response;
import com.dingshu.simulator.Shop;
import com.dingshu.simulator.ShopPlatform;
import com.dingshu.simulator.ShopSettings;
import com.dingshu.simulator.SimClock;
import com.dingshu.simulator.SimOrder;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Douyin's shop platform below {@code /douyin}: {@code POST /douyin/order/searchList}, {@code /order/orderDetail},
 * {@code /order/batchDecrypt}, all signed; and the push of signed event batches to each shop's hook. Token and flow limits
 * answer with the platform's codes in a 200.
 */
public final class DouyinPartner extends ShopPlatform {

    private static final Duration SKEW = Duration.ofMinutes(10);

    public DouyinPartner() {
        super("douyin", "/douyin");
    }

    @Override
    public String orderId(long sequence) {
        return Long.toString(6_930_000_000_000_000_000L + sequence);
    }

    @Override
    public Object render(Shop shop, SimOrder order) {
        return DouyinOrders.order(shop, order);
    }

    @Override
    public int pushBatch() {
        return 10;
    }

    @Override
    public Optional<HttpRequest.Builder> push(Shop shop, List<Change> changes, SimClock clock) {
        ShopSettings s = shop.settings();
        ArrayNode events = Http.JSON.createArrayNode();
        changes.forEach(change -> events.add(event(shop, change)));
        String body = Http.JSON.writeValueAsString(events);
        String sign = DouyinSign.push(s.appKey(), s.appSecret(), body);
        boolean bad = spoilsSignature(shop);
        return Optional.of(HttpRequest.newBuilder(URI.create(s.hook()))
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/json")
                .header("app-id", s.appKey())
                .header("event-sign", bad ? "0".repeat(32) : sign)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static ObjectNode event(Shop shop, Change change) {
        SimOrder order = change.order();
        ObjectNode data = Http.object().put("p_id", Long.parseLong(order.id));
        ArrayNode lines = data.putArray("s_ids");
        order.lines.forEach(line -> lines.add(Long.parseLong(line.id())));
        data.put("shop_id", Long.parseLong(shop.settings().shopId()));
        data.put("order_status", DouyinOrders.status(order.state))
                .put("order_type", 0)
                .put("biz", 2);
        data.put("create_time", order.created.getEpochSecond()).put("update_time", order.modified.getEpochSecond());
        return Http.object()
                .put("tag", tag(change.kind()))
                .put("msg_id", change.messageId() + ":" + change.at().getEpochSecond())
                .put("data", Http.JSON.writeValueAsString(data));
    }

    private static String tag(Change.Kind kind) {
        return switch (kind) {
            case CREATED -> "100";
            case PAID -> "101";
            case SHIPPED -> "102";
            case COMPLETED -> "103";
            case ADDRESS -> "105";
            case CANCELLED -> "106";
            case TOUCHED -> "109";
        };
    }

    @Override
    protected Response answer(Request request) {
        Map<String, String> query = request.query();
        String method = below(request).replace('/', '.');
        Optional<Shop> app = world().byApp("douyin", query.getOrDefault("app_key", ""));
        if (app.isEmpty()) {
            return error(40003, "isv.app-not-exist", "app_key 不存在");
        }
        if (!signed(request, query, method, app.get().settings())) {
            return error(40003, "isv.signature-invalid", "签名校验失败");
        }
        if (!clockAgrees(query.getOrDefault("timestamp", ""))) {
            return error(40003, "isv.timestamp-invalid", "时间戳校验失败");
        }
        Optional<Shop> shop = world().byToken("douyin", query.get("app_key"), query.getOrDefault("access_token", ""));
        if (shop.isEmpty() || strikes(shop.get(), "token").isPresent()) {
            return error(40003, "isv.access-token-expired", "access_token已过期");
        }
        return faulty(shop.get()).orElseGet(() -> call(shop.get(), method, request.json()));
    }

    private static boolean signed(Request request, Map<String, String> query, String method, ShopSettings app) {
        boolean hmac = "hmac-sha256".equals(query.get("sign_method"));
        String expected = DouyinSign.request(
                app.appKey(), app.appSecret(), method, request.text(), query.getOrDefault("timestamp", ""), hmac);
        return method.equals(query.get("method")) && "2".equals(query.get("v")) && expected.equals(query.get("sign"));
    }

    private boolean clockAgrees(String timestamp) {
        try {
            Instant said = Instant.ofEpochSecond(Long.parseLong(timestamp));
            return Duration.between(said, world().clock().now()).abs().compareTo(SKEW) <= 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    @Override
    protected Response banned(long secondsLeft) {
        return error(60000, "isp.flow-limit", "触发限流，请稍后重试");
    }

    private Response call(Shop shop, String method, JsonNode parameters) {
        return switch (method) {
            case "order.searchList" -> searchList(shop, parameters);
            case "order.orderDetail" -> orderDetail(shop, parameters);
            case "order.batchDecrypt" -> batchDecrypt(shop, parameters);
            default -> error(30001, "isv.method-not-exist", "接口不存在");
        };
    }

    private Response searchList(Shop shop, JsonNode p) {
        int size = p.path("size").asInt(10);
        int page = p.path("page").asInt(0);
        if (size < 1 || size > 100 || page < 0) {
            return error(40004, "isv.parameter-invalid", "size 最大 100");
        }
        Instant from = Instant.ofEpochSecond(p.path("update_time_start").asLong(0));
        // the end is exclusive
        Instant to = Instant.ofEpochSecond(p.path("update_time_end").asLong(4_102_444_800L))
                .minusMillis(1);
        List<SimOrder> found = shop.modifiedBetween(from, to);
        if (!p.path("order_asc").asBoolean(false)) {
            found = found.reversed();
        }
        ObjectNode data = Http.object().put("page", page).put("size", size).put("total", found.size());
        ArrayNode list = data.putArray("shop_order_list");
        found.stream().skip((long) page * size).limit(size).forEach(o -> list.add(DouyinOrders.order(shop, o)));
        return success(data);
    }

    private Response orderDetail(Shop shop, JsonNode p) {
        Optional<SimOrder> order = shop.order(p.path("shop_order_id").asString(""));
        if (order.isEmpty()) {
            return error(50002, "isv.business-failed:2010001", "订单不存在");
        }
        ObjectNode data = Http.object();
        data.set("shop_order_detail", DouyinOrders.order(shop, order.get()));
        return success(data);
    }

    private Response batchDecrypt(Shop shop, JsonNode p) {
        if (p.path("cipher_infos").size() > 50) {
            return error(40004, "isv.parameter-invalid", "cipher_infos 最多 50");
        }
        ObjectNode data = Http.object();
        ArrayNode infos = data.putArray("decrypt_infos");
        p.path("cipher_infos").forEach(info -> infos.add(decrypted(shop, info)));
        data.putObject("custom_err").put("err_code", 0).put("err_msg", "");
        return success(data);
    }

    private static ObjectNode decrypted(Shop shop, JsonNode info) {
        String cipher = info.path("cipher_text").asString("");
        ObjectNode answer = Http.object()
                .put("auth_id", info.path("auth_id").asString(""))
                .put("cipher_text", cipher)
                .put("decrypt_text", "")
                .put("expire_time", 0)
                .put("phone_no_a", "")
                .put("phone_no_b", "")
                .put("is_virtual_tel", false);
        Optional<String> plain = open(shop, cipher);
        if (plain.isEmpty()) {
            return answer.put("err_no", 300008).put("err_msg", "密文错误");
        }
        if (!shop.mayDecrypt()) {
            return answer.put("err_no", 300005).put("err_msg", "解密额度不足");
        }
        return answer.put("err_no", 0).put("err_msg", "").put("decrypt_text", plain.get());
    }

    private static Optional<String> open(Shop shop, String cipher) {
        if (cipher.length() < 6 || cipher.indexOf('*') < 2) {
            return Optional.empty();
        }
        String[] inner = new String(
                        Base64.getDecoder().decode(cipher.substring(2, cipher.indexOf('*'))), StandardCharsets.UTF_8)
                .split("/");
        return shop.order(inner[0]).map(order -> switch (inner[1]) {
            case "name" -> order.buyer.name();
            case "phone" -> order.buyer.phone();
            default -> order.buyer.detail();
        });
    }

    private static Response success(ObjectNode data) {
        ObjectNode answer = envelope(10000, "success", "", "");
        answer.set("data", data);
        return Response.json(answer);
    }

    private static Response error(int code, String subCode, String message) {
        return Response.json(envelope(code, message, subCode, message).putNull("data"));
    }

    private static ObjectNode envelope(int code, String message, String subCode, String subMessage) {
        return Http.object()
                .put("code", code)
                .put("msg", message)
                .put("sub_code", subCode)
                .put("sub_msg", subMessage)
                .put("log_id", Long.toString(System.nanoTime()));
    }
}
