package com.dingshu.orders;

import com.dingshu.orders.OrderResult.Reason;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Requires;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Facts that the warehouse and the carrier tell of an order. Each is kept as a time of its own; telling it again changes
 * nothing. They join the caller's transaction, with the order's row locked until it ends, so that a scan and a hold or a
 * cancellation never pass each other.
 */
@Service
public class OrderProgress {

    private final Steps steps;
    private final OrderStore store;
    private final OrderDetailsGateway details;
    private final OrderSettings settings;

    OrderProgress(Steps steps, OrderStore store, OrderDetailsGateway details, OrderSettings settings) {
        this.steps = steps;
        this.store = store;
        this.details = details;
        this.settings = settings;
    }

    /**
     * Where the order stands, locked: nothing changes it before the caller's transaction ends.
     *
     * @throws UnknownOrder when there is none
     */
    @Requires({
        Permission.FULFILMENT_VIEW,
        Permission.FULFILMENT_PICK,
        Permission.FULFILMENT_PACK,
        Permission.FULFILMENT_OUTBOUND,
        Permission.FACTS_RECORD
    })
    @Transactional(propagation = Propagation.MANDATORY)
    public Standing standing(UUID orderId) {
        Order order = store.locked(orderId);
        return new Standing(
                order.id(),
                order.orderNumber(),
                order.anchor(),
                order.isHeld(),
                Obstruction.of(order),
                order.warehouseId(),
                order.times().releasedAt,
                order.receiver().version(),
                order.clocked());
    }

    /** Where the orders stand, in one statement and without locking them: to be shown, not to be relied on. */
    @Requires({
        Permission.FULFILMENT_VIEW,
        Permission.FULFILMENT_PRINT,
        Permission.FULFILMENT_PICK,
        Permission.FULFILMENT_PACK,
        Permission.FULFILMENT_OUTBOUND,
        Permission.FACTS_RECORD
    })
    @Transactional(readOnly = true)
    public Map<UUID, Standing> standings(Collection<UUID> orderIds) {
        return details.standings(orderIds).stream().collect(Collectors.toMap(Standing::orderId, Function.identity()));
    }

    /** Which carrier takes it and under which number; an empty carrier and no number when the label was withdrawn. */
    @Requires({Permission.FULFILMENT_VIEW, Permission.FULFILMENT_PRINT, Permission.FACTS_RECORD})
    public OrderResult labelled(UUID orderId, String carrier, @Nullable String waybillNo) {
        return steps.take(
                orderId,
                null,
                (order, now) -> order.labelled(carrier, waybillNo) ? Steps.done(order) : Steps.already(order));
    }

    /**
     * A person took the waybill number back.
     *
     * @param another whether another number is being drawn
     */
    @Requires({Permission.FULFILMENT_PRINT, Permission.FACTS_RECORD})
    public OrderResult waybillTakenBack(UUID orderId, String waybillNo, boolean another) {
        return steps.take(orderId, null, (order, now) -> {
            order.waybillTakenBack(waybillNo, another, now);
            return Steps.done(order);
        });
    }

    /** An order's carrier and number; see {@link #labelled}. */
    public record Label(String carrier, @Nullable String waybillNo) {}

    /** Tells many orders by the same few statements; see {@link #labelled}. */
    @Requires({Permission.FULFILMENT_VIEW, Permission.FULFILMENT_PRINT, Permission.FACTS_RECORD})
    public Map<UUID, OrderResult> labelledAll(Map<UUID, Label> labels) {
        return steps.takeAll(labels.keySet(), (order, now) -> {
            Label label = java.util.Objects.requireNonNull(labels.get(order.id()));
            return order.labelled(label.carrier(), label.waybillNo()) ? Steps.done(order) : Steps.already(order);
        });
    }

    @Requires({Permission.FULFILMENT_PRINT, Permission.FACTS_RECORD})
    public OrderResult labelPrinted(UUID orderId, Instant at) {
        return inTheWarehouse(orderId, at, Order::labelPrinted);
    }

