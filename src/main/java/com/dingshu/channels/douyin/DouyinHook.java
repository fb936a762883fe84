package com.dingshu.channels.douyin;

import com.dingshu.channels.HookShops;
import com.dingshu.channels.HookShops.HookShop;
import com.dingshu.channels.IntakeAlertKind;
import com.dingshu.channels.RawInbox;
import com.dingshu.channels.RawKind;
import com.dingshu.channels.RawMessage;
import com.dingshu.channels.connect.HookBody;
import com.dingshu.channels.connect.JsonSlices;
import com.dingshu.tenancy.ShopAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes Douyin's pushes: a signed batch of events, each naming an order that changed. The application's key finds the
 * secret; the shop is read from the signed content and must belong to the same merchant. The answer comes when every event
 * is on disk.
 */
@RestController
class DouyinHook {

    private static final String CHANNEL = "douyin";
    private static final String PROBE = "0";
    private static final Answer SUCCESS = new Answer(0, "success");

    /** The form in which the platform wants to be answered. */
    record Answer(int code, String msg) {}

    private final HookShops shops;
    private final RawInbox inbox;
    private final JsonMapper json;

    DouyinHook(HookShops shops, RawInbox inbox, JsonMapper json) {
        this.shops = shops;
        this.inbox = inbox;
        this.json = json;
    }

    @PostMapping("/hooks/douyin")
    ResponseEntity<Answer> take(
            @RequestHeader(name = "app-id", required = false) @Nullable String appId,
            @RequestHeader(name = "event-sign", required = false) @Nullable String sign,
            HttpServletRequest request)
            throws IOException {
        Optional<HookShop> app =
                appId == null ? Optional.empty() : shops.find(CHANNEL, HookShops.applicationKey(appId));
        if (app.isEmpty()) {
            return refused(appId == null || sign == null ? HttpStatus.UNAUTHORIZED : HttpStatus.NOT_FOUND);
        }
        return sign == null ? unsigned(app.get()) : judged(app.get(), sign, HookBody.read(request));
    }

    private ResponseEntity<Answer> judged(HookShop app, String sign, HookBody body) {
        return switch (body) {
            case HookBody.Encoded encoded ->
                refused(app, IntakeAlertKind.COMPRESSED, "Content-Encoding", HttpStatus.UNSUPPORTED_MEDIA_TYPE);
            case HookBody.TooLarge(long size) ->
                refused(app, IntakeAlertKind.TOO_LARGE, size + " bytes", HttpStatus.CONTENT_TOO_LARGE);
            case HookBody.Bytes(byte[] bytes) ->
                DouyinSigning.pushFits(app.access().appKey(), app.access().appSecret(), bytes, sign)
                        ? accepted(app, bytes)
                        : unsigned(app);
        };
    }

    private ResponseEntity<Answer> unsigned(HookShop app) {
        return refused(app, IntakeAlertKind.BAD_SIGNATURE, "event-sign", HttpStatus.UNAUTHORIZED);
    }

    private ResponseEntity<Answer> refused(HookShop app, IntakeAlertKind kind, String detail, HttpStatus status) {
        return shops.as(CHANNEL, app.address(), () -> {
            inbox.refused(app.address().shopId(), CHANNEL, kind, detail);
            if (kind == IntakeAlertKind.TOO_LARGE) {
                shops.pullSoon(app.address().shopId());
            }
            return refused(status);
        });
    }

    private ResponseEntity<Answer> accepted(HookShop app, byte[] body) {
        return shops.as(CHANNEL, app.address(), () -> {
            Batch batch = batch(app, body);
            batch.byShop().forEach((shop, messages) -> {
                inbox.receiveAll(messages);
                shops.pushed(shop);
            });
            if (!batch.foreign().isEmpty()) {
                String named = String.join(", ", batch.foreign());
                inbox.refused(app.address().shopId(), CHANNEL, IntakeAlertKind.FOREIGN_SHOP, named);
            }
            return !batch.foreign().isEmpty() && batch.byShop().isEmpty()
                    ? refused(HttpStatus.NOT_FOUND)
                    : ResponseEntity.ok(SUCCESS);
        });
    }

    /** The messages of each of the merchant's shops; {@code foreign} are the shops named that are not the merchant's. */
    private record Batch(Map<UUID, List<RawMessage>> byShop, Set<String> foreign) {}

    /** One message an event; a body that is no batch is kept as it is and will be shown as broken. */
    private Batch batch(HookShop app, byte[] body) {
        List<byte[]> events = JsonSlices.elements(body);
        Map<UUID, List<RawMessage>> byShop = new LinkedHashMap<>();
        if (events.isEmpty() && !isEmptyBatch(body)) {
            UUID shop = app.address().shopId();
            byShop.put(shop, List.of(message(shop, RawKind.NOTICE, "", "", "push", body)));
            return new Batch(byShop, Set.of());
        }
        Set<String> foreign = new LinkedHashSet<>();
        for (byte[] event : events) {
            JsonNode node = tree(event);
            JsonNode data = data(node);
            String named = data.path("shop_id").asString("");
            Optional<ShopAddress> shop = shop(app, named);
            if (shop.isEmpty()) {
                foreign.add(named);
            } else if (!node.path("tag").asString("").equals(PROBE)) {
                UUID id = shop.get().shopId();
                byShop.computeIfAbsent(id, any -> new ArrayList<>()).add(message(id, node, data, event));
            }
        }
        return new Batch(byShop, foreign);
    }

    private static boolean isEmptyBatch(byte[] body) {
        return body.length < 100
                && new String(body, StandardCharsets.UTF_8)
                        .replaceAll("\\s", "")
                        .equals("[]");
    }

    /** The event's content is JSON within a text. */
    private JsonNode data(JsonNode event) {
        JsonNode data = event.path("data");
        return data.isString() ? tree(data.asString().getBytes(StandardCharsets.UTF_8)) : data;
    }

    private static RawMessage message(UUID shop, JsonNode event, JsonNode data, byte[] body) {
        String order = data.path("p_id").asString("");
        RawKind kind = order.isEmpty() && data.isObject() && !data.isEmpty() ? RawKind.OTHER : RawKind.NOTICE;
        return message(
                shop,
                kind,
                order,
                event.path("msg_id").asString(""),
                "push " + event.path("tag").asString(""),
                body);
    }

    /** The signed content names the shop; without a name it can only be the application's own. */
    private Optional<ShopAddress> shop(HookShop app, String shopId) {
        return shopId.isEmpty()
                ? Optional.of(app.address())
                : shops.address(CHANNEL, shopId)
                        .filter(address -> address.tenantId() == app.address().tenantId());
    }

    private static RawMessage message(
            UUID shop, RawKind kind, String order, String messageId, String origin, byte[] body) {
        return new RawMessage(shop, CHANNEL, kind, order, messageId, origin, true, "application/json", Map.of(), body);
    }

    private JsonNode tree(byte[] text) {
        try {
            return json.readTree(text);
        } catch (JacksonException e) {
            return json.createObjectNode();
        }
    }

    private static ResponseEntity<Answer> refused(HttpStatus status) {
        return ResponseEntity.status(status).body(new Answer(status.value(), "refused"));
    }
}
