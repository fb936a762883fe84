package com.dingshu.orders;

import com.dingshu.inventory.CommitResult;
import com.dingshu.orders.OrderStore.ChannelKey;
import com.dingshu.tenancy.Retrying;
import com.dingshu.tenancy.ShopInfo;
import com.dingshu.tenancy.Shops;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes snapshots in, many in one transaction. The unique key of (merchant, channel order number, shop) decides who makes
 * an order; whoever comes second finds it made. What spoils a batch is found by halving it, so that a bad order fails
 * alone.
 */
@Component
class OrderIntake {

    private static final Logger log = LoggerFactory.getLogger(OrderIntake.class);
    private static final int DUPLICATE_KEY = 1062;
    private static final int RACES = 5;

    private final Shops shops;
    private final OrderStore store;
    private final NewOrders newOrders;
    private final OrderNumbers numbers;
    private final OrderSettings settings;
    private final Warehousing warehousing;
    private final ReceiverDesk receivers;
    private final Retrying retrying;
    private final Clock clock;

    OrderIntake(
            Shops shops,
            OrderStore store,
            NewOrders newOrders,
            OrderNumbers numbers,
            OrderSettings settings,
            Warehousing warehousing,
            ReceiverDesk receivers,
            Retrying retrying,
            Clock clock) {
        this.shops = shops;
        this.store = store;
        this.newOrders = newOrders;
        this.numbers = numbers;
        this.settings = settings;
        this.warehousing = warehousing;
        this.receivers = receivers;
        this.retrying = retrying;
        this.clock = clock;
    }

    /** A snapshot and its place in the input. */
    private record Entry(int index, ChannelOrderSnapshot snapshot) {}

    List<AcceptResult> accept(List<ChannelOrderSnapshot> snapshots) {
        Map<Integer, AcceptResult> results = new HashMap<>();
        Map<UUID, ShopInfo> known = new HashMap<>();
        snapshots.stream().map(ChannelOrderSnapshot::shopId).distinct().forEach(id -> shops.byId(id)
                .ifPresent(shop -> known.put(id, shop)));
        List<Entry> good = new ArrayList<>();
        for (int i = 0; i < snapshots.size(); i++) {
            ChannelOrderSnapshot snapshot = snapshots.get(i);
            int index = i;
            if (known.containsKey(snapshot.shopId())) {
                SnapshotCheck.fault(snapshot)
                        .ifPresentOrElse(
                                fault -> results.put(index, fault), () -> good.add(new Entry(index, snapshot)));
            } else {
                results.put(i, new AcceptResult.Rejected("shopId", "no shop of this merchant"));
            }
        }
        waves(good).forEach(wave -> take(wave, known, results));
        return java.util.stream.IntStream.range(0, snapshots.size())
                .mapToObj(i -> java.util.Objects.requireNonNull(results.get(i)))
                .toList();
    }

    /** Several snapshots of one order are taken one after the other, each in a wave of its own. */
    private static List<List<Entry>> waves(List<Entry> entries) {
        List<List<Entry>> waves = new ArrayList<>();
        List<Entry> left = entries;
        while (!left.isEmpty()) {
            Set<ChannelKey> seen = new HashSet<>();
            List<Entry> wave = new ArrayList<>();
            List<Entry> later = new ArrayList<>();
            left.forEach(entry -> (seen.add(ChannelKey.of(entry.snapshot())) ? wave : later).add(entry));
            waves.add(wave);
            left = later;
        }
        return waves;
    }

    private void take(List<Entry> wave, Map<UUID, ShopInfo> known, Map<Integer, AcceptResult> results) {
        try {
            results.putAll(together(wave, known));
        } catch (RuntimeException failed) {
            if (Retrying.passes(failed)) {
                throw failed;
            }
            if (wave.size() == 1) {
                log.warn("Could not take {}", wave.getFirst().snapshot().channelOrderNo(), failed);
                results.put(wave.getFirst().index(), new AcceptResult.Rejected("order", Packed.describe(failed)));
            } else {
                take(wave.subList(0, wave.size() / 2), known, results);
                take(wave.subList(wave.size() / 2, wave.size()), known, results);
            }
        }
    }

