package com.dingshu.orders;

import java.util.List;
import java.util.UUID;

/** The answer to a step somebody wanted an order to take. */
public sealed interface OrderResult {

    /** It took the step. */
    record Done(UUID orderId, String orderNumber, Anchor anchor) implements OrderResult {}

    /** It had taken it before; nothing changed. */
    record Already(UUID orderId, String orderNumber, Anchor anchor) implements OrderResult {}

    /**
     * It cannot, for an expected reason.
     *
     * @param args what the wording of the reason needs
     */
    record Refused(UUID orderId, String orderNumber, Anchor anchor, Reason reason, List<String> args)
            implements OrderResult {

        public Refused {
            args = List.copyOf(args);
        }
    }

    /** Why a step is refused. */
    enum Reason {
        /** The step does not exist from where the order stands. */
        WRONG_STATE,
        NOT_PAID,
        NOT_APPROVED,
        ON_HOLD,
        SHORT_OF_STOCK,
        /** The step needs a reason and none was given. */
        REASON_MISSING,
        /** There is nothing to do it to: no such hold, no declared payment, an empty note. */
        NOTHING_TO_DO,
        /** The text is longer than can be kept. */
        TOO_LONG
    }

    /** Whether the order is now where it was wanted. */
    default boolean succeeded() {
        return !(this instanceof Refused);
    }
}
