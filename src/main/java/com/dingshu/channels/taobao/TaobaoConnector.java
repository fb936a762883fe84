package com.dingshu.channels.taobao;

import com.dingshu.channels.connect.CallResult;
import com.dingshu.channels.connect.CallResult.Denied;
import com.dingshu.channels.connect.CallResult.Done;
import com.dingshu.channels.connect.CallResult.Unreachable;
import com.dingshu.channels.connect.Connector;
import com.dingshu.channels.connect.Digests;
import com.dingshu.channels.connect.JsonSlices;
import com.dingshu.channels.connect.Outbound;
import com.dingshu.channels.connect.ShopAccess;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Taobao's gateway. Changed trades are listed by change time, newest first, and read backwards from the last page: a trade
 * that changes meanwhile leaves the window and can only push others onto pages still to come. The list names trades; each
 * is fetched by itself.
 */
@Component
class TaobaoConnector implements Connector {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZONE);
    private static final int PAGE = 50;
    private static final String LIST = "taobao.trades.sold.increment.get";
    private static final String DETAIL = "taobao.trade.fullinfo.get";
    private static final String DECRYPT = "taobao.top.oaid.decrypt";
    private static final String DETAIL_FIELDS = String.join(
            ",",
            "tid,tid_str,status,type,title,seller_nick,buyer_nick,buyer_open_uid,created,pay_time,modified,end_time",
            "total_fee,discount_fee,adjust_fee,post_fee,payment,received_payment,point_fee,coupon_fee,alipay_no",
            "buyer_message,seller_memo,seller_flag,shipping_type,trade_from,step_trade_status,cod_status",
            "receiver_name,receiver_state,receiver_city,receiver_district,receiver_town,receiver_address,receiver_zip",
            "receiver_mobile,receiver_phone,receiver_country,oaid,step_paid_fee,promotion_details,orders");
    private static final Pattern BAN = Pattern.compile("ban will last for (\\d{1,6}) more second");

    private final Outbound outbound;
    private final JsonMapper json;
    private final Clock clock;

    TaobaoConnector(Outbound outbound, JsonMapper json, Clock clock) {
        this.outbound = outbound;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String channel() {
        return "taobao";
    }

    @Override
    public Duration window() {
        return Duration.ofHours(6);
    }

    @Override
    public Duration overlap() {
        return Duration.ofMinutes(15);
    }

    @Override
    public CallResult<Page> changed(ShopAccess shop, Instant from, Instant to, String cursor) {
        return cursor.isEmpty()
                ? count(shop, from, to)
                        .then(total -> total == 0
                                ? new Done<>(new Page(List.of(), ""))
                                : page(shop, from, to, (total + PAGE - 1) / PAGE))
                : page(shop, from, to, Integer.parseInt(cursor));
    }

    private CallResult<Integer> count(ShopAccess shop, Instant from, Instant to) {
        return call(shop, LIST, window(from, to, 1, 1, "tid")).map(body -> tree(body)
                .path("trades_sold_increment_get_response")
                .path("total_results")
                .asInt(0));
    }

    private CallResult<Page> page(ShopAccess shop, Instant from, Instant to, int page) {
        return call(shop, LIST, window(from, to, page, PAGE, "tid,tid_str,status,created,modified"))
                .map(body -> {
                    List<Pulled> found = new ArrayList<>();
                    for (byte[] trade :
                            JsonSlices.elements(body, "trades_sold_increment_get_response", "trades", "trade")) {
                        JsonNode node = tree(trade);
                        found.add(new Pulled(
                                node.path("tid_str").asString(node.path("tid").asString("")),
                                false,
                                LIST,
                                trade,
                                placedAt(node)));
                    }
                    return new Page(found, page > 1 ? Integer.toString(page - 1) : "");
                });
    }

    private static @Nullable Instant placedAt(JsonNode trade) {
        try {
            return Instant.from(TIME.parse(trade.path("created").asString("")));
        } catch (DateTimeParseException unsaid) {
            return null;
        }
    }

    private static Map<String, String> window(Instant from, Instant to, int page, int size, String fields) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("fields", fields);
        parameters.put("start_modified", TIME.format(from));
        parameters.put("end_modified", TIME.format(to.truncatedTo(ChronoUnit.SECONDS)));
        parameters.put("page_no", Integer.toString(page));
        parameters.put("page_size", Integer.toString(size));
        parameters.put("use_has_next", "false");
        return parameters;
    }

    @Override
    public CallResult<Pulled> detail(ShopAccess shop, String orderNo) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("fields", DETAIL_FIELDS);
        parameters.put("tid", orderNo);
        parameters.put("include_oaid", "true");
        return call(shop, DETAIL, parameters).then(body -> JsonSlices.at(body, "trade_fullinfo_get_response", "trade")
                .<CallResult<Pulled>>map(
                        trade -> new Done<>(new Pulled(orderNo, true, DETAIL, trade, placedAt(tree(trade)))))
                .orElseGet(() -> new Unreachable<>("answer without a trade")));
    }

    /**
     * Only paid trades that are not shipped are given out. The oaid is part of the fingerprint: behind the same mask another
     * address may have come, and asking again each week is cheaper than sending a parcel to the old one.
     */
    @Override
    public @Nullable Sealed sealed(String orderNo, Object payload) {
        Map<?, ?> trade = trade(payload);
        String status = text(trade, "status");
        String oaid = text(trade, "oaid");
        if (oaid.isEmpty() || !status.equals("WAIT_SELLER_SEND_GOODS") || !isMasked(trade)) {
            return null;
        }
        return new Sealed(orderNo, fingerprint(trade), Map.of("oaid", oaid));
    }

    static String fingerprint(Map<?, ?> trade) {
        return Digests.lowerHex(Digests.sha256(Digests.bytes(String.join(
                "|",
                text(trade, "receiver_name"),
                text(trade, "receiver_mobile"),
                text(trade, "receiver_state"),
                text(trade, "receiver_city"),
                text(trade, "receiver_district"),
                text(trade, "receiver_town"),
                text(trade, "receiver_address"),
                text(trade, "oaid")))));
    }

    private static Map<?, ?> trade(Object payload) {
        if (payload instanceof Map<?, ?> map) {
            if (map.get("trade_fullinfo_get_response") instanceof Map<?, ?> answer
                    && answer.get("trade") instanceof Map<?, ?> trade) {
                return trade;
            }
            return map.get("trade") instanceof Map<?, ?> trade ? trade : map;
        }
        return Map.of();
    }

    private static boolean isMasked(Map<?, ?> trade) {
        return (text(trade, "receiver_name") + text(trade, "receiver_mobile") + text(trade, "receiver_address"))
                .contains("*");
    }

    private static String text(Map<?, ?> trade, String name) {
        return trade.get(name) instanceof String text ? text : "";
    }

    @Override
    public int decryptBatch() {
        return 20;
    }

    @Override
    public CallResult<Map<String, Map<String, String>>> decrypt(ShopAccess shop, List<Sealed> sealed) {
        List<Map<String, String>> queries = sealed.stream()
                .map(one -> Map.of("oaid", one.keys().getOrDefault("oaid", ""), "tid", one.orderNo(), "scene", "1001"))
                .toList();
        return call(shop, DECRYPT, Map.of("query_list", json.writeValueAsString(queries)))
                .map(this::receivers);
    }

    private Map<String, Map<String, String>> receivers(byte[] body) {
        Map<String, Map<String, String>> found = new LinkedHashMap<>();
        JsonNode list = tree(body).path("top_oaid_decrypt_response").path("receiver_list");
        JsonNode receivers = list.path("receiver").isArray() ? list.path("receiver") : list;
        for (JsonNode one : receivers) {
            if (one.path("matched").asBoolean(true) && one.hasNonNull("name")) {
                found.put(one.path("tid").asString(""), receiver(one));
            }
        }
        return found;
    }

    private static Map<String, String> receiver(JsonNode one) {
        Map<String, String> fields = new LinkedHashMap<>();
        String mobile = one.path("mobile").asString("");
        fields.put("customerName", one.path("name").asString(""));
        fields.put("receiverPhone", mobile.isBlank() ? one.path("phone").asString("") : mobile);
        fields.put("province", one.path("state").asString(""));
        fields.put("city", one.path("city").asString(""));
        fields.put("district", one.path("district").asString(""));
        fields.put(
                "address",
                one.path("town").asString("") + one.path("address_detail").asString(""));
        return fields;
    }

    private JsonNode tree(byte[] body) {
        try {
            return json.readTree(body);
        } catch (JacksonException e) {
            return json.createObjectNode();
        }
    }

    private CallResult<byte[]> call(ShopAccess shop, String method, Map<String, String> business) {
        Map<String, String> form = new LinkedHashMap<>(business);
        form.put("method", method);
        form.put("app_key", shop.appKey());
        form.put("session", shop.token());
        form.put("timestamp", TIME.format(clock.instant()));
        form.put("v", "2.0");
        form.put("format", "json");
        form.put("sign_method", "hmac-sha256");
        form.values().removeIf(String::isBlank);
        form.put("sign", TaobaoSigning.sign(form, shop.appSecret()));
        HttpRequest.Builder request = HttpRequest.newBuilder(shop.base())
                .header("Content-Type", "application/x-www-form-urlencoded;charset=UTF-8")
                .POST(BodyPublishers.ofString(encoded(form)));
        return outbound.call(shop, request).then(answer -> judged(shop, answer));
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private CallResult<byte[]> judged(ShopAccess shop, Outbound.Answer answer) {
        JsonNode root = tree(answer.body());
        if (root.isEmpty()) {
            return new Unreachable<>("unreadable answer, HTTP " + answer.status());
        }
        JsonNode error = root.path("error_response");
        return error.isMissingNode() ? new Done<>(answer.body()) : refused(shop, error);
    }

    private CallResult<byte[]> refused(ShopAccess shop, JsonNode error) {
        int code = error.path("code").asInt(0);
        String subCode = error.path("sub_code").asString("");
        String message =
                (error.path("msg").asString("") + " " + error.path("sub_msg").asString("")).strip();
        Matcher ban = BAN.matcher(message);
        if (code == 7) {
            return outbound.banned(shop, Duration.ofSeconds(ban.find() ? Long.parseLong(ban.group(1)) : 1));
        }
        if (subCode.startsWith("isp.")) {
            return new Unreachable<>(code + " " + subCode);
        }
        return new Denied<>(cause(code, subCode), code + " " + subCode, message);
    }

    private static CallResult.Cause cause(int code, String subCode) {
        if (code == 26 || code == 27 || code == 53) {
            return CallResult.Cause.TOKEN;
        }
        if (code == 25 || code == 29 || code == 11 || code == 12) {
            return CallResult.Cause.CREDENTIALS;
        }
        if (subCode.contains("quota")) {
            return CallResult.Cause.QUOTA;
        }
        return subCode.contains("not-exist") ? CallResult.Cause.NOT_FOUND : CallResult.Cause.OTHER;
    }
}
