package com.dingshu.channels.shopify;

import com.dingshu.channels.HookShops;
import com.dingshu.channels.HookShops.HookShop;
import com.dingshu.channels.IntakeAlertKind;
import com.dingshu.channels.RawInbox;
import com.dingshu.channels.RawKind;
import com.dingshu.channels.RawMessage;
import com.dingshu.channels.connect.HookBody;
import com.dingshu.channels.connect.JsonSlices;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes Shopify's webhooks: the body is the whole order, signed with the secret of the shop that the header names. The
 * answer comes when it is on disk. Repeated deliveries have no time limit of their own on this platform; they are
 * recognised by their content.
 */
@RestController
class ShopifyHook {

    private static final String CHANNEL = "shopify";
    /** Says which order was edited, but not how it is now. */
    private static final String EDITED = "orders/edited";

    private final HookShops shops;
    private final RawInbox inbox;

    ShopifyHook(HookShops shops, RawInbox inbox) {
        this.shops = shops;
        this.inbox = inbox;
    }

    @PostMapping("/hooks/shopify")
    ResponseEntity<Void> take(
            @RequestHeader(name = "X-Shopify-Shop-Domain", required = false) @Nullable String domain,
            @RequestHeader(name = "X-Shopify-Hmac-Sha256", required = false) @Nullable String hmac,
            HttpServletRequest request)
            throws IOException {
        Optional<HookShop> shop =
                domain == null ? Optional.empty() : shops.find(CHANNEL, domain.toLowerCase(Locale.ROOT));
        if (shop.isEmpty()) {
            return status(domain == null || hmac == null ? HttpStatus.UNAUTHORIZED : HttpStatus.NOT_FOUND);
        }
        return hmac == null ? unsigned(shop.get()) : judged(shop.get(), hmac, HookBody.read(request), request);
    }

    private ResponseEntity<Void> judged(HookShop shop, String hmac, HookBody body, HttpServletRequest request) {
        UUID shopId = shop.address().shopId();
        return switch (body) {
            case HookBody.Encoded encoded ->
                refused(shop, IntakeAlertKind.COMPRESSED, "Content-Encoding", HttpStatus.UNSUPPORTED_MEDIA_TYPE);
            case HookBody.TooLarge(long size) ->
                refused(shop, IntakeAlertKind.TOO_LARGE, size + " bytes", HttpStatus.CONTENT_TOO_LARGE);
            case HookBody.Bytes(byte[] bytes) ->
                ShopifySigning.webhookFits(shop.access().appSecret(), bytes, hmac)
                        ? accepted(shop, message(shopId, bytes, request))
                        : unsigned(shop);
        };
    }

    private ResponseEntity<Void> unsigned(HookShop shop) {
        return refused(shop, IntakeAlertKind.BAD_SIGNATURE, "X-Shopify-Hmac-Sha256", HttpStatus.UNAUTHORIZED);
    }

    private ResponseEntity<Void> refused(HookShop shop, IntakeAlertKind kind, String detail, HttpStatus status) {
        return shops.as(CHANNEL, shop.address(), () -> {
            inbox.refused(shop.address().shopId(), CHANNEL, kind, detail);
            if (kind == IntakeAlertKind.TOO_LARGE) {
                shops.pullSoon(shop.address().shopId());
            }
            return status(status);
        });
    }

    private ResponseEntity<Void> accepted(HookShop shop, RawMessage message) {
        return shops.as(CHANNEL, shop.address(), () -> {
            inbox.receive(message);
            shops.pushed(shop.address().shopId());
            return status(HttpStatus.OK);
        });
    }

    private static RawMessage message(UUID shopId, byte[] body, HttpServletRequest request) {
        String topic = header(request, "X-Shopify-Topic");
        RawKind kind = topic.equals(EDITED)
                ? RawKind.NOTICE
                : topic.isEmpty() || topic.startsWith("orders/") ? RawKind.ORDER : RawKind.OTHER;
        String number = JsonSlices.at(body, "id")
                .or(() -> JsonSlices.at(body, "order", "id"))
                .or(() -> JsonSlices.at(body, "order_edit", "order_id"))
                .map(id -> new String(id, StandardCharsets.UTF_8).replace("\"", ""))
                .orElse("");
        return new RawMessage(
                shopId,
                CHANNEL,
                kind,
                number,
                header(request, "X-Shopify-Webhook-Id"),
                "push " + topic,
                true,
                "application/json",
                kept(request),
                body);
    }

    private static Map<String, String> kept(HttpServletRequest request) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : new String[] {
            "X-Shopify-Topic",
            "X-Shopify-Webhook-Id",
            "X-Shopify-Triggered-At",
            "X-Shopify-API-Version",
            "X-Shopify-Event-Id"
        }) {
            if (!header(request, name).isEmpty()) {
                headers.put(name, header(request, name));
            }
        }
        return headers;
    }

    private static String header(HttpServletRequest request, String name) {
        String value = request.getHeader(name);
        return value == null ? "" : value.length() > 200 ? value.substring(0, 200) : value;
    }

    private static ResponseEntity<Void> status(HttpStatus status) {
        return ResponseEntity.status(status).build();
    }
}
