package com.dingshu.simulator.shopify;

import com.dingshu.simulator.Change;
import com.dingshu.simulator.Http;
import com.dingshu.simulator.Http.Request;
import com.dingshu.simulator.Http.Response;
import com.dingshu.simulator.Shop;
import com.dingshu.simulator.ShopPlatform;
import com.dingshu.simulator.ShopSettings;
import com.dingshu.simulator.Signing;
import com.dingshu.simulator.SimClock;
import com.dingshu.simulator.SimOrder;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Shopify's admin API below {@code /shopify/{shop domain}}: {@code GET .../admin/api/{version}/orders.json} with cursor links
 * and {@code .../orders/{id}.json}; and webhooks {@code orders/create|paid|updated|cancelled|fulfilled} signed over the raw body.
 */
public final class ShopifyPartner extends ShopPlatform {

    public ShopifyPartner() {
        super("shopify", "/shopify");
    }

    @Override
    public String orderId(long sequence) {
        return Long.toString(5_000_000_000_000_000L + sequence);
    }

    @Override
    public Object render(Shop shop, SimOrder order) {
        return ShopifyOrders.order(shop, order);
    }

    @Override
    public Optional<HttpRequest.Builder> push(Shop shop, List<Change> changes, SimClock clock) {
        ShopSettings s = shop.settings();
        Change change = changes.getFirst();
        byte[] body = Http.JSON.writeValueAsBytes(ShopifyOrders.order(shop, change.order()));
        String sign = Base64.getEncoder().encodeToString(Signing.hmac("HmacSHA256", s.appSecret(), body));
        boolean bad = spoilsSignature(shop);
        return Optional.of(HttpRequest.newBuilder(URI.create(s.hook()))
                .timeout(Duration.ofSeconds(5))
                .header("Content-Type", "application/json")
                .header("X-Shopify-Topic", topic(change.kind()))
                .header("X-Shopify-Shop-Domain", s.shopId())
                .header("X-Shopify-Webhook-Id", change.messageId())
                .header("X-Shopify-Triggered-At", change.at().toString())
                .header("X-Shopify-API-Version", "2025-10")
                .header("X-Shopify-Hmac-Sha256", bad ? "AAAA" : sign)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    private static String topic(Change.Kind kind) {
        return switch (kind) {
            case CREATED -> "orders/create";
            case PAID -> "orders/paid";
            case SHIPPED, COMPLETED -> "orders/fulfilled";
            case CANCELLED -> "orders/cancelled";
            case ADDRESS, TOUCHED -> "orders/updated";
        };
    }

    @Override
    protected Response answer(Request request) {
        String[] path = below(request).split("/");
        Optional<Shop> shop = world().shop("shopify", path[0]);
        if (shop.isEmpty()) {
            return Response.json(404, Http.object().put("errors", "Not Found"));
        }
        if (!shop.get().settings().token().equals(request.header("X-Shopify-Access-Token"))
                || strikes(shop.get(), "token").isPresent()) {
            return Response.json(401, Http.object().put("errors", "[API] Invalid API key or access token"));
        }
        return faulty(shop.get()).orElseGet(() -> call(shop.get(), request, path));
    }

    @Override
    protected Response banned(long secondsLeft) {
        return Response.json(429, Http.object().put("errors", "Exceeded 2 calls per second for api client."))
                .with("Retry-After", secondsLeft + ".0");
    }

    private Response call(Shop shop, Request request, String[] path) {
        Response response = path.length == 5 && path[4].equals("orders.json")
                ? list(shop, request)
                : path.length == 6 && path[4].equals("orders") ? one(shop, path[5].replace(".json", "")) : notFound();
        return response.with("X-Shopify-Shop-Api-Call-Limit", "1/40");
    }

    private static Response notFound() {
        return Response.json(404, Http.object().put("errors", "Not Found"));
    }

    private static Response one(Shop shop, String id) {
        Optional<SimOrder> order = shop.order(id);
        if (order.isEmpty()) {
            return notFound();
        }
        ObjectNode body = Http.object();
        body.set("order", ShopifyOrders.order(shop, order.get()));
        return Response.json(body);
    }

    /** Pages are named by an opaque cursor that carries the whole question, as on the platform. */
    private Response list(Shop shop, Request request) {
        Map<String, String> asked = request.query().containsKey("page_info")
                ? Http.parse(new String(
                        Base64.getUrlDecoder().decode(request.query().get("page_info")), StandardCharsets.UTF_8))
                : request.query();
        int limit = Integer.parseInt(request.query().getOrDefault("limit", "50"));
        if (limit < 1 || limit > 250) {
            return Response.json(422, Http.object().put("errors", "limit must be between 1 and 250"));
        }
        int offset = Integer.parseInt(asked.getOrDefault("offset", "0"));
        List<SimOrder> found = shop.modifiedBetween(
                time(asked.get("updated_at_min"), Instant.EPOCH),
                time(asked.get("updated_at_max"), world().clock().now().plusSeconds(60)));
        ObjectNode body = Http.object();
        ArrayNode orders = body.putArray("orders");
        found.stream().skip(offset).limit(limit).forEach(o -> orders.add(ShopifyOrders.order(shop, o)));
        Response response = Response.json(body);
        return found.size() > offset + limit
                ? response.with("Link", "<" + next(request, asked, offset + limit, limit) + ">; rel=\"next\"")
                : response;
    }

    private static String next(Request request, Map<String, String> asked, int offset, int limit) {
        String question = "offset=" + offset + "&updated_at_min="
                + asked.getOrDefault("updated_at_min", "").replace("+", "%2B") + "&updated_at_max="
                + asked.getOrDefault("updated_at_max", "").replace("+", "%2B");
        String cursor =
                Base64.getUrlEncoder().withoutPadding().encodeToString(question.getBytes(StandardCharsets.UTF_8));
        return "http://" + request.header("host") + request.path() + "?limit=" + limit + "&page_info=" + cursor;
    }

    private static Instant time(String text, Instant otherwise) {
        return text == null || text.isEmpty()
                ? otherwise
                : OffsetDateTime.parse(text).toInstant();
    }
}
