package com.dingshu.simulator.sf;

import com.dingshu.simulator.Http;
import com.dingshu.simulator.Http.Request;
import com.dingshu.simulator.Http.Response;
import com.dingshu.simulator.Partner;
import com.dingshu.simulator.World;
import com.sun.net.httpserver.HttpServer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The carrier. */
public final class SfPartner implements Partner {

    private static final Duration TOLERANCE = Duration.ofMinutes(10);
    private static final int MOST_NUMBERS = 10;
    private static final Map<String, String> CITY_CODES = Map.of(
            "北京市", "010", "上海市", "021", "天津市", "022", "重庆市", "023", "深圳市", "755", "广州市", "020", "杭州市", "571", "成都市",
            "028", "武汉市", "027", "南京市", "025");

    private final Map<String, SfAccount> accounts = new ConcurrentHashMap<>();
    private final Map<String, SfParcel> byOrder = new ConcurrentHashMap<>();
    private final Map<String, SfParcel> byWaybill = new ConcurrentSkipListMap<>();
    // numbers go on after a restart: the receiving side keeps what it got
    private final AtomicLong numbers =
            new AtomicLong(1_400_000_000_000L + Instant.now().getEpochSecond() % 100_000_000L * 1_000);
    private volatile List<SfStep> timeline = SfStep.USUAL;
    private final SfPusher pusher = new SfPusher();

    @Override
    public String name() {
        return "sf";
    }

    @Override
    public String orderId(long sequence) {
        return "SF" + sequence;
    }

    @Override
    public void serve(HttpServer server, World world) {
        Http.serve(server, "/sf/std/service", request -> gateway(request, world));
        Http.serve(server, "/_sim/sf", request -> administer(request, world));
        Thread.ofVirtual().name("sf-timeline").start(() -> live(world));
    }

    // --- the gateway ---

    private Response gateway(Request request, World world) {
        Map<String, String> form = request.form();
        String partner = form.getOrDefault("partnerID", "");
        Optional<Integer> fault = strikes(world, partner, "status");
        if (fault.isPresent()) {
            return Response.text(fault.get(), "text/plain", "");
        }
        if (strikes(world, partner, "drop").isPresent()) {
            return Response.dropped();
        }
        strikes(world, partner, "latency").ifPresent(SfPartner::sleep);
        Response answer = Response.json(strikes(world, partner, "gateway")
                .map(code -> refused("A" + code, "模拟故障"))
                .orElseGet(() -> checked(form, world)));
        return strikes(world, partner, "lost").isPresent() ? Response.dropped() : answer;
    }

    private ObjectNode checked(Map<String, String> form, World world) {
        for (String field : List.of("partnerID", "requestID", "serviceCode", "timestamp", "msgDigest", "msgData")) {
            if (form.getOrDefault(field, "").isEmpty()) {
                return refused("A1001", "必传参数不可为空:" + field);
            }
        }
        SfAccount account = accounts.get(form.get("partnerID"));
        if (account == null) {
            return refused("A1004", "无对应服务权限");
        }
        Duration age = Duration.between(
                Instant.ofEpochMilli(Long.parseLong(form.get("timestamp"))),
                world.clock().now());
        if (age.abs().compareTo(TOLERANCE) > 0) {
            return refused("A1002", "请求时效已过期");
        }
        String digest = SfDigests.expected(form.get("msgData"), form.get("timestamp"), account.checkWord());
        if (!digest.equals(form.get("msgDigest"))) {
            return refused("A1006", "数字签名无效");
        }
        JsonNode message = Http.JSON.readTree(form.get("msgData"));
        return ok(serve(form.get("serviceCode"), account, message, world));
    }

    private ObjectNode serve(String service, SfAccount account, JsonNode message, World world) {
        return switch (service) {
            case "EXP_RECE_CREATE_ORDER" -> create(account, message, world);
            case "EXP_RECE_SEARCH_ORDER_RESP" -> search(account, message);
            case "EXP_RECE_UPDATE_ORDER" -> update(account, message);
            case "EXP_RECE_SEARCH_ROUTES" -> routes(account, message);
            case "EXP_RECE_SEARCH_PROMITM" -> promise(account, message);
            default -> failed("S0001", "服务不存在 " + service);
        };
    }

    private ObjectNode create(SfAccount account, JsonNode message, World world) {
        SfOrder order = SfOrder.read(message);
        if (!order.missing().isEmpty()) {
            return failed("1010", "缺少 " + order.missing());
        }
        String key = account.partnerID() + "/" + order.orderId();
        boolean served = !order.address().contains("不收派");
        String waybillNo = "SF" + numbers.incrementAndGet();
        SfParcel parcel = new SfParcel(
                account,
                order,
                waybillNo,
                answer(order, waybillNo, served),
                world.clock().now());
        if (byOrder.putIfAbsent(key, parcel) != null) {
            return failed("8016", "重复下单");
        }
        if (served) {
            byWaybill.put(waybillNo, parcel);
        }
        return done(parcel.answer);
    }

