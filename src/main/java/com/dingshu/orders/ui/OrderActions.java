package com.dingshu.orders.ui;

import com.dingshu.customers.Contact;
import com.dingshu.orders.Anchor;
import com.dingshu.orders.BlockedBy;
import com.dingshu.orders.HoldReason;
import com.dingshu.orders.HoldState;
import com.dingshu.orders.OrderDetails;
import com.dingshu.orders.OrderQueries;
import com.dingshu.orders.OrderResult;
import com.dingshu.orders.OrderSummary;
import com.dingshu.orders.Orders;
import com.dingshu.orders.PaymentStatus;
import com.dingshu.orders.ReviewStatus;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Permission;
import com.dingshu.uikit.Buttons;
import com.dingshu.uikit.Command;
import com.dingshu.uikit.Confirm;
import com.dingshu.uikit.Icon;
import com.dingshu.uikit.Keys;
import com.dingshu.uikit.Toasts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a person can do with one order, offered only where the state and the permission allow it. The doors decide. */
final class OrderActions {

    private static final int LONGEST_REASON = 200;

    /** Steps without a way back; their buttons are red. */
    private static final Set<String> FOR_GOOD = Set.of("reject", "cancel", "void");

    private final Orders orders;
    private final OrderQueries queries;
    private final OrderWords words;
    private final OrderPrinting printing;
    private final Consumer<UUID> changed;

    /** @param changed told the order that has taken a step */
    OrderActions(
            Orders orders, OrderQueries queries, OrderWords words, OrderPrinting printing, Consumer<UUID> changed) {
        this.orders = orders;
        this.queries = queries;
        this.words = words;
        this.printing = printing;
        this.changed = changed;
    }

    Component foot(OrderDetails order) {
        Div foot = new Div();
        foot.addClassName("pane-foot");
        if (approvable(order)) {
            foot.add(Keys.shown(Buttons.primary(words.say("orders.act.approve"), () -> approve(order)), "a"));
        }
        if (rejectable(order)) {
            foot.add(Keys.shown(Buttons.danger(words.say("orders.act.reject"), () -> reject(order)), "r"));
        }
        if (releasable(order)) {
            foot.add(Buttons.primary(words.say("orders.act.release"), () -> release(order)));
        }
        if (holdable(order)) {
            foot.add(Keys.shown(Buttons.plain(words.say("orders.act.hold"), () -> hold(order)), "e"));
        }
        if (confirmable(order)) {
            foot.add(Buttons.plain(words.say("orders.act.confirm-payment"), () -> confirmPayment(order)));
        }
        if (withdrawable(order)) {
            foot.add(Buttons.plain(words.say("orders.act.take-back"), () -> takeBack(order)));
        }
        if (printing.fits(order)) {
            Button print = Buttons.plain(words.say("orders.act.print"), () -> printing.print(order.id()));
            foot.add(Keys.shown(Buttons.with(Icon.PRINTER, print), "p"));
        }
        Span gap = new Span();
        gap.addClassName("grow");
        foot.add(gap);
        addMore(foot, order);
        foot.setVisible(foot.getComponentCount() > 1);
        return foot;
    }

    private void addMore(Div foot, OrderDetails order) {
        Button more = Buttons.icon(Icon.ELLIPSIS, words.say("orders.more"), () -> {});
        ContextMenu menu = new ContextMenu(more);
        menu.setOpenOnClick(true);
        if (unapprovable(order)) {
            menu.addItem(words.say("orders.act.unapprove"), click -> unapprove(order));
        }
        if (cancellable(order)) {
            menu.addItem(words.say("orders.act.cancel"), click -> cancel(order));
        }
        if (voidable(order)) {
            menu.addItem(words.say("orders.act.void"), click -> voidOrder(order));
        }
        if (!menu.getItems().isEmpty()) {
            foot.add(more);
        }
    }

    /** What the keys of an order do, on the row one is at as on the one that is open; says so when it cannot be done. */
    void press(String key, OrderDetails order) {
        boolean now =
                switch (key) {
                    case "a" -> approvable(order);
                    case "r" -> rejectable(order);
                    case "e" -> holdable(order);
                    default -> printing.fits(order);
                };
        if (!now) {
            String why = key.equals("p") ? "orders.key.no-paper" : "orders.refused.WRONG_STATE";
            Toasts.note(words.say(why, order.number()), null, null);
            return;
        }
        switch (key) {
            case "a" -> approve(order);
            case "r" -> reject(order);
            case "e" -> hold(order);
            default -> printing.print(order.id());
        }
    }

