package com.dingshu.orders;

/** There is no such order among the merchant's own. Says nothing about whether another merchant has it. */
public final class UnknownOrder extends RuntimeException {

    public UnknownOrder() {
        super("No such order");
    }
}