    private Map<Integer, AcceptResult> together(List<Entry> wave, Map<UUID, ShopInfo> known) {
        for (int raced = 1; ; raced++) {
            try (OrderNumbers.Lease lease = numbers.lease(wave.size(), clock.instant())) {
                return attempt(wave, known, lease);
            } catch (RuntimeException failed) {
                if (raced == RACES || !isDuplicate(failed)) {
                    throw failed;
                }
            }
        }
    }

    private Map<Integer, AcceptResult> attempt(List<Entry> wave, Map<UUID, ShopInfo> known, OrderNumbers.Lease lease) {
        try {
            return retrying.inTransaction(() -> {
                lease.rewind();
                return transaction(wave, known, lease);
            });
        } catch (RuntimeException failed) {
            lease.rewind();
            throw failed;
        }
    }

    private Map<Integer, AcceptResult> transaction(
            List<Entry> wave, Map<UUID, ShopInfo> known, OrderNumbers.Lease lease) {
        Instant now = clock.instant();
        Map<ChannelKey, Order> there = store.locked(
                wave.stream().map(entry -> ChannelKey.of(entry.snapshot())).toList());
        List<Entry> fresh = new ArrayList<>();
        Map<Entry, Order> seen = new LinkedHashMap<>();
        for (Entry entry : wave) {
            Order order = there.get(ChannelKey.of(entry.snapshot()));
            if (order == null) {
                fresh.add(entry);
            } else {
                seen.put(entry, order);
            }
        }
        Map<Integer, AcceptResult> results = new HashMap<>();
        List<Order> changed = update(seen, results, now);
        List<Order> made = newOrders.take(fresh.stream().map(Entry::snapshot).toList(), known, lease, now);
        for (int i = 0; i < made.size(); i++) {
            Order order = made.get(i);
            results.put(fresh.get(i).index(), new AcceptResult.Created(order.id(), order.orderNumber()));
        }
        List<Order> touched = new ArrayList<>(changed);
        touched.addAll(made);
        store.enter(touched, now);
        return results;
    }

    private List<Order> update(Map<Entry, Order> seen, Map<Integer, AcceptResult> results, Instant now) {
        List<Entry> current = new ArrayList<>();
        seen.forEach((entry, order) -> {
            if (order.source().isNewerThan(entry.snapshot())) {
                results.put(entry.index(), new AcceptResult.Superseded(order.id(), order.orderNumber()));
            } else {
                current.add(entry);
            }
        });
        if (current.isEmpty()) {
            return List.of();
        }
        List<UUID> ids = current.stream()
                .map(entry -> java.util.Objects.requireNonNull(seen.get(entry)).id())
                .toList();
        Map<UUID, List<OrderLine>> lines = store.lines(ids);
        Map<UUID, CommitResult> committed = commit(current, seen, now);
        KnownOrder.Help help = new KnownOrder.Help(warehousing, receivers, settings.rules());
        List<Order> changed = new ArrayList<>();
        for (Entry entry : current) {
            Order order = java.util.Objects.requireNonNull(seen.get(entry));
            List<String> changes = new KnownOrder(
                            order, lines.getOrDefault(order.id(), List.of()), entry.snapshot(), help, now)
                    .apply(committed.get(order.id()));
            if (changes.isEmpty()) {
                results.put(entry.index(), new AcceptResult.Unchanged(order.id(), order.orderNumber()));
            } else {
                changed.add(order);
                results.put(entry.index(), new AcceptResult.Updated(order.id(), order.orderNumber(), changes));
            }
        }
        return changed;
    }

    private Map<UUID, CommitResult> commit(List<Entry> entries, Map<Entry, Order> seen, Instant now) {
        List<UUID> paid = entries.stream()
                .filter(entry ->
                        KnownOrder.willCommit(java.util.Objects.requireNonNull(seen.get(entry)), entry.snapshot(), now))
                .map(entry -> java.util.Objects.requireNonNull(seen.get(entry)).id())
                .toList();
        return warehousing.commit(paid);
    }

    private static boolean isDuplicate(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getErrorCode() == DUPLICATE_KEY) {
                return true;
            }
        }
        return false;
    }
}
