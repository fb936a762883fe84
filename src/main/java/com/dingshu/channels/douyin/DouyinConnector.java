package com.dingshu.channels.douyin;

import com.dingshu.channels.connect.CallResult;
import com.dingshu.channels.connect.CallResult.Denied;
import com.dingshu.channels.connect.CallResult.Done;
import com.dingshu.channels.connect.CallResult.Unreachable;
import com.dingshu.channels.connect.Connector;
import com.dingshu.channels.connect.Digests;
import com.dingshu.channels.connect.JsonSlices;
import com.dingshu.channels.connect.Outbound;
import com.dingshu.channels.connect.ShopAccess;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Douyin's shop platform. The list holds whole orders; it is read from its last page to its first, so that an order that
 * changes meanwhile and leaves the window moves others only onto pages still to come.
 */
@Component
class DouyinConnector implements Connector {

    private static final int PAGE = 100;
    private static final Duration FLOW_LIMIT = Duration.ofSeconds(2);
    private static final String NAME = "customerName";
    private static final String PHONE = "receiverPhone";
    private static final String DETAIL = "address";
    /** In clear; it stands before the address and is no part of the cipher. */
    private static final String STREET = "street";

    private final Outbound outbound;
    private final JsonMapper json;
    private final Clock clock;

    DouyinConnector(Outbound outbound, JsonMapper json, Clock clock) {
        this.outbound = outbound;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String channel() {
        return "douyin";
    }

    @Override
    public Duration window() {
        return Duration.ofHours(6);
    }

    @Override
    public Duration overlap() {
        return Duration.ofMinutes(10);
    }

    @Override
    public CallResult<Page> changed(ShopAccess shop, Instant from, Instant to, String cursor) {
        return cursor.isEmpty()
                ? list(shop, from, to, 0, 1).then(body -> {
                    int total = tree(body).path("data").path("total").asInt(0);
                    return total == 0 ? new Done<>(new Page(List.of(), "")) : page(shop, from, to, (total - 1) / PAGE);
                })
                : page(shop, from, to, Integer.parseInt(cursor));
    }

    private CallResult<Page> page(ShopAccess shop, Instant from, Instant to, int page) {
        return list(shop, from, to, page, PAGE).map(body -> {
            List<Pulled> found = new ArrayList<>();
            for (byte[] order : JsonSlices.elements(body, "data", "shop_order_list")) {
                JsonNode node = tree(order);
                found.add(new Pulled(
                        node.path("order_id").asString(""), true, "order.searchList", order, placedAt(node)));
            }
            return new Page(found, page > 0 ? Integer.toString(page - 1) : "");
        });
    }

    private static @Nullable Instant placedAt(JsonNode order) {
        long seconds = order.path("create_time").asLong(0);
        return seconds == 0 ? null : Instant.ofEpochSecond(seconds);
    }

    private CallResult<byte[]> list(ShopAccess shop, Instant from, Instant to, int page, int size) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("update_time_start", from.getEpochSecond());
        parameters.put("update_time_end", to.getEpochSecond());
        parameters.put("order_by", "update_time");
        parameters.put("order_asc", true);
        parameters.put("page", page);
        parameters.put("size", size);
        return call(shop, "order.searchList", parameters);
    }

    @Override
    public CallResult<Pulled> detail(ShopAccess shop, String orderNo) {
        return call(shop, "order.orderDetail", Map.of("shop_order_id", orderNo))
                .then(body -> JsonSlices.at(body, "data", "shop_order_detail")
                        .<CallResult<Pulled>>map(order -> new Done<>(
                                new Pulled(orderNo, true, "order.orderDetail", order, placedAt(tree(order)))))
                        .orElseGet(() -> new Unreachable<>("answer without an order")));
    }

    /** Receivers are given out while the order is paid and not yet shipped. */
    @Override
    public @Nullable Sealed sealed(String orderNo, Object payload) {
        Map<?, ?> order = order(payload);
        String status = String.valueOf(order.get("order_status"));
        Map<String, String> ciphers = new LinkedHashMap<>();
        put(ciphers, NAME, order.get("encrypt_post_receiver"));
        put(ciphers, PHONE, order.get("encrypt_post_tel"));
        put(ciphers, DETAIL, order.get("post_addr") instanceof Map<?, ?> place ? place.get("encrypt_detail") : null);
        if (ciphers.isEmpty() || !(status.equals("2") || status.equals("105") || status.equals("101"))) {
            return null;
        }
        put(ciphers, STREET, street(order));
        return new Sealed(orderNo, Digests.lowerHex(Digests.sha256(Digests.bytes(ciphers.toString()))), ciphers);
    }

    private static @Nullable Object street(Map<?, ?> order) {
        return order.get("post_addr") instanceof Map<?, ?> place && place.get("street") instanceof Map<?, ?> street
                ? street.get("name")
                : null;
    }

