package com.dingshu.orders.ui;

import com.dingshu.orders.BlockedBy;
import com.dingshu.orders.Clocked;
import com.dingshu.orders.OrderSummary;
import com.dingshu.tenancy.Actor;
import com.dingshu.uikit.Formats;
import com.dingshu.uikit.Marks;
import com.dingshu.uikit.Texts;
import com.vaadin.flow.component.UI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How the states of an order are said and drawn, the same in the list, on the card and in the pane. */
@Component
class OrderWords {

    /** Fields whose values are states, and where the states' names stand. */
    private static final Map<String, String> STATES = Map.of(
            "anchor", "anchor",
            "paymentStatus", "payment",
            "reviewStatus", "review",
            "state", "hold-state",
            "reason", "hold",
            "afterSales", "after-sales");

    private static final Pattern REGION_END = Pattern.compile("(?<=..)(?:省|市|特别行政区|壮族自治区|回族自治区|维吾尔自治区|自治区)$");

    private final Texts texts;
    private final Formats formats;

    OrderWords(Texts texts, Formats formats) {
        this.texts = texts;
        this.formats = formats;
    }

    String say(String key, Object... args) {
        return texts.in(locale(), key, args);
    }

    /** Who did something: a person by name, the rest in words. */
    String by(Actor.Kind kind, String name) {
        return switch (kind) {
            case USER, SYSTEM -> name;
            case BUYER -> say("orders.actor.BUYER");
            case CHANNEL -> known("orders.channel." + name, known("orders.by." + name, name));
            case JOB -> known("orders.by." + name, name);
        };
    }

    private String known(String key, String otherwise) {
        String said = say(key);
        return said.equals(key) ? otherwise : said;
    }

    String anchor(OrderSummary order) {
        return say("orders.anchor." + order.anchor());
    }

    Marks.Step step(OrderSummary order) {
        return switch (order.anchor()) {
            case PENDING_CONFIRMATION -> Marks.Step.PENDING;
            case PAID -> Marks.Step.PAID;
            case PICKING -> Marks.Step.PICKING;
            case SHIPPED -> Marks.Step.SHIPPED;
            case COMPLETED -> Marks.Step.DONE;
            case CANCELLED, EXPIRED, VOIDED, RETURNED_TO_SENDER -> Marks.Step.VOID;
        };
    }

    String payment(OrderSummary order) {
        return say("orders.payment." + order.payment());
    }

    Marks.Pay pay(OrderSummary order) {
        return switch (order.payment()) {
            case UNPAID -> Marks.Pay.UNPAID;
            case DEPOSIT_PAID -> Marks.Pay.DEPOSIT;
            case PAID -> Marks.Pay.PAID;
            case PARTIALLY_REFUNDED -> Marks.Pay.PART_REFUNDED;
            case REFUNDED -> Marks.Pay.REFUNDED;
            case CLOSED -> Marks.Pay.CLOSED;
        };
    }

    String channel(String channel) {
        return say("orders.channel." + channel);
    }

    Marks.ClockFace clock(OrderSummary order) {
        Clocked clock = order.clock();
        return switch (clock.state()) {
            case NONE -> Marks.ClockFace.plain(Marks.ClockFace.State.NONE);
            case RUNNING ->
                clock.dueAt() == null
                        ? Marks.ClockFace.plain(Marks.ClockFace.State.NONE)
                        : Marks.ClockFace.running(clock.dueAt());
            case PAUSED ->
                clock.pausedAt() == null
                        ? Marks.ClockFace.plain(Marks.ClockFace.State.PAUSED)
                        : Marks.ClockFace.held(clock.pausedAt());
            case STOPPED ->
                Marks.ClockFace.done(
                        clock.taken() == null ? null : clock.taken().toMillis());
        };
    }

    /** Why the order is not further, in a few words. */
    String blockedBy(OrderSummary order) {
        return blockedBy(order.blockedBy());
    }