    /** The same and more as commands of the palette. */
    List<Command> commands(OrderDetails order) {
        List<Command> all = new ArrayList<>();
        offer(all, approvable(order), Icon.CHECK, "approve", order, this::approve);
        offer(all, rejectable(order), Icon.X, "reject", order, this::reject);
        offer(all, releasable(order), Icon.SEND, "release", order, this::release);
        offer(all, holdable(order), Icon.CIRCLE_PAUSE, "hold", order, this::hold);
        offer(all, unconfirmed(order), Icon.WALLET, "confirm-payment", order, this::confirmPayment);
        offer(all, withdrawable(order), Icon.UNDO_2, "take-back", order, this::takeBack);
        offer(all, unapprovable(order), Icon.UNDO_2, "unapprove", order, this::unapprove);
        offer(all, printing.fits(order), Icon.PRINTER, "print", order, one -> printing.print(one.id()));
        offer(all, may(Permission.ORDERS_NOTE), Icon.MESSAGE_SQUARE_TEXT, "note", order, this::addNote);
        offer(all, cancellable(order), Icon.BAN, "cancel", order, this::cancel);
        offer(all, voidable(order), Icon.BAN, "void", order, this::voidOrder);
        return all;
    }

    private void offer(
            List<Command> all, boolean now, Icon icon, String act, OrderDetails order, Consumer<OrderDetails> verb) {
        if (now) {
            all.add(Command.act(icon, words.say("orders.act." + act), () -> verb.accept(order))
                    .about(order.number()));
        }
    }

    // ---- what is offered: the same as the doors would take

    private static boolean approvable(OrderDetails order) {
        return inReview(order) && active(order).allMatch(hold -> hold.reason().isTheHubsOwn());
    }

    private static boolean rejectable(OrderDetails order) {
        return inReview(order);
    }

    private static boolean inReview(OrderDetails order) {
        return may(Permission.ORDERS_REVIEW)
                && order.summary().anchor() == Anchor.PAID
                && order.summary().review() == ReviewStatus.PENDING;
    }

    private static boolean releasable(OrderDetails order) {
        return may(Permission.ORDERS_RELEASE) && order.summary().blockedBy().kind() == BlockedBy.Kind.READY;
    }

    private static boolean withdrawable(OrderDetails order) {
        return may(Permission.ORDERS_RELEASE) && order.summary().anchor() == Anchor.PICKING;
    }

    private static boolean holdable(OrderDetails order) {
        return may(Permission.ORDERS_HOLD)
                && order.summary().anchor().isOpen()
                && active(order).noneMatch(OrderDetails.Hold::isByHand);
    }

    private static boolean unapprovable(OrderDetails order) {
        return may(Permission.ORDERS_UNAPPROVE)
                && order.summary().anchor() == Anchor.PAID
                && order.summary().review() == ReviewStatus.APPROVED;
    }

    private static boolean cancellable(OrderDetails order) {
        return may(Permission.ORDERS_CANCEL) && order.summary().anchor().isOpen();
    }

    /** Not what the warehouse has: that is taken back first. */
    private static boolean voidable(OrderDetails order) {
        Anchor anchor = order.summary().anchor();
        return may(Permission.ORDERS_VOID) && (anchor == Anchor.PENDING_CONFIRMATION || anchor == Anchor.PAID);
    }

    /** The payment a file declares is confirmed; every other hold can be lifted. */
    static boolean liftable(OrderDetails.Hold hold) {
        return may(Permission.ORDERS_HOLD) && hold.reason() != HoldReason.AWAITING_PAYMENT;
    }

    static boolean confirmable(OrderDetails.Hold hold) {
        return may(Permission.ORDERS_REVIEW) && hold.reason() == HoldReason.AWAITING_PAYMENT;
    }

    /** Nothing holds what has left, though its payment is still to be confirmed. */
    private static boolean confirmable(OrderDetails order) {
        return may(Permission.ORDERS_REVIEW)
                && order.paymentDeclared()
                && order.summary().payment() == PaymentStatus.UNPAID
                && active(order).noneMatch(OrderActions::confirmable);
    }

    private static boolean unconfirmed(OrderDetails order) {
        return confirmable(order) || active(order).anyMatch(OrderActions::confirmable);
    }

    private static Stream<OrderDetails.Hold> active(OrderDetails order) {
        return order.holds().stream().filter(hold -> hold.state() == HoldState.ACTIVE);
    }

    // ---- the steps

    void approve(OrderDetails order) {
        done(orders.approve(order.id(), null), "orders.done.approved");
    }

