package com.dingshu.identity;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of signing in.
 *
 * @param triesFromOneAddress wrong tries on one account from one address before it is locked for that address
 * @param triesOnAccount wrong tries on one account from anywhere
 * @param triesOfAddress wrong tries of one address on any accounts
 * @param per the time in which a used-up limit is whole again; it comes back bit by bit
 * @param longest how long a session lasts at most, used or not
 */
@ConfigurationProperties("dingshu.sign-in")
record SignInSettings(
        @DefaultValue("5") int triesFromOneAddress,
        @DefaultValue("50") int triesOnAccount,
        @DefaultValue("40") int triesOfAddress,
        @DefaultValue("15m") Duration per,
        @DefaultValue("14h") Duration longest) {}
