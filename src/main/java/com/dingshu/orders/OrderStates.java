package com.dingshu.orders;

import static com.dingshu.orders.Anchor.CANCELLED;
import static com.dingshu.orders.Anchor.COMPLETED;
import static com.dingshu.orders.Anchor.EXPIRED;
import static com.dingshu.orders.Anchor.PAID;
import static com.dingshu.orders.Anchor.PENDING_CONFIRMATION;
import static com.dingshu.orders.Anchor.PICKING;
import static com.dingshu.orders.Anchor.RETURNED_TO_SENDER;
import static com.dingshu.orders.Anchor.SHIPPED;
import static com.dingshu.orders.Anchor.VOIDED;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The one state machine: which step leads from where to where. A step that is not listed here does not happen. */
final class OrderStates {

    /** A step of the anchor. */
    enum Step {
        TAKE_IN,
        PAY,
        PAY_LATE,
        RELEASE,
        TAKE_BACK,
        SHIP,
        SHIP_UNPAID,
        COMPLETE,
        RETURN,
        CANCEL,
        EXPIRE,
        VOID
    }

    /** A step of the review. */
    enum ReviewStep {
        JUDGE,
        APPROVE,
        REJECT,
        UNAPPROVE
    }

    /** A step of a hold. */
    enum HoldStep {
        PLACE,
        RELEASE,
        REJECT,
        EXPIRE
    }

    /** One row of the table; from null is the beginning. */
    record Transition<S, P>(@Nullable P from, S step, P to, String when) {}

    static final List<Transition<Step, Anchor>> ANCHOR = List.of(
            row(null, Step.TAKE_IN, PENDING_CONFIRMATION, "a snapshot that is unpaid, or paid without proof"),
            row(null, Step.TAKE_IN, PAID, "a snapshot with a verified payment"),
            row(null, Step.TAKE_IN, SHIPPED, "first seen after it was shipped elsewhere; moves no stock"),
            row(null, Step.TAKE_IN, COMPLETED, "first seen after it was completed; moves no stock"),
            row(null, Step.TAKE_IN, CANCELLED, "first seen after it was called off; moves no stock"),
            row(PENDING_CONFIRMATION, Step.PAY, PAID, "verified payment; the reservation is committed"),
            row(PENDING_CONFIRMATION, Step.SHIP_UNPAID, SHIPPED, "the channel has sent it before it is paid"),
            row(PENDING_CONFIRMATION, Step.CANCEL, CANCELLED, "buyer, channel or staff; the reservation is released"),
            row(PENDING_CONFIRMATION, Step.EXPIRE, EXPIRED, "now ≥ taken in + the shop's payment time"),
            row(PENDING_CONFIRMATION, Step.VOID, VOIDED, "supervisor, with a reason"),
            row(PAID, Step.RELEASE, PICKING, "approved, held by nothing, goods committed"),
            row(PAID, Step.CANCEL, CANCELLED, "buyer, channel or staff; stock released, refund due"),
            row(PAID, Step.VOID, VOIDED, "supervisor, with a reason; stock released, refund due"),
            row(PICKING, Step.SHIP, SHIPPED, "outbound scan of all parcels, or the channel says so"),
            row(
                    PICKING,
                    Step.TAKE_BACK,
                    PAID,
                    "staff, with a reason, or the channel has refunded pieces: the warehouse stops"),
            row(PICKING, Step.CANCEL, CANCELLED, "buyer, channel or staff: intercepted, refund due"),
            row(SHIPPED, Step.COMPLETE, COMPLETED, "the channel's finished status, or days after delivery"),
            row(SHIPPED, Step.RETURN, RETURNED_TO_SENDER, "the parcel is back"),
            row(EXPIRED, Step.PAY_LATE, PAID, "a payment after all; reserved again, or paid but short"));

    static final List<Transition<ReviewStep, ReviewStatus>> REVIEW = List.of(
            row(null, ReviewStep.JUDGE, ReviewStatus.APPROVED, "the rules have no doubt"),
            row(null, ReviewStep.JUDGE, ReviewStatus.PENDING, "the rules have a doubt"),
            row(
                    ReviewStatus.APPROVED,
                    ReviewStep.JUDGE,
                    ReviewStatus.PENDING,
                    "a new doubt at a change or the payment"),
            row(ReviewStatus.PENDING, ReviewStep.JUDGE, ReviewStatus.APPROVED, "what the rules doubted is gone"),
            row(ReviewStatus.PENDING, ReviewStep.APPROVE, ReviewStatus.APPROVED, "a person finds it fit"),
            row(
                    ReviewStatus.PENDING,
                    ReviewStep.REJECT,
                    ReviewStatus.REJECTED,
                    "a person finds it unfit, with a reason"),
            row(ReviewStatus.APPROVED, ReviewStep.UNAPPROVE, ReviewStatus.PENDING, "before picking, with a reason"));

    static final List<Transition<HoldStep, HoldState>> HOLD = List.of(
            row(null, HoldStep.PLACE, HoldState.ACTIVE, "a rule or a person"),
            row(HoldState.ACTIVE, HoldStep.RELEASE, HoldState.RELEASED, "its cause is gone, or a person lifts it"),
            row(HoldState.ACTIVE, HoldStep.REJECT, HoldState.REJECTED, "the review is rejected"),
            row(HoldState.ACTIVE, HoldStep.EXPIRE, HoldState.EXPIRED, "the order is closed or has left"));

    private OrderStates() {}

    static Optional<Anchor> next(Anchor from, Step step) {
        return next(ANCHOR, from, step);
    }

    static Optional<ReviewStatus> next(ReviewStatus from, ReviewStep step) {
        return next(REVIEW, from, step);
    }

    static Optional<HoldState> next(HoldState from, HoldStep step) {
        return next(HOLD, from, step);
    }

    /** Whether an order can begin its life there. */
    static boolean begins(Anchor anchor) {
        return ANCHOR.stream().anyMatch(row -> row.from() == null && row.to() == anchor);
    }

    /** The tables as a document with a diagram each. */
    static String markdown() {
        return "# The states of an order\n\nDrawn from `OrderStates`; a step that is not listed does not happen.\n"
                + section("Anchor", ANCHOR)
                + section("Review", REVIEW)
                + section("Hold", HOLD);
    }

    private static <S, P> String section(String title, List<Transition<S, P>> table) {
        StringBuilder text = new StringBuilder("\n## " + title + "\n\n```mermaid\nstateDiagram-v2\n");
        for (Transition<S, P> row : table) {
            text.append("    ")
                    .append(row.from() == null ? "[*]" : row.from())
                    .append(" --> ")
                    .append(row.to())
                    .append(" : ")
                    .append(row.step())
                    .append('\n');
        }
        text.append("```\n\n| From | Step | To | When |\n|---|---|---|---|\n");
        for (Transition<S, P> row : table) {
            text.append("| ")
                    .append(row.from() == null ? "–" : row.from())
                    .append(" | ")
                    .append(row.step())
                    .append(" | ")
                    .append(row.to())
                    .append(" | ")
                    .append(row.when())
                    .append(" |\n");
        }
        return text.toString();
    }

    private static <S, P> Optional<P> next(List<Transition<S, P>> table, P from, S step) {
        return table.stream()
                .filter(row -> row.from() == from && row.step() == step)
                .map(Transition::to)
                .findFirst();
    }

    private static <S, P> Transition<S, P> row(@Nullable P from, S step, P to, String when) {
        return new Transition<>(from, step, to, when);
    }
}