    String blockedBy(BlockedBy blocked) {
        return switch (blocked.kind()) {
            case HOLD -> hold(blocked.args());
            case AWAITING_PAYMENT ->
                blocked.args().isEmpty()
                        ? say("orders.blocked.AWAITING_PAYMENT")
                        : say(
                                "orders.blocked.until",
                                formats.time(Instant.parse(blocked.args().getFirst())));
            case REVIEW ->
                blocked.args().isEmpty()
                        ? say("orders.blocked.REVIEW")
                        : say("orders.doubt." + blocked.args().getFirst());
            default -> say("orders.blocked." + blocked.kind());
        };
    }

    Marks.Tone tone(OrderSummary order) {
        return switch (order.blockedBy().kind()) {
            case HOLD, REJECTED, REFUND_DUE -> Marks.Tone.RED;
            case REVIEW, NOT_COLLECTED -> Marks.Tone.AMBER;
            case TO_PICK, TO_PACK, TO_SEND -> Marks.Tone.ACCENT;
            default -> Marks.Tone.NONE;
        };
    }

    /** A hold in words: its case when it has a wording, else its reason. */
    String hold(List<String> args) {
        String reason = args.getFirst();
        String code = args.size() > 1 ? args.get(1) : "";
        String key = "orders.hold." + reason + "." + code;
        Object[] rest = args.size() > 2 ? args.subList(2, args.size()).toArray() : new Object[0];
        String worded = code.isEmpty() ? key : say(key, rest);
        return worded.equals(key) ? say("orders.hold." + reason) : worded;
    }

    String fact(com.dingshu.orders.FactKind kind, List<String> args) {
        return say("orders.fact." + kind, args.toArray());
    }

    /** A stored value in words where it has some: states by their names, times in the merchant's zone, amounts as money. */
    String value(String field, @Nullable String stored) {
        if (stored == null || stored.isEmpty()) {
            return "–";
        }
        String state = say("orders." + STATES.getOrDefault(field, "none") + "." + stored);
        if (!state.startsWith("orders.")) {
            return state;
        }
        if (field.endsWith("At") || field.equals("shipBy")) {
            return formats.exactTime(Instant.parse(stored));
        }
        return field.endsWith("Minor")
                ? new java.math.BigDecimal(stored).movePointLeft(2).toPlainString()
                : stored;
    }

    /** The name of a field in histories; one without a name of its own is shown as it is stored. */
    String field(String name) {
        String key = "orders.field." + name;
        String said = say(key);
        return said.equals(key) ? name : said;
    }

    String money(long minor, String currency) {
        return formats.money(new com.dingshu.shared.Money(minor, currency));
    }

    String amount(long minor, String currency) {
        return formats.amount(new com.dingshu.shared.Money(minor, currency));
    }

    /** What was paid, for the column whose head names the merchant's currency; other currencies name theirs. */
    String paid(OrderSummary order) {
        return order.currency().equals(formats.currency())
                ? amount(order.paidMinor(), order.currency())
                : money(order.paidMinor(), order.currency());
    }

    /** 14:32 today, 11-20 before: as much as a narrow column needs. */
    String shortTime(Instant at) {
        String time = formats.time(at);
        int blank = time.indexOf(' ');
        return blank < 0 ? time : time.substring(0, blank);
    }

    /** The region of a masked address in its shortest words: 浙江 杭州. */
    static String place(OrderSummary order) {
        String[] parts = order.receiver().address().split(" ");
        String province = REGION_END.matcher(parts[0]).replaceFirst("");
        String city = parts.length < 2 || parts[1].contains("*")
                ? ""
                : REGION_END.matcher(parts[1]).replaceFirst("");
        return city.isEmpty() || city.equals(province) ? province : province + " " + city;
    }

    Formats formats() {
        return formats;
    }

    static Locale locale() {
        UI ui = UI.getCurrent();
        return ui == null ? Texts.CHINESE : ui.getLocale();
    }
}
