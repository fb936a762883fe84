package com.dingshu.channels.connect;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a marketplace connector does for the intake. Calls block; none is made inside a transaction. Bodies are the order's
 * own bytes, cut out of the answer untouched.
 */
public interface Connector {

    /** The channel's key, e.g. {@code taobao}. */
    String channel();

    /** The longest window one pull may ask for. */
    Duration window();

    /** How far a pull reaches back over what was pulled before, because the platform's lists lag. */
    Duration overlap();

    /**
     * One page of what changed in {@code [from, to)}.
     *
     * @param cursor empty for the first page, then what the page before said
     */
    CallResult<Page> changed(ShopAccess shop, Instant from, Instant to, String cursor);

    /** One order as it is now. */
    CallResult<Pulled> detail(ShopAccess shop, String orderNo);

    /** Where in the mapped payload's receiver is only a mask: what the platform needs to give it out; null when nothing is hidden. */
    default @Nullable Sealed sealed(String orderNo, Object payload) {
        return null;
    }

    /** How many receivers one call may ask for. */
    default int decryptBatch() {
        return 1;
    }

    /** The receivers in clear, by order number, each by the names of the standard fields. Missing ones were not given out. */
    default CallResult<Map<String, Map<String, String>>> decrypt(ShopAccess shop, List<Sealed> sealed) {
        return new CallResult.Done<>(Map.of());
    }

    /**
     * A page of changes.
     *
     * @param next the cursor of the following page, empty at the end
     */
    record Page(List<Pulled> orders, String next) {}

    /**
     * An order out of an answer.
     *
     * @param whole true when the body is the whole order, false when it only says that the order changed
     * @param origin the call it came from
     * @param placedAt when it was placed, null when the answer does not say so
     */
    record Pulled(
            String orderNo,
            boolean whole,
            String origin,
            byte[] body,
            @Nullable Instant placedAt) {}

    /**
     * A receiver that the platform hides.
     *
     * @param fingerprint of the hidden fields: the same as long as the receiver is the same
     * @param keys what the platform wants to be asked with, by the names of the standard fields
     */
    record Sealed(String orderNo, String fingerprint, Map<String, String> keys) {}
}
