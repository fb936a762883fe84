package com.dingshu.channels;

import com.dingshu.catalog.ItemMappings;
import com.dingshu.channels.RawGateway.Outcome;
import com.dingshu.channels.RawGateway.Stored;
import com.dingshu.channels.RawGateway.Waiting;
import com.dingshu.channels.mapping.MapContext;
import com.dingshu.channels.mapping.Mapping;
import com.dingshu.channels.mapping.MappingResult;
import com.dingshu.channels.mapping.OrderDraft;
import com.dingshu.channels.mapping.Payload;
import com.dingshu.channels.mapping.Problem;
import com.dingshu.orders.AcceptResult;
import com.dingshu.orders.ChannelOrderSnapshot;
import com.dingshu.orders.Orders;
import com.dingshu.tenancy.Retrying;
import com.dingshu.tenancy.ShopInfo;
import com.dingshu.tenancy.Shops;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Brings stored payloads of one merchant into the system, a batch at a time: fetch what a notice names, open receivers,
 * map, find SKUs, hand over. Whatever cannot go on ends with a reason of its own and keeps none of the others back.
 * Handing the same over again changes nothing, so a break between handing over and noting the outcome is harmless.
 */
@Component
class PayloadIntake {

    private static final Logger LOG = LoggerFactory.getLogger(PayloadIntake.class);
    private static final Duration RECEIVER_AGAIN = Duration.ofMinutes(30);
    private static final int MOST_RECEIVER_TRIES = 48;

    private final RawGateway gateway;
    private final AttemptGateway attempts;
    private final RawBodies bodies;
    private final Details details;
    private final OpenReceivers receivers;
    private final CurrentMappings mappings;
    private final ItemMappings items;
    private final Shops shops;
    private final Orders orders;
    private final Retrying retrying;
    private final Clock clock;

    PayloadIntake(
            RawGateway gateway,
            AttemptGateway attempts,
            RawBodies bodies,
            Details details,
            OpenReceivers receivers,
            CurrentMappings mappings,
            ItemMappings items,
            Shops shops,
            Orders orders,
            Retrying retrying,
            Clock clock) {
        this.gateway = gateway;
        this.attempts = attempts;
        this.bodies = bodies;
        this.details = details;
        this.receivers = receivers;
        this.mappings = mappings;
        this.items = items;
        this.shops = shops;
        this.orders = orders;
        this.retrying = retrying;
        this.clock = clock;
    }

    /** @return the outcomes, in the order of the rows */
    List<Outcome> process(List<Waiting> rows) {
        List<InboxItem> given = read(rows);
        List<InboxItem> batch = new ArrayList<>(given);
        batch.addAll(details.fetch(
                given.stream().filter(item -> item.row.kind() == RawKind.NOTICE).toList()));
        open(batch).forEach(this::parse);
        receivers.open(open(batch));
        Map<UUID, ShopInfo> byShop = shopsOf(batch);
        open(batch).forEach(item -> mapAlone(item, byShop.get(item.shopId)));
        Map<UUID, Map<String, UUID>> skus = skus(open(batch));
        open(batch).forEach(item -> findSkus(item, skus.getOrDefault(item.shopId, Map.of())));
        settle(batch.stream().filter(item -> !item.open()).toList());
        handOverNewest(open(batch), skus);
        return given.stream().map(item -> Objects.requireNonNull(item.outcome)).toList();
    }

    private static List<InboxItem> open(List<InboxItem> items) {
        return items.stream().filter(InboxItem::open).toList();
    }

    private List<InboxItem> read(List<Waiting> rows) {
        Map<UUID, Stored> stored = gateway.bodies(rows.stream().map(Waiting::id).toList());
        return rows.stream()
                .map(row -> {
                    Stored body = Objects.requireNonNull(stored.get(row.id()), "A payload without its body");
                    return new InboxItem(
                            row,
                            body.origin(),
                            body.signed(),
                            bodies.open("raw_payload", row.id(), body.closedBody(), body.size()));
                })
                .toList();
    }

    private void parse(InboxItem item) {
        switch (Payload.read(item.body)) {
            case Payload.Readable(Object content) -> item.payload = content;
            case Payload.Unreadable(Problem problem) -> item.rejected(problem, 0);
        }
    }

