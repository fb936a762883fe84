package com.dingshu.orders;

import com.dingshu.shared.Ids;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.AuditedRow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Something that keeps an order from going on until it is lifted. */
@Entity
@Audited
class OrderHold extends AuditedRow {

    private static final Duration FIRST_RETRY = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

    @Column(updatable = false)
    private UUID orderId;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private HoldReason reason;

    private String code;
    private String args;
    private String remark;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private HoldState state;

    private Instant placedAt;
    private String placedBy;
    private @Nullable Instant endedAt;
    private @Nullable String endedBy;
    private @Nullable String endReason;

    /** When stock is asked for again, while pieces are missing. */
    @NotAudited
    private @Nullable Instant retryAt;

    @SuppressWarnings("NullAway.Init")
    protected OrderHold() {}

    OrderHold(UUID orderId, Obstacle obstacle, Instant now) {
        super(Ids.next());
        this.orderId = orderId;
        this.reason = obstacle.reason();
        this.code = obstacle.code();
        this.args = Packed.join(obstacle.args());
        this.remark = obstacle.remark();
        this.state = HoldState.ACTIVE;
        this.placedAt = now;
        this.placedBy = Acting.current().actor().name();
        this.retryAt = reason == HoldReason.SHORTAGE ? now.plus(FIRST_RETRY) : null;
    }

    /**
     * A cause for a hold.
     *
     * @param code the case of the reason, key of its wording: {@code orders.hold.<code>}
     * @param remark what a person wrote, else empty
     */
    record Obstacle(HoldReason reason, String code, List<String> args, String remark) {

        /** What the wording of the hold needs: reason, code and the code's own arguments. */
        String[] words() {
            return Stream.concat(Stream.of(reason.name(), code), args.stream()).toArray(String[]::new);
        }

        static Obstacle of(HoldReason reason, String code, String... args) {
            return new Obstacle(reason, code, List.of(args), "");
        }
    }

    boolean isActive() {
        return state == HoldState.ACTIVE;
    }

    /** The longer it has been missing, the longer the pause: an eighth of it, within one and fifteen minutes. */
    void retryLater(Instant now) {
        Duration pause = Duration.between(placedAt, now).dividedBy(8);
        Duration least = pause.compareTo(FIRST_RETRY) < 0 ? FIRST_RETRY : pause;
        this.retryAt = now.plus(least.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : least);
    }

    /** The same obstacle in another case: what was short is paid by now. */
    void turnInto(String newCode) {
        this.code = newCode;
    }

    boolean is(HoldReason other, String otherCode) {
        return reason == other && code.equals(otherCode);
    }

    void end(OrderStates.HoldStep step, Instant now, @Nullable String why) {
        this.state = OrderStates.next(state, step).orElseThrow();
        this.endedAt = now;
        this.endedBy = Acting.current().actor().name();
        this.endReason = why;
        this.retryAt = null;
    }

    /** Whether it ended only because the order was closed, and would be right again if that is opened. */
    boolean outlivesClosing() {
        return state == HoldState.EXPIRED && !reason.isTheHubsOwn();
    }

    Obstacle obstacle() {
        return new Obstacle(reason, code, args(), remark);
    }

    UUID orderId() {
        return orderId;
    }

    HoldReason reason() {
        return reason;
    }

    String code() {
        return code;
    }

    List<String> args() {
        return Packed.split(args);
    }
}
