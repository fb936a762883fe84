package com.dingshu.simulator.taobao;

import com.dingshu.simulator.Http;
import com.dingshu.simulator.Http.Request;
import com.dingshu.simulator.Http.Response;
import com.dingshu.simulator.Shop;
import com.dingshu.simulator.ShopPlatform;
import com.dingshu.simulator.SimOrder;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Taobao's gateway at {@code POST /taobao/router/rest}: signed form calls, pull only. Checks key, signature, clock (10 min)
 * and session in the platform's order; lists by change time in windows of at most a day, newest first; masks receivers and
 * gives them out against the oaid, 20 a call.
 */
public final class TaobaoPartner extends ShopPlatform {

    private static final Duration SKEW = Duration.ofMinutes(10);

    public TaobaoPartner() {
        super("taobao", "/taobao/router/rest");
    }

    @Override
    public String orderId(long sequence) {
        return Long.toString(4_300_000_000_000_000_000L + sequence);
    }

    @Override
    public Object render(Shop shop, SimOrder order) {
        return TaobaoTrades.trade(shop, order);
    }

    @Override
    protected Response answer(Request request) {
        Map<String, String> form = request.form();
        Optional<Shop> app = world().byApp("taobao", form.getOrDefault("app_key", ""));
        if (app.isEmpty()) {
            return error(29, "Invalid App Key", "isv.appkey-not-exists", "");
        }
        if (!TaobaoSign.of(form, app.get().settings().appSecret()).equals(form.get("sign"))) {
            return error(25, "Invalid signature", "isv.invalid-signature", "");
        }
        if (!clockAgrees(form.getOrDefault("timestamp", ""))) {
            return error(31, "Invalid timestamp", "isv.invalid-timestamp", "");
        }
        Optional<Shop> shop = world().byToken("taobao", form.get("app_key"), form.getOrDefault("session", ""));
        if (shop.isEmpty() || strikes(shop.get(), "token").isPresent()) {
            return error(27, "Invalid session", "isv.invalid-session", "sessionkey is expired");
        }
        if (!"json".equals(form.get("format"))) {
            return Response.text(
                    200,
                    "text/xml;charset=UTF-8",
                    "<?xml version=\"1.0\"?><error_response><code>23</code></error_response>");
        }
        return faulty(shop.get()).orElseGet(() -> call(shop.get(), form));
    }

