package com.dingshu.channels.shopify;

import com.dingshu.channels.connect.CallResult;
import com.dingshu.channels.connect.CallResult.Denied;
import com.dingshu.channels.connect.CallResult.Done;
import com.dingshu.channels.connect.CallResult.Unreachable;
import com.dingshu.channels.connect.Connector;
import com.dingshu.channels.connect.JsonSlices;
import com.dingshu.channels.connect.Outbound;
import com.dingshu.channels.connect.ShopAccess;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Shopify's admin API as the reconciler behind the webhooks; pages are named by the cursor in the answer's Link header. */
@Component
class ShopifyConnector implements Connector {

    static final String VERSION = "2025-10";

    private static final String LIST = "admin orders.json";
    private static final Pattern NEXT = Pattern.compile("<[^>]*[?&]page_info=([^&>]+)[^>]*>;\\s*rel=\"next\"");

    private final Outbound outbound;
    private final JsonMapper json;

    ShopifyConnector(Outbound outbound, JsonMapper json) {
        this.outbound = outbound;
        this.json = json;
    }

    @Override
    public String channel() {
        return "shopify";
    }

    @Override
    public Duration window() {
        return Duration.ofDays(1);
    }

    @Override
    public Duration overlap() {
        return Duration.ofMinutes(5);
    }

    @Override
    public CallResult<Page> changed(ShopAccess shop, Instant from, Instant to, String cursor) {
        String query = cursor.isEmpty()
                ? "status=any&limit=250&updated_at_min=" + encoded(from) + "&updated_at_max=" + encoded(to)
                : "limit=250&page_info=" + cursor;
        return call(shop, "/orders.json?" + query).map(this::page);
    }

    private Page page(Outbound.Answer answer) {
        List<Pulled> orders = new ArrayList<>();
        for (byte[] order : JsonSlices.elements(answer.body(), "orders")) {
            JsonNode node = json.readTree(order);
            orders.add(new Pulled(node.path("id").asString(""), true, LIST, order, placedAt(node)));
        }
        Matcher next = NEXT.matcher(answer.header("Link"));
        return new Page(orders, next.find() ? next.group(1) : "");
    }

    @Override
    public CallResult<Pulled> detail(ShopAccess shop, String orderNo) {
        return call(shop, "/orders/" + URLEncoder.encode(orderNo, StandardCharsets.UTF_8) + ".json")
                .then(answer -> JsonSlices.at(answer.body(), "order")
                        .<CallResult<Pulled>>map(order -> new Done<>(
                                new Pulled(orderNo, true, "admin order.json", order, placedAt(json.readTree(order)))))
                        .orElseGet(() -> new Unreachable<>("answer without an order")));
    }

    private static @Nullable Instant placedAt(JsonNode order) {
        try {
            return OffsetDateTime.parse(order.path("created_at").asString("")).toInstant();
        } catch (DateTimeParseException unsaid) {
            return null;
        }
    }

    private static String encoded(Instant at) {
        return URLEncoder.encode(at.truncatedTo(ChronoUnit.SECONDS).toString(), StandardCharsets.UTF_8);
    }

    private CallResult<Outbound.Answer> call(ShopAccess shop, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(shop.base() + "/admin/api/" + VERSION + path))
                .header("X-Shopify-Access-Token", shop.token())
                .header("Accept", "application/json")
                .GET();
        return outbound.call(shop, request).then(ShopifyConnector::judged);
    }

    private static CallResult<Outbound.Answer> judged(Outbound.Answer answer) {
        return switch (answer.status()) {
            case 200 -> new Done<>(answer);
            case 401, 403 ->
                new Denied<>(CallResult.Cause.TOKEN, "HTTP " + answer.status(), "The access token is not accepted");
            case 404 -> new Denied<>(CallResult.Cause.NOT_FOUND, "HTTP 404", "Not found");
            default -> new Denied<>(CallResult.Cause.OTHER, "HTTP " + answer.status(), "Refused");
        };
    }
}
