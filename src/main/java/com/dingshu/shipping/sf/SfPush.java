package com.dingshu.shipping.sf;

import com.dingshu.shipping.CarrierPush;
import com.dingshu.shipping.CarrierScan;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes SF's pushed routes ({@code RoutePushService}). SF repeats what is not answered 0000, so a line we have no use for
 * is answered 0000 as well: an unknown order key, a number that does not belong to it, an unreadable time.
 */
@RestController
class SfPush {

    private static final int LARGEST = 5 * 1024 * 1024;

    private final SfRoutes routes;
    private final CarrierPush push;
    private final JsonMapper json;

    SfPush(SfRoutes routes, CarrierPush push, JsonMapper json) {
        this.routes = routes;
        this.push = push;
        this.json = json;
    }

    @PostMapping("/sf/push")
    ResponseEntity<Answer> take(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).body(new Answer("1000", "报文超过 5 MB"));
        }
        JsonNode lines = lines(body);
        if (!lines.isArray()) {
            return ResponseEntity.badRequest().body(new Answer("1000", "报文里没有 Body.WaybillRoute"));
        }
        byOrder(lines).forEach((order, scans) -> push.record("SF", order, scans));
        return ResponseEntity.ok(new Answer("0000", "成功"));
    }

    private JsonNode lines(byte[] body) {
        try {
            return json.readTree(body).path("Body").path("WaybillRoute");
        } catch (JacksonException unreadable) {
            return json.missingNode();
        }
    }

    private Map<String, List<CarrierScan>> byOrder(JsonNode lines) {
        Map<String, List<CarrierScan>> scans = new LinkedHashMap<>();
        for (JsonNode line : lines) {
            routes.read(line.path("mailno").asString(""), line).ifPresent(scan -> scans.computeIfAbsent(
                            line.path("orderid").asString(""), order -> new ArrayList<>())
                    .add(scan));
        }
        return scans;
    }

    /** SF's form of an answer; 0000 is success. */
    record Answer(String return_code, String return_msg) {}
}
