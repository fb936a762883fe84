package com.dingshu.channels;

import com.dingshu.channels.SyncGateway.Due;
import com.dingshu.channels.connect.CallResult;
import com.dingshu.channels.connect.Connector;
import com.dingshu.channels.connect.Connector.Page;
import com.dingshu.channels.connect.Connector.Pulled;
import com.dingshu.channels.connect.ShopAccess;
import com.dingshu.tenancy.Actor;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.TenantWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Pulls every connected shop each quarter of an hour: the reconciler behind the pushes, and the only way in where there
 * are none. Windows overlap, what was seen before is recognised by its content; a pull that the platform stops goes on
 * where it was.
 */
@Component
class PullWork implements TenantWork {

    static final String KIND = "pull";

    private static final Duration EVERY = Duration.ofMinutes(15);
    /** Platforms list a change some moments after they made it. */
    private static final Duration BEHIND = Duration.ofSeconds(2);

    private static final Duration CAUGHT_UP = Duration.ofMinutes(1);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(20);
    private static final int MOST_DOUBLINGS = 6;

    private final SyncGateway sync;
    private final ShopAccesses accesses;
    private final RawInbox inbox;
    private final Clock clock;
    private final Map<String, Connector> connectors;

    PullWork(SyncGateway sync, ShopAccesses accesses, RawInbox inbox, Clock clock, List<Connector> connectors) {
        this.sync = sync;
        this.accesses = accesses;
        this.inbox = inbox;
        this.clock = clock;
        this.connectors =
                connectors.stream().collect(Collectors.toUnmodifiableMap(Connector::channel, Function.identity()));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Actor actor() {
        return Actor.job("pull", Permission.ORDERS_ACCEPT);
    }

    @Override
    public boolean pending() {
        return sync.anyDue(clock.instant());
    }

    /** One window of the shop that has waited longest. */
    @Override
    public int drain() {
        Optional<Due> due = sync.nextDue(clock.instant());
        due.ifPresent(this::pull);
        return due.isPresent() ? 1 : 0;
    }

    private void pull(Due due) {
        Connector connector = connectors.get(due.channel());
        Optional<ShopAccess> access = accesses.of(due.shopId());
        if (connector == null || access.isEmpty()) {
            sync.stopped(due.shopId(), null, "", clock.instant().plus(EVERY), due.failures(), "");
            return;
        }
        Instant from = due.pulledUntil().minus(connector.overlap());
        Instant to = due.windowTo() == null ? windowEnd(due, connector) : due.windowTo();
        read(due, connector, access.get(), from, to);
    }

    private Instant windowEnd(Due due, Connector connector) {
        Instant now = clock.instant().minus(BEHIND);
        Instant end = due.pulledUntil().plus(connector.window()).minus(connector.overlap());
        return end.isBefore(now) ? end : now;
    }

    private void read(Due due, Connector connector, ShopAccess access, Instant from, Instant to) {
        String cursor = due.windowTo() == null ? "" : due.cursor();
        do {
            CallResult<Page> result = connector.changed(access, from, to, cursor);
            if (!(result instanceof CallResult.Done<Page>(Page page))) {
                stopped(due, to, cursor, result);
                return;
            }
            inbox.receiveAll(messages(due.shopId(), connector.channel(), page.orders()));
            cursor = page.next();
        } while (!cursor.isEmpty());
        Instant now = clock.instant();
        boolean caughtUp = to.isAfter(now.minus(CAUGHT_UP));
        sync.pulled(due.shopId(), to, now, caughtUp ? now.plus(EVERY) : now);
    }

    static List<RawMessage> messages(UUID shopId, String channel, List<Pulled> orders) {
        return orders.stream().map(pulled -> message(shopId, channel, pulled)).toList();
    }

    static RawMessage message(UUID shopId, String channel, Pulled pulled) {
        return new RawMessage(
                shopId,
                channel,
                pulled.whole() ? RawKind.ORDER : RawKind.NOTICE,
                pulled.orderNo(),
                "",
                pulled.origin(),
                true,
                "application/json",
                Map.of(),
                pulled.body());
    }

    private void stopped(Due due, Instant to, String cursor, CallResult<Page> result) {
        Instant now = clock.instant();
        switch (result) {
            case CallResult.Limited<Page>(Duration pause) ->
                sync.stopped(due.shopId(), to, cursor, now.plus(pause), due.failures(), "");
            case CallResult.Unreachable<Page>(String reason) ->
                sync.stopped(due.shopId(), to, cursor, now.plus(backOff(due)), due.failures() + 1, reason);
            case CallResult.Denied<Page> denied -> {
                if (denied.cause() == CallResult.Cause.TOKEN) {
                    inbox.refused(due.shopId(), due.channel(), IntakeAlertKind.TOKEN_EXPIRED, denied.code());
                }
                // a refused cursor is started again from the first page
                sync.stopped(
                        due.shopId(),
                        null,
                        "",
                        now.plus(EVERY),
                        due.failures() + 1,
                        denied.code() + " " + denied.message());
            }
            case CallResult.Done<Page> done -> throw new IllegalStateException("A page that came does not stop a pull");
        }
    }

    private static Duration backOff(Due due) {
        return FIRST_PAUSE.multipliedBy(1L << Math.min(due.failures(), MOST_DOUBLINGS));
    }
}