    private static Map<?, ?> order(Object payload) {
        if (payload instanceof Map<?, ?> map) {
            if (map.get("data") instanceof Map<?, ?> data && data.get("shop_order_detail") instanceof Map<?, ?> order) {
                return order;
            }
            return map.get("shop_order_detail") instanceof Map<?, ?> order ? order : map;
        }
        return Map.of();
    }

    private static void put(Map<String, String> ciphers, String field, @Nullable Object cipher) {
        if (cipher instanceof String text && !text.isBlank()) {
            ciphers.put(field, text);
        }
    }

    /** Three ciphers an order, at most 50 a call. */
    @Override
    public int decryptBatch() {
        return 16;
    }

    @Override
    public CallResult<Map<String, Map<String, String>>> decrypt(ShopAccess shop, List<Sealed> sealed) {
        List<Map<String, String>> infos = new ArrayList<>();
        for (Sealed one : sealed) {
            ciphers(one).forEach((field, cipher) -> infos.add(Map.of("auth_id", one.orderNo(), "cipher_text", cipher)));
        }
        return call(shop, "order.batchDecrypt", Map.of("cipher_infos", infos)).map(body -> receivers(body, sealed));
    }

    private static Map<String, String> ciphers(Sealed one) {
        Map<String, String> ciphers = new LinkedHashMap<>(one.keys());
        ciphers.remove(STREET);
        return ciphers;
    }

    private Map<String, Map<String, String>> receivers(byte[] body, List<Sealed> sealed) {
        Map<String, String> plain = new LinkedHashMap<>();
        for (JsonNode info : tree(body).path("data").path("decrypt_infos")) {
            if (info.path("err_no").asInt(0) == 0
                    && !info.path("decrypt_text").asString("").isEmpty()) {
                plain.put(
                        info.path("auth_id").asString("") + "/"
                                + info.path("cipher_text").asString(""),
                        info.path("decrypt_text").asString(""));
            }
        }
        Map<String, Map<String, String>> receivers = new LinkedHashMap<>();
        for (Sealed one : sealed) {
            Map<String, String> fields = new LinkedHashMap<>();
            ciphers(one).forEach((field, cipher) -> {
                String text = plain.get(one.orderNo() + "/" + cipher);
                if (text != null) {
                    fields.put(field, text);
                }
            });
            fields.computeIfPresent(DETAIL, (field, detail) -> one.keys().getOrDefault(STREET, "") + detail);
            // half a receiver is of no use to a parcel
            if (fields.size() == ciphers(one).size()) {
                receivers.put(one.orderNo(), fields);
            }
        }
        return receivers;
    }

    private JsonNode tree(byte[] body) {
        try {
            return json.readTree(body);
        } catch (JacksonException e) {
            return json.createObjectNode();
        }
    }

    private CallResult<byte[]> call(ShopAccess shop, String method, Map<String, ?> parameters) {
        String body = SortedJson.of(parameters);
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        String query = "app_key=" + encoded(shop.appKey())
                + "&method=" + method
                + "&access_token=" + encoded(shop.token())
                + "&timestamp=" + timestamp
                + "&v=2&sign_method=hmac-sha256&sign="
                + DouyinSigning.request(shop.appKey(), shop.appSecret(), method, body, timestamp);
        URI address = URI.create(shop.base() + "/" + method.replace('.', '/') + "?" + query);
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json;charset=UTF-8")
                .header("x-open-no-old-err-code", "1")
                .POST(BodyPublishers.ofString(body));
        return outbound.call(shop, request).then(answer -> judged(shop, answer));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private CallResult<byte[]> judged(ShopAccess shop, Outbound.Answer answer) {
        JsonNode root = tree(answer.body());
        int code = root.has("code") || !root.has("err_no")
                ? root.path("code").asInt(-1)
                : root.path("err_no").asInt(-1) == 0
                        ? 10000
                        : root.path("err_no").asInt(-1);
        String subCode = root.path("sub_code").asString("");
        String message = root.path("sub_msg").asString(root.path("msg").asString(""));
        return switch (code) {
            case 10000, 10001 -> new Done<>(answer.body());
            case -1 -> new Unreachable<>("unreadable answer, HTTP " + answer.status());
            case 20000, 20001, 70000 -> new Unreachable<>(code + " " + subCode);
            case 60000 -> outbound.banned(shop, FLOW_LIMIT);
            default -> new Denied<>(cause(code, subCode), code + " " + subCode, message);
        };
    }

    private static CallResult.Cause cause(int code, String subCode) {
        if (subCode.contains("access-token") || subCode.contains("authorization")) {
            return CallResult.Cause.TOKEN;
        }
        if (subCode.contains("signature") || code == 30001 || code == 30002) {
            return CallResult.Cause.CREDENTIALS;
        }
        return code == 50002 ? CallResult.Cause.NOT_FOUND : CallResult.Cause.OTHER;
    }
}
