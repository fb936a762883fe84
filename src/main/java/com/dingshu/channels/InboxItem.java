package com.dingshu.channels;

import com.dingshu.channels.RawGateway.Outcome;
import com.dingshu.channels.RawGateway.Waiting;
import com.dingshu.channels.mapping.OrderDraft;
import com.dingshu.channels.mapping.Problem;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One payload on its way through the intake; it ends with an outcome. */
final class InboxItem {

    final Waiting row;
    final UUID shopId;
    final String origin;
    final boolean signed;
    final byte[] body;

    @Nullable
    Object payload;

    Map<String, String> receiver = Map.of();
    boolean receiverMissing;

    @Nullable
    OrderDraft draft;

    @Nullable
    Outcome outcome;

    InboxItem(Waiting row, String origin, boolean signed, byte[] body) {
        this.row = row;
        this.shopId = row.shopId();
        this.origin = origin;
        this.signed = signed;
        this.body = body;
    }

    boolean open() {
        return outcome == null;
    }

    /** The order number as far as it is known. */
    String orderNo() {
        return draft == null ? row.externalId() : draft.channelOrderNo();
    }

    void rejected(Problem problem, int mappingVersion) {
        @Nullable String item = problem.kind() == Problem.Kind.UNMAPPED_ITEM ? problem.source() : null;
        outcome = new Outcome(
                row.id(),
                RawState.REJECTED,
                row.attempts(),
                null,
                problem.kind().name(),
                cut(problem.field(), 80),
                cut(problem.detail(), 300),
                item == null ? null : cut(item, 120),
                mappingVersion,
                null,
                null,
                FileRowOutcome.REFUSED);
    }

    /** Not now, but later, without anybody's fault. */
    void postponed(Instant until) {
        outcome = new Outcome(
                row.id(),
                row.state(),
                row.attempts(),
                until,
                null,
                null,
                null,
                null,
                0,
                null,
                null,
                FileRowOutcome.REFUSED);
    }

    void failed(String reason, @Nullable Instant again) {
        failed(new Problem("payload", Problem.Kind.NO_DETAIL, reason, ""), again);
    }

    void failed(Problem problem, @Nullable Instant again) {
        outcome = new Outcome(
                row.id(),
                again == null ? RawState.DEAD : RawState.FAILED,
                row.attempts() + 1,
                again,
                problem.kind().name(),
                cut(problem.field(), 80),
                cut(problem.detail(), 300),
                null,
                0,
                null,
                null,
                FileRowOutcome.REFUSED);
    }

    /** A notice whose order is now a payload of its own. */
    void fetched(boolean isNew) {
        settled(isNew ? RawState.MAPPED : RawState.DUPLICATE, null, null, 0, null, FileRowOutcome.UNCHANGED);
    }

    void settled(
            RawState state,
            @Nullable UUID orderId,
            @Nullable String orderNumber,
            int mappingVersion,
            @Nullable Instant again,
            FileRowOutcome effect) {
        outcome = new Outcome(
                row.id(),
                state,
                again == null ? row.attempts() : row.attempts() + 1,
                again,
                null,
                null,
                null,
                null,
                mappingVersion,
                orderId,
                orderNumber,
                effect);
    }

    private static String cut(String text, int most) {
        return text.length() > most ? text.substring(0, most) : text;
    }
}