    private boolean clockAgrees(String timestamp) {
        try {
            Instant said = LocalDateTime.from(TaobaoTrades.TIME.parse(timestamp))
                    .atZone(TaobaoTrades.ZONE)
                    .toInstant();
            return Duration.between(said, world().clock().now()).abs().compareTo(SKEW) <= 0;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    @Override
    protected Response banned(long secondsLeft) {
        return error(
                7,
                "App Call Limited",
                "accesscontrol.limited-by-api-access-count",
                "This ban will last for " + secondsLeft + " more seconds");
    }

    private Response call(Shop shop, Map<String, String> form) {
        return switch (form.getOrDefault("method", "")) {
            case "taobao.trades.sold.increment.get" -> increment(shop, form);
            case "taobao.trade.fullinfo.get" -> fullinfo(shop, form);
            case "taobao.top.oaid.decrypt" -> decrypt(shop, form);
            case "" -> error(21, "Missing Method", "", "");
            default -> error(22, "Invalid Method", "isv.method-not-exists", "");
        };
    }

    private Response increment(Shop shop, Map<String, String> form) {
        Instant from = time(form.get("start_modified"));
        Instant to = time(form.get("end_modified"));
        int size = Integer.parseInt(form.getOrDefault("page_size", "40"));
        int page = Integer.parseInt(form.getOrDefault("page_no", "1"));
        if (from == null || to == null || Duration.between(from, to).compareTo(Duration.ofDays(1)) > 0) {
            return error(
                    41,
                    "Invalid arguments:start_modified,end_modified",
                    "isv.invalid-parameter",
                    "the window is at most one day");
        }
        if (size < 1 || size > 100 || page < 1) {
            return error(41, "Invalid arguments:page_size", "isv.invalid-parameter", "");
        }
        // times have whole seconds on this platform
        List<SimOrder> found = new ArrayList<>(shop.modifiedBetween(from, to.plusMillis(999)));
        Collections.reverse(found);
        List<SimOrder> shown =
                found.stream().skip((long) (page - 1) * size).limit(size).toList();
        ObjectNode body = Http.object();
        if ("true".equals(form.get("use_has_next"))) {
            body.put("has_next", found.size() > page * size);
        } else {
            body.put("total_results", found.size());
        }
        ArrayNode trades = body.putObject("trades").putArray("trade");
        Set<String> fields = fields(form);
        shown.forEach(order -> trades.add(only(TaobaoTrades.trade(shop, order), fields)));
        return wrapped("trades_sold_increment_get_response", body);
    }

    private Response fullinfo(Shop shop, Map<String, String> form) {
        Optional<SimOrder> order = shop.order(form.getOrDefault("tid", ""));
        if (order.isEmpty()) {
            return error(15, "Remote service error", "isv.trade-not-exist", "交易订单不存在");
        }
        ObjectNode trade = TaobaoTrades.trade(shop, order.get());
        if (!"true".equals(form.get("include_oaid"))) {
            trade.remove("oaid");
        }
        ObjectNode body = Http.object();
        ObjectNode shown = only(trade, fields(form));
        if (trade.has("oaid")) {
            shown.set("oaid", trade.get("oaid"));
        }
        body.set("trade", shown);
        return wrapped("trade_fullinfo_get_response", body);
    }

    private Response decrypt(Shop shop, Map<String, String> form) {
        JsonNode queries = Http.JSON.readTree(form.getOrDefault("query_list", "[]"));
        if (queries.size() > 20) {
            return error(41, "Invalid arguments:query_list", "isv.invalid-parameter", "at most 20");
        }
        ObjectNode body = Http.object();
        ArrayNode receivers = body.putObject("receiver_list").putArray("receiver");
        for (JsonNode query : queries) {
            Optional<SimOrder> order = shop.order(query.path("tid").asString(""));
            if (order.isEmpty()
                    || !TaobaoTrades.oaid(shop, order.get())
                            .equals(query.path("oaid").asString(""))) {
                receivers.add(
                        Http.object().put("tid", query.path("tid").asString("")).put("matched", false));
            } else if (!shop.mayDecrypt()) {
                return error(15, "Remote service error", "isv.decrypt-quota-exceeded", "解密额度不足");
            } else {
                receivers.add(receiver(shop, order.get()));
            }
        }
        return wrapped("top_oaid_decrypt_response", body);
    }

    private static ObjectNode receiver(Shop shop, SimOrder order) {
        return Http.object()
                .put("tid", order.id)
                .put("oaid", TaobaoTrades.oaid(shop, order))
                .put("matched", true)
                .put("name", order.buyer.name())
                .put("mobile", order.buyer.phone())
                .put("phone", "")
                .put("state", order.buyer.province())
                .put("city", order.buyer.city())
                .put("district", order.buyer.district())
                .put("town", order.buyer.town())
                .put("address_detail", order.buyer.detail())
                .put("privacy_protection", false);
    }

    private static Instant time(String text) {
        try {
            return text == null
                    ? null
                    : LocalDateTime.from(TaobaoTrades.TIME.parse(text))
                            .atZone(TaobaoTrades.ZONE)
                            .toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static Set<String> fields(Map<String, String> form) {
        return Arrays.stream(form.getOrDefault("fields", "tid").split(",\\s*"))
                .map(f -> f.contains(".") ? f.substring(0, f.indexOf('.')) : f)
                .collect(Collectors.toSet());
    }

    private static ObjectNode only(ObjectNode trade, Set<String> fields) {
        ObjectNode shown = Http.object();
        trade.properties().stream()
                .filter(f -> fields.contains(f.getKey()))
                .forEach(f -> shown.set(f.getKey(), f.getValue()));
        return shown;
    }

    private static Response wrapped(String name, ObjectNode body) {
        ObjectNode answer = Http.object();
        answer.set(name, body.put("request_id", requestId()));
        return Response.json(answer);
    }

    private static String requestId() {
        return Long.toString(System.nanoTime(), 36);
    }

    private static Response error(int code, String message, String subCode, String subMessage) {
        ObjectNode answer = Http.object();
        answer.putObject("error_response")
                .put("code", code)
                .put("msg", message)
                .put("sub_code", subCode)
                .put("sub_msg", subMessage)
                .put("request_id", requestId());
        return Response.json(answer);
    }
}
