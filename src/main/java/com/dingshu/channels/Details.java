package com.dingshu.channels;

import com.dingshu.channels.RawGateway.Waiting;
import com.dingshu.channels.connect.CallResult;
import com.dingshu.channels.connect.CallResult.Cause;
import com.dingshu.channels.connect.Connector;
import com.dingshu.channels.connect.Connector.Pulled;
import com.dingshu.channels.connect.ShopAccess;
import com.dingshu.channels.mapping.Problem;
import com.dingshu.tenancy.Acting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Fetches the order behind each notice and stores it as a payload of its own, which the intake goes on with; the notice has
 * then done its work. No transaction is open during the calls.
 */
@Component
class Details {

    static final int MOST_TRIES = 8;

    private static final int AT_ONCE = 8;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration TOKEN_PAUSE = Duration.ofMinutes(10);

    private final Map<String, Connector> connectors;
    private final ShopAccesses accesses;
    private final RawInbox inbox;
    private final Clock clock;

    Details(List<Connector> connectors, ShopAccesses accesses, RawInbox inbox, Clock clock) {
        this.connectors =
                connectors.stream().collect(Collectors.toUnmodifiableMap(Connector::channel, Function.identity()));
        this.accesses = accesses;
        this.inbox = inbox;
        this.clock = clock;
    }

    private record Wanted(UUID shopId, String channel, String orderNo) {}

    /** @return the fetched orders that are new */
    List<InboxItem> fetch(List<InboxItem> notices) {
        Map<Wanted, List<InboxItem>> wanted = new LinkedHashMap<>();
        for (InboxItem notice : notices) {
            if (notice.row.externalId().isEmpty()) {
                notice.rejected(new Problem("channelOrderNo", Problem.Kind.MISSING, "", ""), 0);
            } else {
                wanted.computeIfAbsent(
                                new Wanted(notice.shopId, notice.row.channel(), notice.row.externalId()),
                                any -> new ArrayList<>())
                        .add(notice);
            }
        }
        Map<Wanted, CallResult<Pulled>> answers = ask(wanted.keySet());
        List<InboxItem> fresh = new ArrayList<>();
        wanted.forEach((key, items) ->
                take(key, items, answers.getOrDefault(key, new CallResult.Unreachable<>("not asked")), fresh));
        return fresh;
    }

    /** Fetches orders of one shop as they are now, by their numbers; nothing is stored. */
    Map<String, CallResult<Pulled>> ask(UUID shopId, String channel, Collection<String> orderNos) {
        List<Wanted> wanted = orderNos.stream()
                .map(orderNo -> new Wanted(shopId, channel, orderNo))
                .toList();
        return ask(wanted).entrySet().stream()
                .collect(Collectors.toMap(answer -> answer.getKey().orderNo(), Map.Entry::getValue));
    }

    private Map<Wanted, CallResult<Pulled>> ask(Iterable<Wanted> wanted) {
        Map<Wanted, CallResult<Pulled>> answers = new ConcurrentHashMap<>();
        Acting acting = Acting.current();
        Semaphore calls = new Semaphore(AT_ONCE);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            wanted.forEach(one -> threads.submit(() -> {
                calls.acquireUninterruptibly();
                try {
                    acting.run(() -> answers.put(one, ask(one)));
                } finally {
                    calls.release();
                }
            }));
        }
        return answers;
    }

    private CallResult<Pulled> ask(Wanted wanted) {
        @Nullable Connector connector = connectors.get(wanted.channel());
        Optional<ShopAccess> access = accesses.of(wanted.shopId());
        return connector == null || access.isEmpty()
                ? new CallResult.Denied<>(Cause.CREDENTIALS, "", "The shop is not connected")
                : connector.detail(access.get(), wanted.orderNo());
    }

    private void take(Wanted wanted, List<InboxItem> items, CallResult<Pulled> answer, List<InboxItem> fresh) {
        Instant now = clock.instant();
        switch (answer) {
            case CallResult.Done<Pulled>(Pulled pulled) -> keep(wanted, items, pulled, fresh);
            case CallResult.Limited<Pulled>(Duration pause) -> items.forEach(item -> item.postponed(now.plus(pause)));
            case CallResult.Unreachable<Pulled>(String reason) ->
                items.forEach(item -> item.failed(reason, again(item, now)));
            case CallResult.Denied<Pulled> denied -> items.forEach(item -> denied(item, denied, now));
        }
    }

    private void keep(Wanted wanted, List<InboxItem> notices, Pulled pulled, List<InboxItem> fresh) {
        RawMessage message = PullWork.message(wanted.shopId(), wanted.channel(), pulled);
        ReceiveResult stored = inbox.keep(message);
        boolean isNew = stored instanceof ReceiveResult.Received;
        notices.forEach(notice -> notice.fetched(isNew));
        if (isNew) {
            Waiting row = new Waiting(
                    stored.rawId(),
                    wanted.shopId(),
                    wanted.channel(),
                    message.kind(),
                    message.externalId(),
                    RawState.RECEIVED,
                    0,
                    clock.instant());
            fresh.add(new InboxItem(row, message.origin(), message.signed(), message.body()));
        }
    }

    private static void denied(InboxItem item, CallResult.Denied<Pulled> denied, Instant now) {
        String reason = (denied.code() + " " + denied.message()).strip();
        switch (denied.cause()) {
            case NOT_FOUND -> item.rejected(new Problem("payload", Problem.Kind.NO_DETAIL, reason, ""), 0);
            case TOKEN, CREDENTIALS ->
                item.failed(reason, item.row.attempts() + 1 >= MOST_TRIES ? null : now.plus(TOKEN_PAUSE));
            case QUOTA, OTHER -> item.failed(reason, again(item, now));
        }
    }

    /** Twice as long after each failure; null when it has failed too often. */
    static @Nullable Instant again(InboxItem item, Instant now) {
        int tries = item.row.attempts() + 1;
        return tries >= MOST_TRIES ? null : now.plus(FIRST_PAUSE.multipliedBy(1L << tries));
    }
}