    private static ObjectNode answer(SfOrder order, String waybillNo, boolean served) {
        ObjectNode answer = Http.object()
                .put("orderId", order.orderId())
                .put("originCode", cityCode(order.from()))
                .put("destCode", cityCode(order.city()))
                .put("filterResult", served ? 2 : 3)
                .put("remark", served ? "" : "收件地址不在服务范围");
        if (served) {
            answer.putArray("waybillNoInfoList")
                    .add(Http.object().put("waybillType", 1).put("waybillNo", waybillNo));
            int spread = Math.floorMod(order.address().hashCode(), 90);
            ObjectNode printed = Http.object()
                    .put("waybillNo", waybillNo)
                    .put("proName", "顺丰标快")
                    .put(
                            "destRouteLabel",
                            cityCode(order.city()) + (char) ('A' + spread % 24) + "-" + cityCode(order.from()) + "-"
                                    + (char) ('A' + spread % 20) + (char) ('B' + spread % 7))
                    .put("codingMapping", String.format(java.util.Locale.ROOT, "%02d", spread % 30 + 1))
                    .put("abFlag", "A");
            ObjectNode label = Http.object().put("code", "1000").put("message", "SF");
            label.set("routeLabelData", printed);
            answer.putArray("routeLabelInfo").add(label);
        }
        return answer;
    }

    private ObjectNode search(SfAccount account, JsonNode message) {
        SfParcel parcel =
                byOrder.get(account.partnerID() + "/" + message.path("orderId").asString(""));
        return parcel == null ? failed("8018", "未获取到订单信息") : done(parcel.answer);
    }

    private ObjectNode update(SfAccount account, JsonNode message) {
        String orderId = message.path("orderId").asString("");
        SfParcel parcel = byOrder.get(account.partnerID() + "/" + orderId);
        if (message.path("dealType").asInt(0) != 2) {
            return failed("S0001", "dealType");
        }
        if (parcel == null) {
            return failed("8018", "未获取到订单信息");
        }
        if (parcel.cancelled) {
            return failed("8037", "已消单，无效下单信息");
        }
        if (!parcel.routes().isEmpty()) {
            return failed("8252", "快件已收取，不能取消");
        }
        parcel.cancelled = true;
        return done(Http.object().put("orderId", orderId).put("resStatus", 2));
    }

    private ObjectNode routes(SfAccount account, JsonNode message) {
        JsonNode wanted = message.path("trackingNumber");
        if (wanted.size() > MOST_NUMBERS) {
            return failed("S0001", "单号超过 " + MOST_NUMBERS + " 个");
        }
        String lastFour = message.path("checkPhoneNo").asString("");
        ObjectNode found = Http.object();
        ArrayNode parcels = found.putArray("routeResps");
        for (JsonNode number : wanted) {
            SfParcel parcel = byWaybill.get(number.asString());
            ObjectNode entry = parcels.addObject().put("mailNo", number.asString());
            ArrayNode lines = entry.putArray("routes");
            if (parcel != null
                    && parcel.account.partnerID().equals(account.partnerID())
                    && parcel.lastFours.contains(lastFour)) {
                parcel.routes().forEach(lines::add);
            }
        }
        return done(found);
    }

    /** The next evening, once the parcel is on its way. */
    private ObjectNode promise(SfAccount account, JsonNode message) {
        SfParcel parcel = byWaybill.get(message.path("searchNo").asString(""));
        if (parcel == null || !parcel.account.partnerID().equals(account.partnerID())) {
            return failed("8024", "未获取到运单信息");
        }
        ObjectNode promised = Http.object().put("searchNo", parcel.waybillNo);
        parcel.promised().ifPresent(time -> promised.put("promiseTm", time));
        return done(promised);
    }

    private static String cityCode(String city) {
        return CITY_CODES.getOrDefault(city, String.valueOf(310 + Math.floorMod(city.hashCode(), 600)));
    }

    /** JSON within JSON: the service's answer is a text in the gateway's. */
    private static ObjectNode ok(ObjectNode result) {
        return Http.object()
                .put("apiResultCode", "A1000")
                .put("apiErrorMsg", "")
                .put("apiResponseID", Long.toHexString(result.hashCode()))
                .put("apiResultData", Http.JSON.writeValueAsString(result));
    }

    private static ObjectNode refused(String code, String message) {
        return Http.object()
                .put("apiResultCode", code)
                .put("apiErrorMsg", message)
                .put("apiResponseID", "0")
                .putNull("apiResultData");
    }

