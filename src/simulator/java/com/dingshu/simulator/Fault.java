package com.dingshu.simulator;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Something that goes wrong on purpose.
 *
 * <p>{@code target} is {@code api} (calls to the platform) or {@code push} (messages from it). Kinds: {@code status} (answer
 * {@code value} as HTTP status), {@code latency} (wait {@code value} ms), {@code drop}, {@code duplicate}, {@code reorder}
 * (push only), {@code ban} (flow limit for {@code value} seconds), {@code token} (session expired), {@code badsign} (wrong
 * signature on the push).
 */
final class Fault {

    final String channel;
    final String shopId;
    final String target;
    final String kind;
    final int value;
    final double share;
    private final AtomicInteger left;

    Fault(String channel, String shopId, String target, String kind, int value, double share, int count) {
        this.channel = channel;
        this.shopId = shopId;
        this.target = target;
        this.kind = kind;
        this.value = value;
        this.share = share <= 0 ? 1 : share;
        this.left = new AtomicInteger(count <= 0 ? Integer.MAX_VALUE : count);
    }

    boolean concerns(String someChannel, String someShop, String someTarget) {
        return target.equals(someTarget)
                && (channel == null || channel.equals(someChannel))
                && (shopId == null || shopId.equals(someShop));
    }

    /** True when it strikes now; a counted fault strikes that many times. */
    boolean strikes(double dice) {
        return dice < share && left.getAndUpdate(n -> n > 0 ? n - 1 : 0) > 0;
    }

    boolean spent() {
        return left.get() == 0;
    }
}
