package com.dingshu.channels.connect;

import java.time.Duration;
import java.util.function.Function;

/** What came of a call to a platform. */
public sealed interface CallResult<T> {

    /** Answered. */
    record Done<T>(T value) implements CallResult<T> {}

    /** The platform has had enough of us; not before this time again. */
    record Limited<T>(Duration pause) implements CallResult<T> {}

    /** The platform refuses; calling again with the same question does not help. */
    record Denied<T>(Cause cause, String code, String message) implements CallResult<T> {}

    /** No answer, or one that may be different next time. */
    record Unreachable<T>(String reason) implements CallResult<T> {}

    /** Why a platform refuses. */
    enum Cause {
        /** Token or session is no longer valid: a person has to authorise the shop again. */
        TOKEN,
        /** Key, secret, signature or permission. */
        CREDENTIALS,
        /** What was asked for does not exist there. */
        NOT_FOUND,
        /** The right to see receivers in clear is used up for now. */
        QUOTA,
        OTHER
    }

    /** The same result with another value. */
    default <R> CallResult<R> map(Function<? super T, ? extends R> change) {
        return switch (this) {
            case Done<T> done -> new Done<>(change.apply(done.value));
            case Limited<T> limited -> new Limited<>(limited.pause);
            case Denied<T> denied -> new Denied<>(denied.cause, denied.code, denied.message);
            case Unreachable<T> away -> new Unreachable<>(away.reason);
        };
    }

    /** Goes on with the value where there is one. */
    default <R> CallResult<R> then(Function<? super T, CallResult<R>> next) {
        return switch (this) {
            case Done<T> done -> next.apply(done.value);
            case Limited<T> limited -> new Limited<>(limited.pause);
            case Denied<T> denied -> new Denied<>(denied.cause, denied.code, denied.message);
            case Unreachable<T> away -> new Unreachable<>(away.reason);
        };
    }
}
