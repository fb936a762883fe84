package com.dingshu.channels;

import com.dingshu.channels.IntakeRunGateway.Item;
import com.dingshu.channels.IntakeRunGateway.Result;
import com.dingshu.channels.IntakeRunGateway.Run;
import com.dingshu.channels.connect.CallResult;
import com.dingshu.channels.connect.Connector;
import com.dingshu.channels.connect.Connector.Page;
import com.dingshu.channels.connect.Connector.Pulled;
import com.dingshu.channels.connect.ShopAccess;
import com.dingshu.tenancy.Retrying;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Asks a platform for missed orders. Which there are is asked by the time of their last change, from the beginning of the
 * period up to now: whatever was placed in the period has changed since, at the latest when it was placed, so none can be
 * left out. No transaction is open during the calls.
 */
@Component
class Backfill {

    private static final Duration BEHIND = Duration.ofSeconds(2);
    private static final Duration ASIDE = Duration.ofMinutes(10);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final int MOST_FAILURES = 6;
    private static final int MOST_TRIES = 4;

    private final IntakeRunGateway gateway;
    private final Details details;
    private final ShopAccesses accesses;
    private final RawInbox inbox;
    private final Retrying retrying;
    private final Clock clock;
    private final Map<String, Connector> connectors;

    Backfill(
            IntakeRunGateway gateway,
            Details details,
            ShopAccesses accesses,
            RawInbox inbox,
            Retrying retrying,
            Clock clock,
            List<Connector> connectors) {
        this.gateway = gateway;
        this.details = details;
        this.accesses = accesses;
        this.inbox = inbox;
        this.retrying = retrying;
        this.clock = clock;
        this.connectors =
                connectors.stream().collect(Collectors.toUnmodifiableMap(Connector::channel, Function.identity()));
    }

    /** Reads the next page of the list. */
    void list(Run run) {
        UUID shopId = Objects.requireNonNull(run.shopId());
        @Nullable Connector connector = connectors.get(run.channel());
        Optional<ShopAccess> access = accesses.of(shopId);
        if (connector == null || access.isEmpty()) {
            finish(run, "The shop is not connected");
            return;
        }
        Instant until = Objects.requireNonNull(run.listedUntil());
        Instant to = run.listTo() == null ? windowEnd(connector, until) : run.listTo();
        Instant from = until.minus(connector.overlap());
        switch (connector.changed(access.get(), from, to, run.listTo() == null ? "" : run.cursor())) {
            case CallResult.Done<Page>(Page page) -> listed(run, shopId, page, to);
            case CallResult.Limited<Page>(Duration pause) -> goesOn(run, pause, run.failures());
            case CallResult.Unreachable<Page>(String reason) -> stumbled(run, reason);
            case CallResult.Denied<Page> denied -> finish(run, (denied.code() + " " + denied.message()).strip());
        }
    }

    private Instant windowEnd(Connector connector, Instant from) {
        Instant now = clock.instant().minus(BEHIND);
        Instant end = from.plus(connector.window()).minus(connector.overlap());
        return end.isBefore(now) ? end : now;
    }

    private void listed(Run run, UUID shopId, Page page, Instant to) {
        List<Item> items = page.orders().stream()
                .filter(order -> order.placedAt() == null
                        || run.placedUntil() == null
                        || !order.placedAt().isAfter(run.placedUntil()))
                .map(order -> new Item(order.orderNo(), order.orderNo(), 0, stored(shopId, run.channel(), order)))
                .toList();
        boolean windowDone = page.next().isEmpty();
        boolean upToNow = windowDone && !to.isBefore(clock.instant().minus(BEHIND.multipliedBy(2)));
        Instant until = Objects.requireNonNull(run.listedUntil());
        retrying.inTransaction(() -> {
            if (!items.isEmpty()) {
                gateway.add(run.id(), items);
            }
            gateway.listed(run.id(), upToNow ? null : windowDone ? to : until, windowDone ? null : to, page.next());
        });
    }

    private @Nullable UUID stored(UUID shopId, String channel, Pulled order) {
        return order.whole() ? kept(shopId, channel, order) : null;
    }

    /** The run itself goes on with it; should it break off for long, the inbox does. */
    private UUID kept(UUID shopId, String channel, Pulled order) {
        return inbox.keepAside(
                        PullWork.message(shopId, channel, order),
                        clock.instant().plus(ASIDE))
                .rawId();
    }

    /**
     * Fetches these orders one by one.
     *
     * @return the payloads of those that came; the others have their result, or are tried again later
     */
    Map<String, UUID> fetch(Run run, List<Item> items) {
        Map<String, UUID> payloads = new LinkedHashMap<>();
        if (items.isEmpty()) {
            return payloads;
        }
        UUID shopId = Objects.requireNonNull(run.shopId());
        Map<String, CallResult<Pulled>> answers =
                details.ask(shopId, run.channel(), items.stream().map(Item::key).toList());
        List<Result> settled = new ArrayList<>();
        List<String> again = new ArrayList<>();
        Duration pause = Duration.ZERO;
        for (Item item : items) {
            switch (answers.getOrDefault(item.key(), new CallResult.Unreachable<>("not asked"))) {
                case CallResult.Done<Pulled>(Pulled order) ->
                    payloads.put(item.key(), kept(shopId, run.channel(), order));
                case CallResult.Limited<Pulled>(Duration wanted) -> pause = longer(pause, wanted);
                case CallResult.Unreachable<Pulled>(String reason) -> {
                    if (item.attempts() + 1 >= MOST_TRIES) {
                        settled.add(failed(item, IntakeRunItemState.FAILED, reason));
                    } else {
                        again.add(item.key());
                        pause = longer(pause, FIRST_PAUSE.multipliedBy(1L << item.attempts()));
                    }
                }
                case CallResult.Denied<Pulled> denied ->
                    settled.add(failed(
                            item,
                            denied.cause() == CallResult.Cause.NOT_FOUND
                                    ? IntakeRunItemState.MISSING
                                    : IntakeRunItemState.FAILED,
                            (denied.code() + " " + denied.message()).strip()));
            }
        }
        note(run, settled, again, pause);
        return payloads;
    }

    private void note(Run run, List<Result> settled, List<String> again, Duration pause) {
        retrying.inTransaction(() -> {
            if (!settled.isEmpty()) {
                gateway.settle(run.id(), settled);
            }
            gateway.tried(run.id(), again);
            if (pause.isPositive()) {
                gateway.goesOn(run.id(), clock.instant().plus(pause), 0);
            }
        });
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Result failed(Item item, IntakeRunItemState state, String reason) {
        return new Result(
                item.key(),
                state,
                null,
                null,
                "NO_DETAIL",
                "payload",
                reason.length() > 300 ? reason.substring(0, 300) : reason);
    }

    private void stumbled(Run run, String reason) {
        if (run.failures() + 1 >= MOST_FAILURES) {
            finish(run, reason);
        } else {
            goesOn(run, FIRST_PAUSE.multipliedBy(1L << run.failures()), run.failures() + 1);
        }
    }

    private void goesOn(Run run, Duration pause, int failures) {
        retrying.inTransaction(() -> gateway.goesOn(run.id(), clock.instant().plus(pause), failures));
    }

    private void finish(Run run, String problem) {
        retrying.inTransaction(() -> gateway.finish(run.id(), problem, clock.instant()));
    }
}
