package com.dingshu.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A registered shop with everything it issued. All access to orders is under the shop's lock. */
public final class Shop {

    private volatile ShopSettings settings;
    private final OrderMaker maker;
    private final Map<String, SimOrder> orders = new LinkedHashMap<>();
    private final AtomicInteger decrypted = new AtomicInteger();
    private volatile Instant banUntil = Instant.EPOCH;
    double owed;

    Shop(ShopSettings settings, long seed) {
        this.settings = settings;
        this.maker = new OrderMaker(seed);
    }

    public ShopSettings settings() {
        return settings;
    }

    void change(ShopSettings next) {
        settings = next;
    }

    synchronized SimOrder issue(String id, Wish wish, Instant now) {
        SimOrder order = maker.make(id, settings, wish, now);
        order.patch = wish.patch();
        orders.put(id, order);
        return order;
    }

    synchronized void become(SimOrder order, SimOrder.State state, Instant at) {
        order.become(state, at);
    }

    synchronized void moveHouse(SimOrder order, Wish wish, Instant at) {
        order.buyer = maker.buyer(wish);
        order.modified = at;
    }

    public synchronized Optional<SimOrder> order(String id) {
        return Optional.ofNullable(orders.get(id));
    }

    public synchronized List<SimOrder> all() {
        return new ArrayList<>(orders.values());
    }

    /** Orders changed in [from, to], oldest change first. */
    public synchronized List<SimOrder> modifiedBetween(Instant from, Instant to) {
        return orders.values().stream()
                .filter(o -> !o.modified.isBefore(from) && !o.modified.isAfter(to))
                .sorted(Comparator.comparing((SimOrder o) -> o.modified).thenComparing(o -> o.id))
                .toList();
    }

    /** Takes one from the decryption quota; false when it is used up. */
    public boolean mayDecrypt() {
        return settings.decryptQuota() < 0 || decrypted.incrementAndGet() <= settings.decryptQuota();
    }

    public void ban(Instant until) {
        banUntil = until;
    }

    public Instant banUntil() {
        return banUntil;
    }
}
