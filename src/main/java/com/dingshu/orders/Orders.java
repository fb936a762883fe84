package com.dingshu.orders;

import com.dingshu.customers.Contact;
import com.dingshu.inventory.ReleaseCause;
import com.dingshu.orders.OrderHold.Obstacle;
import com.dingshu.orders.OrderResult.Reason;
import com.dingshu.tenancy.OperationLog;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Requires;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Takes orders in and does with them what people decide. Every step is checked here, whoever asks: what does not exist
 * from where the order stands, or must not be done now, is {@link OrderResult.Refused} with its reason. Steps join the
 * caller's transaction when there is one and are otherwise a transaction of their own, repeated when the database gives
 * one up. Repeating a step that was taken answers {@link OrderResult.Already}.
 */
@Service
public class Orders {

    private static final int LONGEST_NOTE = 2_000;

    private final OrderIntake intake;
    private final Steps steps;
    private final OrderStore store;
    private final Warehousing warehousing;
    private final ReceiverDesk receivers;
    private final OrderSettings settings;
    private final OperationLog log;

    Orders(
            OrderIntake intake,
            Steps steps,
            OrderStore store,
            Warehousing warehousing,
            ReceiverDesk receivers,
            OrderSettings settings,
            OperationLog log) {
        this.intake = intake;
        this.steps = steps;
        this.store = store;
        this.warehousing = warehousing;
        this.receivers = receivers;
        this.settings = settings;
        this.log = log;
    }

    /**
     * Takes snapshots of the merchant's shops in: makes orders of those unknown and turns what is new in the others into
     * steps. The answers have the order of the input. The batch is one transaction of its own, whatever the caller's; an
     * order that spoils it is refused alone. Handing in the same again changes nothing, also at the same time.
     */
    @Requires({Permission.ORDERS_ACCEPT, Permission.ORDERS_CREATE})
    public List<AcceptResult> accept(List<ChannelOrderSnapshot> snapshots) {
        return intake.accept(snapshots);
    }

    /** A person finds a doubtful order fit to be sent. Refused while it is held for a risk: lift the hold first. */
    @Requires(Permission.ORDERS_REVIEW)
    public OrderResult approve(UUID orderId, @Nullable String reason) {
        return steps.take(orderId, reason, (order, now) -> {
            if (order.isHeldForReview() && order.reviewStatus() == ReviewStatus.PENDING) {
                return Steps.refused(order, Reason.ON_HOLD);
            }
            if (!order.approve(reason, now)) {
                return order.reviewStatus() == ReviewStatus.APPROVED
                        ? Steps.already(order)
                        : Steps.refused(order, Reason.WRONG_STATE);
            }
            warehousing.releaseIfReady(order, now);
            return Steps.done(order);
        });
    }

    /** A person finds it unfit; what remains is to cancel it. */
    @Requires(Permission.ORDERS_REVIEW)
    public OrderResult reject(UUID orderId, String reason) {
        return steps.because(orderId, reason, (order, now) -> {
            if (order.reject(reason, now)) {
                return Steps.done(order);
            }
            return order.reviewStatus() == ReviewStatus.REJECTED
                    ? Steps.already(order)
                    : Steps.refused(order, Reason.WRONG_STATE);
        });
    }

    /** Takes an approval back (反审核), before picking. */
    @Requires(Permission.ORDERS_UNAPPROVE)
    public OrderResult unapprove(UUID orderId, String reason) {
        return steps.because(orderId, reason, (order, now) -> {
            if (order.unapprove(reason, now)) {
                return Steps.done(order);
            }
            boolean waits = order.anchor().isOpen() && order.reviewStatus() == ReviewStatus.PENDING;
            return waits ? Steps.already(order) : Steps.refused(order, Reason.WRONG_STATE);
        });
    }

