package com.dingshu.orders;

import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Events;
import com.dingshu.tenancy.TenantKey;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Repository;

/** Reads orders for a change, locked, and enters what has changed: rows, timeline, counts and events together. */
@Repository
class OrderStore {

    private final EntityManager entities;
    private final OrderLineRepository lines;
    private final OrderHoldRepository holds;
    private final OrderFactGateway facts;
    private final OrderTallyGateway tallies;
    private final OrderHourGateway hours;
    private final Events events;

    OrderStore(
            EntityManager entities,
            OrderLineRepository lines,
            OrderHoldRepository holds,
            OrderFactGateway facts,
            OrderTallyGateway tallies,
            OrderHourGateway hours,
            Events events) {
        this.entities = entities;
        this.lines = lines;
        this.holds = holds;
        this.facts = facts;
        this.tallies = tallies;
        this.hours = hours;
        this.events = events;
    }

    /** An order by which a channel knows it. */
    record ChannelKey(UUID shopId, String channelOrderNo) {

        static ChannelKey of(ChannelOrderSnapshot snapshot) {
            return new ChannelKey(snapshot.shopId(), snapshot.channelOrderNo());
        }
    }

    /**
     * The order, its row locked until the transaction ends, with the holds that count.
     *
     * @throws UnknownOrder when the merchant has no such order
     */
    Order locked(UUID id) {
        Order order = entities.find(Order.class, TenantKey.own(id), LockModeType.PESSIMISTIC_WRITE);
        if (order == null) {
            throw new UnknownOrder();
        }
        withHolds(List.of(order));
        return order;
    }

    /** Those of the ids that exist, locked in one order everywhere, with the holds that count. */
    List<Order> lockedByIds(Collection<UUID> ids) {
        List<Order> orders = ids.isEmpty()
                ? List.of()
                : entities.createQuery("select o from SalesOrder o where o.id in :ids", Order.class)
                        .setParameter("ids", ids)
                        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                        .getResultList();
        withHolds(orders);
        return orders;
    }

    /** Those of the keys that are known, locked, with the holds that count. */
    Map<ChannelKey, Order> locked(Collection<ChannelKey> keys) {
        Map<UUID, List<String>> byShop = keys.stream()
                .collect(Collectors.groupingBy(
                        ChannelKey::shopId, Collectors.mapping(ChannelKey::channelOrderNo, Collectors.toList())));
        Map<ChannelKey, Order> found = new HashMap<>();
        byShop.forEach((shop, numbers) -> ofShop(shop, numbers)
                .forEach(order -> found.put(new ChannelKey(shop, order.source().channelOrderNo()), order)));
        withHolds(List.copyOf(found.values()));
        return found;
    }

    private List<Order> ofShop(UUID shop, List<String> numbers) {
        return entities.createQuery(
                        "select o from SalesOrder o where o.source.shopId = :shop and o.source.channelOrderNo in :numbers",
                        Order.class)
                .setParameter("shop", shop)
                .setParameter("numbers", numbers)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    Map<UUID, List<OrderLine>> lines(Collection<UUID> orderIds) {
        return orderIds.isEmpty()
                ? Map.of()
                : lines.findByOrderIdIn(orderIds).stream()
                        .sorted(Comparator.comparingInt(OrderLine::position))
                        .collect(Collectors.groupingBy(OrderLine::orderId));
    }

    List<OrderLine> lines(UUID orderId) {
        return lines(List.of(orderId)).getOrDefault(orderId, List.of());
    }

    /** New orders, settled before they are written: else their rows would be written twice. */
    void add(Collection<Order> orders, Collection<OrderLine> theirLines, Instant now) {
        for (Order order : orders) {
            order.settle(now);
            entities.persist(order);
        }
        theirLines.forEach(entities::persist);
    }

    /** Whether the order was held by this and is no more. */
    boolean wasHeld(Order order, UUID holdId) {
        return holds.findById(TenantKey.own(holdId))
                .filter(hold -> hold.orderId().equals(order.id()) && !hold.isActive())
                .isPresent();
    }

    void add(OrderNote note) {
        entities.persist(note);
    }

    /** Writes what has changed; counts come last, since their rows are the ones that others wait for. */
    void enter(Collection<Order> orders, Instant now) {
        for (Order order : orders) {
            order.settle(now);
            order.holds().fresh().forEach(entities::persist);
        }
        entities.flush();
        facts.append(orders);
        events.publish(
                orders.stream().flatMap(order -> order.news().events().stream()).toList());
        tallies.count(orders);
        hours.count(orders);
        orders.forEach(Order::told);
    }

    private void withHolds(List<Order> orders) {
        Map<UUID, Order> held =
                orders.stream().filter(Order::needsHolds).collect(Collectors.toMap(Order::id, Function.identity()));
        if (!held.isEmpty()) {
            Map<UUID, List<OrderHold>> counting = new HashMap<>();
            holds.findByOrderIdInAndStateIn(held.keySet(), List.of(HoldState.ACTIVE, HoldState.EXPIRED))
                    .forEach(hold -> counting.computeIfAbsent(hold.orderId(), id -> new ArrayList<>())
                            .add(hold));
            counting.values().forEach(list -> list.sort(Comparator.comparing(OrderHold::id)));
            counting.forEach((id, list) ->
                    java.util.Objects.requireNonNull(held.get(id)).holds().attach(list));
        }
    }

    static int tenant() {
        return Acting.current().tenantId();
    }
}
