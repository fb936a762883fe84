package com.dingshu.notifications;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the merchant's people can be told of. */
public enum AlertKind {
    /** Orders closed because nobody paid, their stock free again: for operations. */
    PAYMENT_TIMEOUT,
    /** Orders paid after they were closed: they go on, lack pieces, or the money is to go back: for operations. */
    LATE_PAYMENT,
    /** Orders held because pieces are missing: for purchasing. */
    SHORTAGE,
    /** Orders that should have left the warehouse by now: for whoever is in charge of it. */
    OVERDUE,
    /** Parcels no carrier has fetched two days after they left: for the warehouse lead. */
    NOT_COLLECTED;

    /** The name in files: payment-timeout. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<AlertKind> byWord(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    String template() {
        return "alert-" + word();
    }
}
