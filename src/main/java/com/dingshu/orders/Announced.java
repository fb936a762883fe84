package com.dingshu.orders;

import com.dingshu.inventory.ReservationResult.ShortNeed;
import com.dingshu.orders.events.OrderApproved;
import com.dingshu.orders.events.OrderCancelled;
import com.dingshu.orders.events.OrderCompleted;
import com.dingshu.orders.events.OrderContactChanged;
import com.dingshu.orders.events.OrderDelivered;
import com.dingshu.orders.events.OrderExpired;
import com.dingshu.orders.events.OrderHeld;
import com.dingshu.orders.events.OrderHoldReleased;
import com.dingshu.orders.events.OrderNotCollected;
import com.dingshu.orders.events.OrderOverdue;
import com.dingshu.orders.events.OrderPaid;
import com.dingshu.orders.events.OrderPlaced;
import com.dingshu.orders.events.OrderReleased;
import com.dingshu.orders.events.OrderReturnedToSender;
import com.dingshu.orders.events.OrderShipped;
import com.dingshu.orders.events.OrderShort;
import com.dingshu.orders.events.OrderTakenBack;
import com.dingshu.orders.events.OrderVoided;
import com.dingshu.orders.events.PaymentArrivedLate;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What an order's steps are told as to others: each event made of the order as it stands when it takes the step. */
final class Announced {

    private Announced() {}

    static OrderPlaced placed(Order order, ChannelOrderSnapshot as) {
        return new OrderPlaced(
                order.tenantId(),
                order.id(),
                order.orderNumber(),
                as.shopId(),
                as.channel(),
                order.customerId(),
                as.orderedAt());
    }

    static OrderApproved approved(Order order, boolean byRules) {
        return new OrderApproved(order.tenantId(), order.id(), order.orderNumber(), byRules);
    }

    static OrderShort tooFew(Order order, List<ShortNeed> needs) {
        return new OrderShort(
                order.tenantId(),
                order.id(),
                order.orderNumber(),
                needs.stream()
                        .map(need -> new OrderShort.Need(need.skuId(), need.wanted(), Math.max(0, need.available())))
                        .toList());
    }

    static OrderPaid paid(Order order, ProvedPayment fact) {
        return new OrderPaid(
                order.tenantId(),
                order.id(),
                order.orderNumber(),
                fact.provider(),
                fact.transactionNo(),
                fact.amountMinor(),
                order.amounts().currency(),
                fact.paidAt(),
                fact.proof(),
                fact.rawPayloadId());
    }

    static PaymentArrivedLate paidLate(Order order, boolean stockFound, boolean reopened) {
        OrderAmounts amounts = order.amounts();
        return new PaymentArrivedLate(
                order.tenantId(),
                order.id(),
                order.orderNumber(),
                stockFound,
                reopened,
                amounts.paidMinor(),
                amounts.currency());
    }

    static OrderExpired expired(Order order, Instant at) {
        return new OrderExpired(order.tenantId(), order.id(), order.orderNumber(), at);
    }

    static OrderHeld held(Order order, OrderHold hold) {
        return new OrderHeld(
                order.tenantId(),
                order.id(),
                order.orderNumber(),
                hold.id(),
                hold.reason().name(),
                hold.code());
    }

    static OrderHoldReleased holdReleased(Order order, OrderHold hold) {
        return new OrderHoldReleased(
                order.tenantId(),
                order.id(),
                order.orderNumber(),
                hold.id(),
                hold.reason().name(),
                order.isHeld());
    }

    static OrderOverdue overdue(Order order, Instant due) {
        return new OrderOverdue(order.tenantId(), order.id(), order.orderNumber(), due);
    }

    static OrderReleased released(Order order, UUID warehouse, Instant due, List<OrderLine> lines) {
        return new OrderReleased(
                order.tenantId(),
                order.id(),
                order.orderNumber(),
                warehouse,
                due,
                lines.stream()
                        .filter(OrderLine::isWanted)
                        .map(OrderLine::released)
                        .toList());
    }

    static OrderTakenBack takenBack(Order order, String reason) {
        return new OrderTakenBack(order.tenantId(), order.id(), order.orderNumber(), reason);
    }

    static OrderShipped shipped(Order order, Instant at, boolean elsewhere) {
        return new OrderShipped(order.tenantId(), order.id(), order.orderNumber(), order.customerId(), at, elsewhere);
    }

    static OrderNotCollected notCollected(Order order, Instant shippedAt) {
        return new OrderNotCollected(order.tenantId(), order.id(), order.orderNumber(), shippedAt);
    }

    static OrderDelivered delivered(Order order, Instant at) {
        return new OrderDelivered(order.tenantId(), order.id(), order.orderNumber(), at);
    }

    static OrderCompleted completed(Order order, Instant at) {
        return new OrderCompleted(order.tenantId(), order.id(), order.orderNumber(), at);
    }

    static OrderReturnedToSender returned(Order order, Instant at) {
        return new OrderReturnedToSender(order.tenantId(), order.id(), order.orderNumber(), at);
    }

    static OrderCancelled cancelled(Order order, String reason, boolean wasPicking) {
        return new OrderCancelled(
                order.tenantId(),
                order.id(),
                order.orderNumber(),
                reason,
                order.refundMinor(),
                order.amounts().currency(),
                wasPicking);
    }

    static OrderVoided voided(Order order, String reason) {
        return new OrderVoided(
                order.tenantId(),
                order.id(),
                order.orderNumber(),
                reason,
                order.refundMinor(),
                order.amounts().currency());
    }

    static OrderContactChanged contactChanged(Order order, String by) {
        return new OrderContactChanged(order.tenantId(), order.id(), order.orderNumber(), by);
    }
}