    @Requires({Permission.FULFILMENT_PICK, Permission.FACTS_RECORD})
    public OrderResult picked(UUID orderId, Instant at) {
        return inTheWarehouse(orderId, at, Order::picked);
    }

    @Requires({Permission.FULFILMENT_PACK, Permission.FACTS_RECORD})
    public OrderResult packed(UUID orderId, Instant at) {
        return inTheWarehouse(orderId, at, Order::packed);
    }

    /**
     * All parcels have passed the outbound scan. Refused while the order is held and when it was called off; the caller
     * lowers the stock in the same transaction.
     */
    @Requires({Permission.FULFILMENT_OUTBOUND, Permission.FACTS_RECORD})
    public OrderResult shipped(UUID orderId, Instant at) {
        return steps.take(orderId, null, (order, now) -> {
            if (order.anchor() == Anchor.SHIPPED || order.anchor() == Anchor.COMPLETED) {
                return Steps.already(order);
            }
            if (order.anchor() == Anchor.PICKING && order.isHeld()) {
                return Steps.refused(order, Reason.ON_HOLD);
            }
            return order.ship(noLaterThan(at, now), false, settings.rules())
                    ? Steps.done(order)
                    : Steps.refused(order, Reason.WRONG_STATE);
        });
    }

    /** Also told before the outbound scan: carriers do not wait for it. */
    @Requires(Permission.FACTS_RECORD)
    public OrderResult collected(UUID orderId, Instant at) {
        return afterwards(orderId, at, Order::collected);
    }

    /** Starts the days after which the order counts as completed. */
    @Requires(Permission.FACTS_RECORD)
    public OrderResult delivered(UUID orderId, Instant at) {
        Rules rules = settings.rules();
        return afterwards(orderId, at, (order, when) -> order.delivered(when, rules));
    }

    /** The carrier reports that the parcel was refused; the order is marked, and waits for the parcel to come back. */
    @Requires(Permission.FACTS_RECORD)
    public OrderResult refused(UUID orderId) {
        return afterwards(orderId, Instant.EPOCH, (order, when) -> order.flag(AfterSalesFlag.REFUSED));
    }

    /** The parcel is back in the building. */
    @Requires(Permission.FACTS_RECORD)
    public OrderResult returned(UUID orderId, Instant at) {
        return steps.take(orderId, null, (order, now) -> {
            if (order.anchor() == Anchor.RETURNED_TO_SENDER) {
                return Steps.already(order);
            }
            return order.returned(noLaterThan(at, now)) ? Steps.done(order) : Steps.refused(order, Reason.WRONG_STATE);
        });
    }

    @Requires(Permission.FACTS_RECORD)
    public OrderResult complete(UUID orderId, Instant at) {
        return steps.take(orderId, null, (order, now) -> {
            if (order.anchor() == Anchor.COMPLETED) {
                return Steps.already(order);
            }
            return order.complete(noLaterThan(at, now)) ? Steps.done(order) : Steps.refused(order, Reason.WRONG_STATE);
        });
    }

    private OrderResult inTheWarehouse(UUID orderId, Instant at, BiPredicate<Order, Instant> fact) {
        return fact(orderId, at, Set.of(Anchor.PICKING), fact);
    }

    private OrderResult afterwards(UUID orderId, Instant at, BiPredicate<Order, Instant> fact) {
        return fact(orderId, at, Set.of(Anchor.PICKING, Anchor.SHIPPED, Anchor.COMPLETED), fact);
    }

    private OrderResult fact(UUID orderId, Instant at, Set<Anchor> where, BiPredicate<Order, Instant> fact) {
        return steps.take(orderId, null, (order, now) -> {
            if (!where.contains(order.anchor())) {
                return Steps.refused(order, Reason.WRONG_STATE);
            }
            return fact.test(order, noLaterThan(at, now)) ? Steps.done(order) : Steps.already(order);
        });
    }

    private static Instant noLaterThan(Instant at, Instant now) {
        return at.isAfter(now) ? now : at;
    }
}