    private Map<UUID, ShopInfo> shopsOf(List<InboxItem> batch) {
        Map<UUID, ShopInfo> found = new HashMap<>();
        for (InboxItem item : batch) {
            found.computeIfAbsent(item.shopId, id -> shops.byId(id).orElseThrow());
        }
        return found;
    }

    /** Whatever a merchant's own mapping comes to, the payload waits with a reason and the others go on. */
    private void mapAlone(InboxItem item, @Nullable ShopInfo shop) {
        try {
            map(item, shop);
        } catch (DataAccessException | TransactionException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn("The mapping of {} broke on payload {}", item.row.channel(), item.row.id(), e);
            item.rejected(
                    new Problem("payload", Problem.Kind.EXPRESSION, e.getClass().getSimpleName(), ""), 0);
        }
    }

    private void map(InboxItem item, @Nullable ShopInfo shop) {
        Mapping mapping = mappings.of(item.row.kind() == RawKind.FILE ? "file" : item.row.channel());
        MapContext context =
                new MapContext(shop == null ? "CNY" : shop.currency(), item.receiver, item.signed ? item.origin : "");
        switch (mapping.map(Objects.requireNonNull(item.payload), context)) {
            case MappingResult.Mapped(OrderDraft draft) -> item.draft = draft;
            case MappingResult.Unmappable unmappable -> notMapped(item, unmappable, mapping.version());
        }
    }

    private void notMapped(InboxItem item, MappingResult.Unmappable why, int version) {
        why.passing()
                .ifPresentOrElse(
                        problem -> item.failed(problem, Details.again(item, clock.instant())),
                        () -> item.rejected(why.first(), version));
    }

    private Map<UUID, Map<String, UUID>> skus(List<InboxItem> mapped) {
        Map<UUID, Set<String>> keys = new LinkedHashMap<>();
        for (InboxItem item : mapped) {
            keys.computeIfAbsent(item.shopId, any -> new LinkedHashSet<>())
                    .addAll(draft(item).itemKeys());
        }
        Map<UUID, Map<String, UUID>> found = new HashMap<>();
        keys.forEach((shop, itemKeys) -> found.put(shop, items.resolve(shop, itemKeys)));
        return found;
    }

    private static OrderDraft draft(InboxItem item) {
        return Objects.requireNonNull(item.draft);
    }

    private void findSkus(InboxItem item, Map<String, UUID> skus) {
        List<Problem> unmapped = draft(item).unmapped(skus);
        if (!unmapped.isEmpty()) {
            item.rejected(unmapped.getFirst(), draft(item).mappingVersion());
        }
    }

    /** Of several payloads of one order the newest is handed over; the others are then behind it. */
    private void handOverNewest(List<InboxItem> ready, Map<UUID, Map<String, UUID>> skus) {
        Map<String, InboxItem> newest = new LinkedHashMap<>();
        ready.forEach(item -> newest.merge(key(item), item, PayloadIntake::newer));
        handOver(List.copyOf(newest.values()), skus);
        List<InboxItem> others =
                ready.stream().filter(item -> newest.get(key(item)) != item).toList();
        others.forEach(item -> behind(item, Objects.requireNonNull(newest.get(key(item)))));
        settle(others);
    }

    private static String key(InboxItem item) {
        return item.shopId + "/" + item.orderNo();
    }

    /** Within a second a platform may say several things: the one further on in an order's life is the later one. */
    private static InboxItem newer(InboxItem a, InboxItem b) {
        int order = draft(a).sourceModifiedAt().compareTo(draft(b).sourceModifiedAt());
        int life =
                Integer.compare(draft(a).status().ordinal(), draft(b).status().ordinal());
        return order > 0 || order == 0 && life >= 0 ? a : b;
    }

    private void behind(InboxItem item, InboxItem newest) {
        Outcome outcome = Objects.requireNonNull(newest.outcome);
        if (outcome.orderId() == null) {
            item.postponed(clock.instant());
        } else {
            item.settled(
                    RawState.SUPERSEDED,
                    outcome.orderId(),
                    outcome.orderNumber(),
                    draft(item).mappingVersion(),
                    null,
                    FileRowOutcome.UNCHANGED);
        }
    }