    private static ObjectNode done(ObjectNode data) {
        ObjectNode result =
                Http.object().put("success", true).put("errorCode", "S0000").putNull("errorMsg");
        result.set("msgData", data);
        return result;
    }

    private static ObjectNode failed(String code, String message) {
        return Http.object()
                .put("success", false)
                .put("errorCode", code)
                .put("errorMsg", message)
                .putNull("msgData");
    }

    // --- the way of the parcels ---

    private void live(World world) {
        while (true) {
            sleep(1_000);
            try {
                byWaybill.values().forEach(parcel -> advance(parcel, world));
            } catch (RuntimeException e) {
                e.printStackTrace();
            }
        }
    }

    private void advance(SfParcel parcel, World world) {
        List<SfStep> steps = timeline;
        Instant began = parcel.handedOver;
        if (began == null) {
            return;
        }
        while (!parcel.cancelled && parcel.steps < steps.size()) {
            SfStep step = steps.get(parcel.steps);
            Instant at = began.plusSeconds(step.afterSeconds());
            if (at.isAfter(world.clock().now())) {
                return;
            }
            parcel.steps++;
            tell(parcel, parcel.add(at, step.opCode(), step.place(), step.remark()), world);
        }
    }

    private void tell(SfParcel parcel, ObjectNode route, World world) {
        if (parcel.account.push().isEmpty() || strikesPush(world, parcel, "drop")) {
            return;
        }
        ObjectNode body = Http.object();
        body.putObject("Body").putArray("WaybillRoute").add(parcel.pushed(route));
        int times = strikesPush(world, parcel, "duplicate") ? 2 : 1;
        for (int i = 0; i < times; i++) {
            pusher.send(parcel.account.push(), body);
        }
    }

    // --- administration ---

    private Response administer(Request request, World world) {
        String[] path = request.path()
                .substring("/_sim/sf".length())
                .replaceAll("^/|/$", "")
                .split("/");
        return switch (path[0]) {
            case "accounts" -> register(request.json());
            case "timeline" -> timeline(request);
            case "waybills" ->
                path.length == 3 ? parcel(path[1], path[2], request.json(), world) : Response.json(issued());
            default -> Response.json(404, Http.object().put("error", "no such administration path"));
        };
    }

    private Response register(JsonNode body) {
        SfAccount account = new SfAccount(
                body.path("partnerID").asString(),
                body.path("checkWord").asString(),
                body.path("push").asString(""),
                body.path("handsOver").asBoolean(false));
        accounts.put(account.partnerID(), account);
        return Response.json(Http.object().put("partnerID", account.partnerID()));
    }

    private Response timeline(Request request) {
        if (request.method().equals("POST")) {
            List<SfStep> steps = new ArrayList<>();
            request.json().forEach(step -> steps.add(Http.JSON.treeToValue(step, SfStep.class)));
            timeline = List.copyOf(steps);
        }
        return Response.json(timeline);
    }

    private Response parcel(String waybillNo, String act, JsonNode body, World world) {
        SfParcel parcel = byWaybill.get(waybillNo);
        if (parcel == null) {
            throw new IllegalArgumentException("No waybill " + waybillNo);
        }
        if (act.equals("handover")) {
            parcel.handedOver = parcel.handedOver == null ? world.clock().now() : parcel.handedOver;
            return Response.json(Http.object().put("waybillNo", waybillNo));
        }
        return scan(parcel, body, world);
    }

    private Response scan(SfParcel parcel, JsonNode body, World world) {
        Instant at = world.clock()
                .now()
                .minus(Duration.ofMinutes(body.path("minutesAgo").asLong(0)));
        ObjectNode route = parcel.add(
                at,
                body.path("opCode").asString("31"),
                body.path("place").asString("{city}"),
                body.path("remark").asString(""));
        tell(parcel, route, world);
        return Response.json(parcel.pushed(route));
    }

    private ArrayNode issued() {
        ArrayNode list = Http.JSON.createArrayNode();
        byWaybill
                .values()
                .forEach(parcel -> list.add(Http.object()
                        .put("waybillNo", parcel.waybillNo)
                        .put("orderId", parcel.orderId)
                        .put("remark", parcel.remark)
                        .put("cancelled", parcel.cancelled)
                        .put("routes", parcel.routes().size())));
        return list;
    }

    private static Optional<Integer> strikes(World world, String partner, String kind) {
        return world.faults().strikes("sf", partner, "api", kind);
    }

    private static boolean strikesPush(World world, SfParcel parcel, String kind) {
        return world.faults()
                .strikes("sf", parcel.account.partnerID(), "push", kind)
                .isPresent();
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