    /**
     * Keeps the order from going on until somebody lifts the hold; also in the warehouse, at the next scan. For a missing
     * payment or missing pieces the hub alone holds it.
     */
    @Requires(Permission.ORDERS_HOLD)
    public OrderResult hold(UUID orderId, HoldReason reason, String text) {
        return steps.because(orderId, text, (order, now) -> {
            if (!order.anchor().isOpen() || reason.isTheHubsOwn()) {
                return Steps.refused(order, Reason.WRONG_STATE);
            }
            boolean placed = order.hold(new Obstacle(reason, HoldReason.BY_HAND, List.of(), text), now);
            return placed ? Steps.done(order) : Steps.already(order);
        });
    }

    /**
     * Lifts a hold. One for a shortage is lifted only if the pieces can be had now; one for an unproved payment by {@link
     * #confirmPayment} alone. The review passes with the last risk it was about.
     */
    @Requires(Permission.ORDERS_HOLD)
    public OrderResult releaseHold(UUID orderId, UUID holdId, @Nullable String reason) {
        return steps.take(orderId, reason, (order, now) -> {
            OrderHold hold = order.holds().active(holdId).orElse(null);
            if (hold == null) {
                return store.wasHeld(order, holdId) ? Steps.already(order) : Steps.refused(order, Reason.NOTHING_TO_DO);
            }
            if (hold.reason() == HoldReason.AWAITING_PAYMENT) {
                return Steps.refused(order, Reason.NOT_PAID);
            }
            if (hold.reason() == HoldReason.SHORTAGE && !warehousing.tryAgain(order, store.lines(orderId), now)) {
                return Steps.refused(order, Reason.SHORT_OF_STOCK, hold.args().toArray(String[]::new));
            }
            order.releaseHold(holdId, reason, now);
            warehousing.releaseIfReady(order, now);
            return Steps.done(order);
        });
    }

    /** Customer or staff call it off: stock is released, the warehouse stops, what was paid is due for refund. */
    @Requires(Permission.ORDERS_CANCEL)
    public OrderResult cancel(UUID orderId, String reason) {
        return steps.because(orderId, reason, (order, now) -> {
            if (!order.cancel(reason, now)) {
                return order.anchor() == Anchor.CANCELLED
                        ? Steps.already(order)
                        : Steps.refused(order, Reason.WRONG_STATE);
            }
            warehousing.release(order, ReleaseCause.CANCELLED);
            return Steps.done(order);
        });
    }

    /** A supervisor declares it void; not once the warehouse has it. */
    @Requires(Permission.ORDERS_VOID)
    public OrderResult voidOrder(UUID orderId, String reason) {
        return steps.because(orderId, reason, (order, now) -> {
            if (!order.voidIt(reason, now)) {
                return order.anchor() == Anchor.VOIDED
                        ? Steps.already(order)
                        : Steps.refused(order, Reason.WRONG_STATE);
            }
            log.recordManual("order.voided", "order", order.orderNumber(), null);
            warehousing.release(order, ReleaseCause.VOIDED);
            return Steps.done(order);
        });
    }

    /** Corrects receiver or address, until the goods have left. A hold for the address is lifted when it is whole now. */
    @Requires(Permission.ORDERS_EDIT_CONTACT)
    public OrderResult editContact(UUID orderId, EditContact edit, @Nullable String reason) {
        return steps.take(orderId, reason, (order, now) -> {
            if (!order.anchor().isOpen()) {
                return Steps.refused(order, Reason.WRONG_STATE);
            }
            Contact known = receivers.open(order).orElse(Contact.UNKNOWN);
            Contact wanted = new Contact(
                    edit.name() == null ? known.name() : edit.name().strip(),
                    edit.phone() == null ? known.phone() : edit.phone().strip(),
                    edit.address() == null ? known.address() : edit.address());
            if (wanted.equals(known)) {
                return Steps.already(order);
            }
            if ((wanted.name() + wanted.phone() + wanted.address().oneLine()).length() > 500) {
                return Steps.refused(order, Reason.TOO_LONG);
            }
            boolean masked = (wanted.name() + wanted.phone() + wanted.address().detail()).contains("*");
            receivers.set(order, wanted, masked);
            order.contactChanged("staff", reason, now);
            warehousing.releaseIfReady(order, now);
            return Steps.done(order);
        });
    }

