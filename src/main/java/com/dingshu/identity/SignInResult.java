package com.dingshu.identity;

import java.time.Duration;

/** The answer to a sign-in. */
public sealed interface SignInResult {

    record Welcome(SignedInUser user) implements SignInResult {}

    /** Wrong in some way that is not told: merchant, login, password, or suspended. */
    record Refused() implements SignInResult {}

    /** Too many wrong tries on this account, whether or not it exists. */
    record Locked(Duration retryAfter) implements SignInResult {}

    /** Too many wrong tries from this address. */
    record Throttled(Duration retryAfter) implements SignInResult {}
}