    void release(OrderDetails order) {
        done(orders.release(order.id()), "orders.done.released");
    }

    void reject(OrderDetails order) {
        withReason(order, "reject", reason -> orders.reject(order.id(), reason), "orders.done.rejected");
    }

    void hold(OrderDetails order) {
        withReason(order, "hold", reason -> orders.hold(order.id(), HoldReason.MANUAL, reason), "orders.done.held");
    }

    void releaseHold(OrderDetails order, OrderDetails.Hold hold) {
        withReason(
                order,
                "release-hold",
                reason -> orders.releaseHold(order.id(), hold.id(), reason),
                "orders.done.hold-released");
    }

    void confirmPayment(OrderDetails order) {
        withReason(
                order,
                "confirm-payment",
                reason -> orders.confirmPayment(order.id(), reason),
                "orders.done.payment-confirmed");
    }

    void takeBack(OrderDetails order) {
        withReason(order, "take-back", reason -> orders.takeBack(order.id(), reason), "orders.done.taken-back");
    }

    void unapprove(OrderDetails order) {
        withReason(order, "unapprove", reason -> orders.unapprove(order.id(), reason), "orders.done.unapproved");
    }

    void cancel(OrderDetails order) {
        withReason(order, "cancel", reason -> orders.cancel(order.id(), reason), "orders.done.cancelled");
    }

    void voidOrder(OrderDetails order) {
        withReason(order, "void", reason -> orders.voidOrder(order.id(), reason), "orders.done.voided");
    }

    void addNote(OrderDetails order) {
        TextArea text = area("orders.note.text");
        Confirm.ask(words.say("orders.note.title", order.number()))
                .with(text)
                .open(words.say("orders.keep"), words.say("orders.act.note"), () -> filled(text), () -> {
                    done(orders.addNote(order.id(), text.getValue()), "orders.done.noted");
                });
    }

    /** Opens with what is known in clear for those who may see it; for others an empty field keeps what is there. */
    void editContact(OrderDetails order) {
        Contact known = may(Permission.CONTACT_REVEAL)
                ? queries.revealContact(order.id()).orElse(Contact.UNKNOWN)
                : Contact.UNKNOWN;
        new ContactDialog(
                        order,
                        known,
                        words,
                        edit -> done(orders.editContact(order.id(), edit, null), "orders.done.contact"))
                .open();
    }

    private void withReason(OrderDetails order, String act, Function<String, OrderResult> step, String doneKey) {
        TextArea reason = area("orders.reason");
        Confirm confirm = Confirm.ask(words.say("orders.ask." + act, order.number()));
        if (!FOR_GOOD.contains(act)) {
            confirm.calm();
        }
        confirm.says(consequence(order, act))
                .with(reason)
                .open(
                        words.say("orders.ask." + act + ".keep"),
                        words.say("orders.act." + act),
                        () -> filled(reason),
                        () -> done(step.apply(reason.getValue().strip()), doneKey));
    }

    /** What follows, with the money it is about; for an unpaid order that is closed there is none. */
    private String consequence(OrderDetails order, String act) {
        OrderSummary summary = order.summary();
        String key = "orders.ask." + act + ".then";
        return switch (act) {
            case "confirm-payment" -> words.say(key, words.money(summary.dueMinor(), summary.currency()));
            case "cancel", "void" ->
                summary.paidMinor() == 0
                        ? words.say("orders.ask.unpaid.then")
                        : words.say(key, words.money(summary.paidMinor(), summary.currency()));
            default -> words.say(key);
        };
    }

    private TextArea area(String labelKey) {
        TextArea area = new TextArea(words.say(labelKey));
        area.setMaxLength(LONGEST_REASON);
        area.setRequired(true);
        area.setWidthFull();
        return area;
    }

    private boolean filled(TextArea area) {
        boolean empty = area.getValue().isBlank();
        area.setInvalid(empty);
        area.setErrorMessage(words.say("orders.reason.missing"));
        return !empty;
    }

    private void done(OrderResult result, String doneKey) {
        switch (result) {
            case OrderResult.Done done -> {
                Toasts.done(words.say(doneKey, done.orderNumber()));
                changed.accept(done.orderId());
            }
            case OrderResult.Already already -> changed.accept(already.orderId());
            case OrderResult.Refused refused -> {
                Toasts.failed(words.say("orders.refused." + refused.reason(), refused.orderNumber()));
                changed.accept(refused.orderId());
            }
        }
    }

    static boolean may(Permission permission) {
        return Acting.current().actor().may(permission);
    }
}