    /** Adds a remark, at most 2,000 characters. */
    @Requires(Permission.ORDERS_NOTE)
    public OrderResult addNote(UUID orderId, String text) {
        return steps.take(orderId, null, (order, now) -> {
            if (text.isBlank()) {
                return Steps.refused(order, Reason.NOTHING_TO_DO);
            }
            if (text.length() > LONGEST_NOTE) {
                return Steps.refused(order, Reason.TOO_LONG);
            }
            store.add(new OrderNote(orderId, text.strip(), now));
            order.noted(now);
            return Steps.done(order);
        });
    }

    /**
     * A person answers for it that a payment which a file only declares has arrived. Recorded as an intervention by hand.
     */
    @Requires(Permission.ORDERS_REVIEW)
    public OrderResult confirmPayment(UUID orderId, String reason) {
        return steps.because(orderId, reason, (order, now) -> {
            if (order.paymentStatus() == PaymentStatus.PAID) {
                return Steps.already(order);
            }
            List<String> declared = order.declaredPayment();
            if (declared.isEmpty()) {
                return Steps.refused(order, Reason.NOTHING_TO_DO);
            }
            ProvedPayment payment = new ProvedPayment(
                    order.source().channel(),
                    declared.getLast(),
                    order.amounts().dueMinor(),
                    now,
                    "manual",
                    null);
            boolean left = order.anchor() == Anchor.SHIPPED || order.anchor() == Anchor.COMPLETED;
            if (left) {
                order.paidAfterwards(payment, now);
            } else if (!order.pay(payment, settings.rules(), now)) {
                return Steps.refused(order, Reason.WRONG_STATE);
            }
            order.remark(FactKind.PAYMENT_CONFIRMED, now);
            log.recordOverride("order.payment-confirmed", "order", order.orderNumber(), declared.getLast());
            if (!left) {
                goOn(order, now);
            }
            return Steps.done(order);
        });
    }

    /** Paid by now: its pieces are its own, and what the channel has sent already is not sent again. */
    private void goOn(Order order, Instant now) {
        List<OrderLine> lines = store.lines(order.id());
        warehousing.secure(order, lines, now);
        order.judgeAgain(settings.rules(), now);
        if (order.source().isSent() && order.shipElsewhere(now, settings.rules())) {
            warehousing.gone(order);
            if (order.source().status() == SourceStatus.COMPLETED) {
                order.complete(now);
            }
        } else {
            warehousing.releaseIfReady(order, lines, now);
        }
    }

    /** Hands the order to the warehouse. */
    @Requires({Permission.ORDERS_RELEASE, Permission.FACTS_RECORD})
    public OrderResult release(UUID orderId) {
        return steps.take(orderId, null, (order, now) -> {
            if (order.anchor() == Anchor.PICKING) {
                return Steps.already(order);
            }
            if (!order.release(store.lines(orderId), now)) {
                return Steps.refused(order, whyNotReleasable(order));
            }
            return Steps.done(order);
        });
    }

    /** Takes the order back from the warehouse, which stops at its next scan. */
    @Requires(Permission.ORDERS_RELEASE)
    public OrderResult takeBack(UUID orderId, String reason) {
        return steps.because(orderId, reason, (order, now) -> {
            if (order.takeBack(reason, now)) {
                log.recordManual("order.taken-back", "order", order.orderNumber(), null);
                return Steps.done(order);
            }
            return order.anchor() == Anchor.PAID ? Steps.already(order) : Steps.refused(order, Reason.WRONG_STATE);
        });
    }

    static Reason whyNotReleasable(Order order) {
        if (order.anchor() == Anchor.PENDING_CONFIRMATION) {
            return Reason.NOT_PAID;
        }
        if (order.anchor() != Anchor.PAID) {
            return Reason.WRONG_STATE;
        }
        if (order.isShort()) {
            return Reason.SHORT_OF_STOCK;
        }
        return order.isHeld() ? Reason.ON_HOLD : Reason.NOT_APPROVED;
    }
}
