package com.dingshu.simulator;

import com.dingshu.simulator.Http.Request;
import com.dingshu.simulator.Http.Response;
import com.sun.net.httpserver.HttpServer;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The administration under {@code /_sim}: health, shops, orders, faults, clock. JSON in and out.
 *
 * <pre>
 * GET    /_sim/health
 * GET    /_sim/shops                              POST /_sim/shops            {ShopSettings}
 * POST   /_sim/shops/{channel}/{shop}/rate        {"perMinute": 30}
 * POST   /_sim/shops/{channel}/{shop}/token       {"token": "..."}
 * POST   /_sim/shops/{channel}/{shop}/hook        {"hook": "http://..."}
 * POST   /_sim/shops/{channel}/{shop}/orders      {Wish}  → {"orders": [...]}
 * GET    /_sim/shops/{channel}/{shop}/orders
 * GET    /_sim/shops/{channel}/{shop}/orders/{id}           the payload as the platform renders it
 * POST   /_sim/shops/{channel}/{shop}/orders/{id}/{paid|shipped|completed|cancelled|address|touched}
 * POST   /_sim/shops/{channel}/{shop}/orders/{id}/patch     {...} merged over the payload from now on
 * GET, POST, DELETE /_sim/faults                  {"channel", "shop", "target", "kind", "value", "share", "count"}
 * GET, POST /_sim/clock                           {"offsetSeconds": 600}
 * </pre>
 */
final class Admin {

    private final World world;

    Admin(World world) {
        this.world = world;
    }

    void serve(HttpServer server) {
        Http.serve(server, "/_sim", this::answer);
    }

    private Response answer(Request request) {
        String[] path = request.path()
                .substring("/_sim".length())
                .replaceAll("^/|/$", "")
                .split("/");
        return switch (path[0]) {
            case "health" -> Response.json(health());
            case "shops" -> shops(request, path);
            case "faults" -> faults(request);
            case "clock" -> clock(request);
            default -> notFound();
        };
    }

    private static Response notFound() {
        return Response.json(404, Http.object().put("error", "no such administration path"));
    }

    private ObjectNode health() {
        return Http.object()
                .put("status", "UP")
                .put("shops", world.shops().size())
                .put("faults", world.faults().count())
                .put("pushWaiting", world.pusher().waiting())
                .put("pushDelivered", world.pusher().delivered.get())
                .put("pushRefused", world.pusher().refused.get())
                .put("pushDropped", world.pusher().dropped.get())
                .put("now", world.clock().now().toString());
    }

    private Response shops(Request request, String[] path) {
        if (path.length == 1) {
            return request.method().equals("POST") ? register(request.json()) : Response.json(listShops());
        }
        if (path.length < 4) {
            return notFound();
        }
        Shop shop = world.shop(path[1], path[2]).orElseThrow(() -> new IllegalArgumentException("No such shop"));
        JsonNode body = request.method().equals("POST") ? request.json() : Http.object();
        return switch (path[3]) {
            case "rate" ->
                changed(shop, shop.settings().withRate(body.path("perMinute").asDouble(0)));
            case "token" ->
                changed(shop, shop.settings().withToken(body.path("token").asString("")));
            case "hook" ->
                changed(shop, shop.settings().withHook(body.path("hook").asString("")));
            case "orders" -> orders(request, path, shop, body);
            default -> notFound();
        };
    }

    private Response register(JsonNode body) {
        Shop shop = world.register(Http.JSON.treeToValue(body, ShopSettings.class));
        return Response.json(Http.object().put("shop", shop.settings().shopId()));
    }

    private static Response changed(Shop shop, ShopSettings settings) {
        shop.change(settings);
        return Response.json(Http.object().put("shop", settings.shopId()));
    }

    private ArrayNode listShops() {
        ArrayNode list = Http.JSON.createArrayNode();
        for (Shop shop : world.shops()) {
            ShopSettings s = shop.settings();
            list.add(Http.object()
                    .put("channel", s.channel())
                    .put("shopId", s.shopId())
                    .put("shopName", s.shopName())
                    .put("hook", s.hook())
                    .put("ratePerMinute", s.ratePerMinute())
                    .put("products", s.products().size())
                    .put("orders", shop.all().size()));
        }
        return list;
    }

    private Response orders(Request request, String[] path, Shop shop, JsonNode body) {
        if (path.length == 4) {
            List<SimOrder> orders = request.method().equals("POST")
                    ? world.issue(shop, Http.JSON.treeToValue(body, Wish.class))
                    : shop.all();
            return Response.json(listed(orders));
        }
        SimOrder order = shop.order(path[4]).orElseThrow(() -> new IllegalArgumentException("No such order"));
        if (path.length == 5) {
            return Response.json(world.partner(path[1]).render(shop, order));
        }
        act(shop, order, path[5], body);
        return Response.json(listed(List.of(order)));
    }

    private void act(Shop shop, SimOrder order, String verb, JsonNode body) {
        switch (verb) {
            case "paid" -> world.move(shop, order, SimOrder.State.PAID);
            case "shipped" -> world.move(shop, order, SimOrder.State.SHIPPED);
            case "completed" -> world.move(shop, order, SimOrder.State.COMPLETED);
            case "cancelled" -> world.move(shop, order, SimOrder.State.CANCELLED);
            case "address" -> {
                shop.moveHouse(
                        order,
                        Http.JSON.treeToValue(body, Wish.class),
                        world.clock().now());
                world.tell(shop, Change.Kind.ADDRESS, order);
            }
            case "patch" -> order.patch = body.asObject();
            case "touched" -> {
                order.modified = world.clock().now();
                world.tell(shop, Change.Kind.TOUCHED, order);
            }
            default -> throw new IllegalArgumentException("Unknown verb " + verb);
        }
    }

    private static ObjectNode listed(List<SimOrder> orders) {
        ObjectNode answer = Http.object();
        ArrayNode list = answer.putArray("orders");
        for (SimOrder order : orders) {
            list.add(Http.object()
                    .put("id", order.id)
                    .put("state", order.state.name())
                    .put("created", order.created.toString())
                    .put("modified", order.modified.toString())
                    .put("lines", order.lines.size())
                    .put("payMinor", order.payMinor())
                    .put("receiver", order.buyer.name())
                    .put("phone", order.buyer.phone()));
        }
        return answer;
    }

    private Response faults(Request request) {
        switch (request.method()) {
            case "POST" -> world.faults().add(fault(request.json()));
            case "DELETE" -> world.faults().clear();
            default -> {}
        }
        return Response.json(Http.object().put("faults", world.faults().count()));
    }

    private static Fault fault(JsonNode body) {
        return new Fault(
                body.path("channel").asString(null),
                body.path("shop").asString(null),
                body.path("target").asString("api"),
                body.path("kind").asString(""),
                body.path("value").asInt(0),
                body.path("share").asDouble(1),
                body.path("count").asInt(0));
    }

    private Response clock(Request request) {
        if (request.method().equals("POST")) {
            world.clock()
                    .offset(Duration.ofSeconds(
                            request.json().path("offsetSeconds").asLong(0)));
        }
        return Response.json(Http.object()
                .put("offsetSeconds", world.clock().offset().toSeconds())
                .put("now", world.clock().now().toString()));
    }
}
