package com.dingshu.channels;

import com.dingshu.channels.RawGateway.NewRow;
import com.dingshu.channels.connect.Digests;
import com.dingshu.shared.Ids;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Doorbell;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Requires;
import com.dingshu.tenancy.Retrying;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/**
 * The raw inbox: everything a platform sends is stored here before anything else happens to it. When a method returns, the
 * message is on disk. The same content of the same order and shop is stored once, however often and however parallel it
 * comes.
 */
@Service
public class RawInbox {

    /** The work that goes on with what is stored here. */
    static final String KIND = "inbox";

    private static final int MOST_HEADER_TEXT = 4_000;
    private static final int MOST_ALERT_TEXT = 300;

    private final RawGateway gateway;
    private final RawWriter writer;
    private final RawBodies bodies;
    private final Retrying retrying;
    private final Doorbell doorbell;
    private final Clock clock;
    private final JsonMapper json;

    RawInbox(
            RawGateway gateway,
            RawWriter writer,
            RawBodies bodies,
            Retrying retrying,
            Doorbell doorbell,
            Clock clock,
            JsonMapper json) {
        this.gateway = gateway;
        this.writer = writer;
        this.bodies = bodies;
        this.retrying = retrying;
        this.doorbell = doorbell;
        this.clock = clock;
        this.json = json;
    }

    /**
     * Stores one message, in one transaction with others that come at the same time, and lets the intake go on with it.
     *
     * @throws RawWriter.InboxFull when so many wait that it is better sent again later
     */
    @Requires(Permission.ORDERS_ACCEPT)
    public ReceiveResult receive(RawMessage message) {
        NewRow row = row(message);
        ReceiveResult result =
                writer.write(row) ? new ReceiveResult.Received(row.id()) : retrying.inTransaction(() -> storeOne(row));
        if (result instanceof ReceiveResult.Received) {
            doorbell.ring(KIND, row.tenant());
        }
        return result;
    }

    /**
     * Stores messages of one shop in one transaction and lets the intake go on with the new ones.
     *
     * @return one result a message, in their order
     */
    @Requires(Permission.ORDERS_ACCEPT)
    public List<ReceiveResult> receiveAll(List<RawMessage> messages) {
        return messages.size() == 1 ? List.of(receive(messages.getFirst())) : store(messages, true);
    }

    /** Stores one message without ringing: whoever stored it goes on with it, and the sweep does if that one breaks off. */
    ReceiveResult keep(RawMessage message) {
        return store(List.of(message), false).getFirst();
    }

    /** The same, but the sweep leaves it alone until then. */
    ReceiveResult keepAside(RawMessage message, Instant until) {
        NewRow row = row(message);
        NewRow aside = new NewRow(
                row.tenant(), row.id(), row.message(), row.hash(), row.headers(), row.closedBody(), row.state(), until);
        return retrying.inTransaction(() -> storeOne(aside));
    }

    /** Notes that something had to be refused before it could be stored. Alike ones of an hour are counted in one row. */
    @Requires(Permission.ORDERS_ACCEPT)
    public void refused(UUID shopId, String channel, IntakeAlertKind kind, String detail) {
        Instant now = clock.instant();
        String shown = detail.length() > MOST_ALERT_TEXT ? detail.substring(0, MOST_ALERT_TEXT) : detail;
        retrying.inTransaction(() ->
                gateway.alert(Ids.next(), shopId, channel, kind.name(), now.truncatedTo(ChronoUnit.HOURS), shown, now));
    }

    private List<ReceiveResult> store(List<RawMessage> messages, boolean ring) {
        if (messages.isEmpty()) {
            return List.of();
        }
        List<NewRow> rows = messages.stream().map(this::row).toList();
        List<ReceiveResult> results = retrying.inTransaction(() -> storeFresh(rows));
        if (ring && results.stream().anyMatch(ReceiveResult.Received.class::isInstance)) {
            doorbell.ring(KIND, Acting.current().tenantId());
        }
        return results;
    }

    /** The usual case is all new: tried first. Only when one is not, it is looked up which. */
    private List<ReceiveResult> storeFresh(List<NewRow> rows) {
        if (rows.size() == 1) {
            return List.of(storeOne(rows.getFirst()));
        }
        UUID shop = rows.getFirst().message().shopId();
        Map<String, UUID> known = gateway.stored(shop, rows);
        Set<String> seen = new HashSet<>(known.keySet());
        List<NewRow> fresh = rows.stream().filter(row -> seen.add(key(row))).toList();
        if (!fresh.isEmpty()) {
            // one that comes in meanwhile makes the whole transaction start again
            insertAll(fresh);
        }
        fresh.forEach(row -> known.put(key(row), row.id()));
        Set<UUID> isFresh = new HashSet<>();
        fresh.forEach(row -> isFresh.add(row.id()));
        List<ReceiveResult> results = new ArrayList<>();
        Map<UUID, Boolean> repeated = new LinkedHashMap<>();
        for (NewRow row : rows) {
            UUID id = known.getOrDefault(key(row), row.id());
            boolean isNew = isFresh.contains(row.id());
            results.add(isNew ? new ReceiveResult.Received(id) : new ReceiveResult.Duplicate(id));
            if (!isNew) {
                repeated.put(id, true);
            }
        }
        if (!repeated.isEmpty()) {
            gateway.countRepeats(repeated.keySet());
        }
        return results;
    }

    private void insertAll(List<NewRow> fresh) {
        try {
            gateway.insertAll(fresh, clock.instant());
        } catch (DuplicateKeyException e) {
            throw new OptimisticLockingFailureException("Stored meanwhile by another", e);
        }
    }

    private ReceiveResult storeOne(NewRow row) {
        try {
            gateway.insert(row, clock.instant());
            return new ReceiveResult.Received(row.id());
        } catch (DuplicateKeyException e) {
            @Nullable
            UUID known = gateway.stored(row.message().shopId(), List.of(row)).get(key(row));
            if (known == null) {
                throw e;
            }
            gateway.countRepeats(List.of(known));
            return new ReceiveResult.Duplicate(known);
        }
    }

    private static String key(NewRow row) {
        return row.message().externalId() + "/" + HexFormat.of().withUpperCase().formatHex(row.hash());
    }

    private NewRow row(RawMessage message) {
        UUID id = Ids.next();
        RawState state = message.kind() == RawKind.OTHER || message.kind() == RawKind.RECEIVER
                ? RawState.DISCARDED
                : RawState.RECEIVED;
        return new NewRow(
                Acting.current().tenantId(),
                id,
                message,
                Digests.sha256(message.body()),
                headers(message),
                bodies.close("raw_payload", id, message.body()),
                state,
                state == RawState.RECEIVED ? clock.instant() : null);
    }

    private String headers(RawMessage message) {
        String text = json.writeValueAsString(message.headers());
        return text.length() > MOST_HEADER_TEXT ? "{}" : text;
    }
}
