package com.dingshu.simulator.sms;

import com.dingshu.simulator.Http;
import com.dingshu.simulator.Http.Request;
import com.dingshu.simulator.Http.Response;
import com.dingshu.simulator.Partner;
import com.dingshu.simulator.Signing;
import com.dingshu.simulator.World;
import com.sun.net.httpserver.HttpServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The short message service. */
public final class SmsPartner implements Partner {

    private static final Duration TOLERANCE = Duration.ofMinutes(15);
    private static final String UNRESERVED = "-_.~";

    private final Map<String, String> accounts = new ConcurrentHashMap<>();
    private final Set<String> nonces = ConcurrentHashMap.newKeySet();
    private final List<ObjectNode> sent = new CopyOnWriteArrayList<>();
    private final AtomicLong number = new AtomicLong(900_619_746_000_000_000L);

    @Override
    public String name() {
        return "aliyun-sms";
    }

    @Override
    public String orderId(long sequence) {
        return Long.toString(sequence);
    }

    @Override
    public void serve(HttpServer server, World world) {
        Http.serve(server, "/aliyun-sms", request -> answer(request, world));
        Http.serve(server, "/_sim/sms", this::administer);
    }

    private Response answer(Request request, World world) {
        Map<String, String> params = new TreeMap<>(request.method().equals("GET") ? request.query() : request.form());
        String account = params.getOrDefault("AccessKeyId", "");
        Optional<Integer> status = world.faults().strikes(name(), account, "api", "status");
        if (status.isPresent()) {
            return Response.text(status.get(), "text/plain", "");
        }
        if (world.faults().strikes(name(), account, "api", "drop").isPresent()) {
            return Response.dropped();
        }
        String problem = problem(request.method(), params, world.clock().now());
        if (!problem.isEmpty()) {
            return Response.json(problem.startsWith("isv") ? 200 : 400, result(problem, ""));
        }
        if (world.faults().strikes(name(), account, "api", "limit").isPresent()) {
            return Response.json(result("isv.BUSINESS_LIMIT_CONTROL", ""));
        }
        ObjectNode message = Http.object();
        for (String field : List.of("PhoneNumbers", "SignName", "TemplateCode", "TemplateParam", "OutId")) {
            message.put(field, params.getOrDefault(field, ""));
        }
        sent.add(message);
        return Response.json(result("OK", number.incrementAndGet() + "^0"));
    }

    private String problem(String method, Map<String, String> params, Instant now) {
        String secret = accounts.get(params.getOrDefault("AccessKeyId", ""));
        if (secret == null) {
            return "InvalidAccessKeyId.NotFound";
        }
        if (!expected(method, params, secret).equals(params.get("Signature"))) {
            return "SignatureDoesNotMatch";
        }
        if (Duration.between(Instant.parse(params.getOrDefault("Timestamp", "")), now)
                        .abs()
                        .compareTo(TOLERANCE)
                > 0) {
            return "InvalidTimeStamp.Expired";
        }
        if (!nonces.add(params.getOrDefault("SignatureNonce", ""))) {
            return "SignatureNonceUsed";
        }
        return params.getOrDefault("PhoneNumbers", "").matches("1\\d{10}|00\\d{6,18}")
                ? ""
                : "isv.MOBILE_NUMBER_ILLEGAL";
    }

    private static ObjectNode result(String code, String bizId) {
        return Http.object()
                .put("Code", code)
                .put("Message", code)
                .put("BizId", bizId)
                .put("RequestId", java.util.UUID.randomUUID().toString());
    }

    private static String expected(String method, Map<String, String> params, String secret) {
        String query = params.entrySet().stream()
                .filter(param -> !param.getKey().equals("Signature"))
                .map(param -> escaped(param.getKey()) + "=" + escaped(param.getValue()))
                .collect(Collectors.joining("&"));
        byte[] mac = Signing.hmac("HmacSHA1", secret + "&", method + "&%2F&" + escaped(query));
        return Base64.getEncoder().encodeToString(mac);
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean plain = c < 128 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0);
            out.append(plain ? String.valueOf(c) : "%" + Signing.upperHex(new byte[] {b}));
        }
        return out.toString();
    }

    private Response administer(Request request) {
        if (request.path().endsWith("/accounts")) {
            JsonNode body = request.json();
            accounts.put(
                    body.path("accessKeyId").asString(),
                    body.path("accessKeySecret").asString());
            return Response.json(Http.object().put("accounts", accounts.size()));
        }
        if (request.method().equals("DELETE")) {
            sent.clear();
        }
        ArrayNode list = Http.JSON.createArrayNode();
        sent.forEach(list::add);
        return Response.json(list);
    }
}
