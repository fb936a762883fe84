package com.dingshu.notifications;

/** What became of changing who is told. */
public sealed interface AlertRecipientResult {

    record Saved(AlertRecipientInfo recipient) implements AlertRecipientResult {}

    record Refused(Why why) implements AlertRecipientResult {}

    /** What is wrong; each concerns one field. */
    enum Why {
        NAME_MISSING,
        NAME_LONG,
        PHONE_MISSING,
        /** No telephone number, or a masked one. */
        PHONE_UNREADABLE,
        /** A number with an extension or of a fixed line takes no messages. */
        PHONE_TAKES_NO_SMS,
        /** Somebody else on the list has the number. */
        PHONE_TAKEN,
        KINDS_MISSING,
        LANGUAGE_UNKNOWN,
        TOO_MANY,
        /** Removed meanwhile. */
        GONE,
        /** One was sent within the last minute. */
        TEST_SENT
    }
}
