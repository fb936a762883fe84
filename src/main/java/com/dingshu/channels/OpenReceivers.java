package com.dingshu.channels;

import com.dingshu.channels.RawGateway.Stored;
import com.dingshu.channels.connect.CallResult;
import com.dingshu.channels.connect.Connector;
import com.dingshu.channels.connect.Connector.Sealed;
import com.dingshu.channels.connect.ShopAccess;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gets receivers in clear from platforms that hide them, within their quotas. What was given out is kept (encrypted, like
 * every payload), so that a rerun costs nothing. Where the platform does not give a receiver out, the order goes on with
 * the mask.
 */
@Component
class OpenReceivers {

    private final Map<String, Connector> connectors;
    private final ShopAccesses accesses;
    private final RawGateway gateway;
    private final RawBodies bodies;
    private final RawInbox inbox;
    private final JsonMapper json;

    OpenReceivers(
            List<Connector> connectors,
            ShopAccesses accesses,
            RawGateway gateway,
            RawBodies bodies,
            RawInbox inbox,
            JsonMapper json) {
        this.connectors =
                connectors.stream().collect(Collectors.toUnmodifiableMap(Connector::channel, Function.identity()));
        this.accesses = accesses;
        this.gateway = gateway;
        this.bodies = bodies;
        this.inbox = inbox;
        this.json = json;
    }

    /** What is kept of a receiver that was given out. */
    private record Kept(String fingerprint, Map<String, String> fields) {}

    private record Hidden(InboxItem item, Connector connector, Sealed sealed) {}

    void open(List<InboxItem> items) {
        Map<UUID, List<Hidden>> byShop = new LinkedHashMap<>();
        for (InboxItem item : items) {
            @Nullable Hidden hidden = hidden(item);
            if (hidden != null) {
                byShop.computeIfAbsent(item.shopId, any -> new ArrayList<>()).add(hidden);
            }
        }
        byShop.forEach(this::open);
    }

    private @Nullable Hidden hidden(InboxItem item) {
        @Nullable Connector connector = item.row.kind() == RawKind.FILE ? null : connectors.get(item.row.channel());
        if (connector == null || item.payload == null || item.row.externalId().isEmpty()) {
            return null;
        }
        @Nullable Sealed sealed = connector.sealed(item.row.externalId(), item.payload);
        return sealed == null ? null : new Hidden(item, connector, sealed);
    }

    private void open(UUID shopId, List<Hidden> hidden) {
        Map<String, Kept> kept = kept(shopId, hidden);
        List<Hidden> missing = new ArrayList<>();
        for (Hidden one : hidden) {
            @Nullable Kept known = kept.get(one.sealed().orderNo());
            if (known != null && known.fingerprint().equals(one.sealed().fingerprint())) {
                one.item().receiver = known.fields();
            } else {
                missing.add(one);
            }
        }
        ask(shopId, missing);
    }

    private Map<String, Kept> kept(UUID shopId, List<Hidden> hidden) {
        Map<String, Kept> kept = new LinkedHashMap<>();
        gateway.receivers(
                        shopId,
                        hidden.stream()
                                .map(h -> h.sealed().orderNo())
                                .distinct()
                                .toList())
                .forEach((orderNo, stored) -> kept.put(orderNo, read(stored)));
        return kept;
    }

    private Kept read(Stored stored) {
        return json.readValue(bodies.open("raw_payload", stored.id(), stored.closedBody(), stored.size()), Kept.class);
    }

    private void ask(UUID shopId, List<Hidden> missing) {
        @Nullable
        ShopAccess access = missing.isEmpty() ? null : accesses.of(shopId).orElse(null);
        missing.forEach(one -> one.item().receiverMissing = true);
        if (access == null) {
            return;
        }
        Connector connector = missing.getFirst().connector();
        for (int at = 0; at < missing.size(); at += connector.decryptBatch()) {
            List<Hidden> part = missing.subList(at, Math.min(missing.size(), at + connector.decryptBatch()));
            List<Sealed> sealed = part.stream().map(Hidden::sealed).distinct().toList();
            if (connector.decrypt(access, sealed)
                    instanceof CallResult.Done<Map<String, Map<String, String>>>(var receivers)) {
                part.forEach(one -> take(shopId, one, receivers.get(one.sealed().orderNo())));
            } else {
                return;
            }
        }
    }

    private void take(UUID shopId, Hidden hidden, @Nullable Map<String, String> fields) {
        if (fields == null) {
            return;
        }
        hidden.item().receiver = Objects.requireNonNull(fields);
        hidden.item().receiverMissing = false;
        inbox.keep(new RawMessage(
                shopId,
                hidden.connector().channel(),
                RawKind.RECEIVER,
                hidden.sealed().orderNo(),
                "",
                "decrypted",
                true,
                "application/json",
                Map.of(),
                json.writeValueAsBytes(new Kept(hidden.sealed().fingerprint(), fields))));
    }
}