    private void handOver(List<InboxItem> ready, Map<UUID, Map<String, UUID>> skus) {
        if (ready.isEmpty()) {
            return;
        }
        try {
            accept(ready, skus);
        } catch (RuntimeException e) {
            if (Retrying.passes(e)) {
                throw e;
            }
            apart(ready, skus, e);
            return;
        }
        settle(ready);
    }

    /** One that breaks must not keep the others back: halve until it stands alone. */
    private void apart(List<InboxItem> ready, Map<UUID, Map<String, UUID>> skus, RuntimeException failure) {
        if (ready.size() == 1) {
            InboxItem item = ready.getFirst();
            LOG.warn("Order {} of shop {} could not be taken in", item.orderNo(), item.shopId, failure);
            item.failed(failure.getClass().getSimpleName(), Details.again(item, clock.instant()));
            settle(ready);
            return;
        }
        handOver(ready.subList(0, ready.size() / 2), skus);
        handOver(ready.subList(ready.size() / 2, ready.size()), skus);
    }

    private void accept(List<InboxItem> ready, Map<UUID, Map<String, UUID>> skus) {
        List<ChannelOrderSnapshot> snapshots = ready.stream()
                .map(item -> draft(item)
                        .snapshot(
                                item.shopId,
                                item.row.channel(),
                                item.row.id(),
                                skus.getOrDefault(item.shopId, Map.of())))
                .toList();
        List<AcceptResult> results = orders.accept(snapshots);
        for (int i = 0; i < ready.size(); i++) {
            settled(ready.get(i), results.get(i));
        }
    }

    private void settled(InboxItem item, AcceptResult result) {
        boolean repaired = item.row.state() == RawState.REJECTED || item.row.state() == RawState.DEAD;
        RawState applied = repaired ? RawState.REPLAYED : RawState.APPLIED;
        int version = draft(item).mappingVersion();
        @Nullable
        Instant again = item.receiverMissing && item.row.attempts() < MOST_RECEIVER_TRIES
                ? clock.instant().plus(RECEIVER_AGAIN)
                : null;
        switch (result) {
            case AcceptResult.Created(UUID id, String number) ->
                item.settled(applied, id, number, version, again, FileRowOutcome.CREATED);
            case AcceptResult.Updated(UUID id, String number, List<String> changes) ->
                item.settled(applied, id, number, version, again, FileRowOutcome.CHANGED);
            case AcceptResult.Unchanged(UUID id, String number) ->
                item.settled(
                        item.row.state().inSystem() ? item.row.state() : RawState.DUPLICATE,
                        id,
                        number,
                        version,
                        again,
                        FileRowOutcome.UNCHANGED);
            case AcceptResult.Superseded(UUID id, String number) ->
                item.settled(RawState.SUPERSEDED, id, number, version, null, FileRowOutcome.UNCHANGED);
            case AcceptResult.Rejected(String field, String reason) ->
                item.rejected(new Problem(field, Problem.Kind.REFUSED, reason, ""), version);
        }
    }

    private void settle(List<InboxItem> done) {
        if (!done.isEmpty()) {
            List<Outcome> worthTelling = done.stream()
                    .filter(PayloadIntake::isWorthTelling)
                    .map(item -> Objects.requireNonNull(item.outcome))
                    .toList();
            retrying.inTransaction(() -> {
                gateway.settle(outcomes(done), clock.instant());
                if (!worthTelling.isEmpty()) {
                    attempts.tried(worthTelling, clock.instant());
                }
            });
        }
    }

    /** What went in at once needs no story. */
    private static boolean isWorthTelling(InboxItem item) {
        Outcome outcome = Objects.requireNonNull(item.outcome);
        return outcome.problemKind() != null || item.row.state().needsRepair() && outcome.state() != item.row.state();
    }

    private static List<Outcome> outcomes(List<InboxItem> done) {
        List<Outcome> outcomes = new ArrayList<>();
        done.forEach(item -> outcomes.add(Objects.requireNonNull(item.outcome)));
        return outcomes;
    }
}
