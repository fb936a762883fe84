package com.dingshu.identity;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * How passwords are judged and kept: Argon2id with 19 MiB, two passes, one lane. Only as many are computed at a time as
 * the machine has processors, so that a flood of sign-ins cannot take its memory.
 */
@Component
class Passwords {

    static final int SHORTEST = 10;
    static final int LONGEST = 128;

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;

    private static final Set<String> COMMON = Set.of(
            "1234567890",
            "0123456789",
            "0987654321",
            "1234567891",
            "12345678910",
            "123456789a",
            "a123456789",
            "123456789q",
            "qwertyuiop",
            "asdfghjkl;",
            "1q2w3e4r5t",
            "1qaz2wsx3edc",
            "qwerty1234",
            "qwerty12345",
            "password12",
            "password123",
            "password1234",
            "passw0rd123",
            "iloveyou12",
            "iloveyou123",
            "woaini1314",
            "woaini520520",
            "woaini5201314",
            "5201314520",
            "administrator",
            "admin12345",
            "admin123456",
            "abcd123456",
            "abc1234567",
            "a1234567890",
            "123123123123",
            "111222333444",
            "1122334455",
            "letmein1234",
            "welcome123",
            "welcome1234",
            "dingshu123",
            "dingshu1234",
            "changeme123");

    private final Argon2PasswordEncoder argon2 =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
    private final Semaphore room = new Semaphore(Runtime.getRuntime().availableProcessors());
    private final String nobodys;

    Passwords() {
        this.nobodys = hash("nobody signs in with this one");
    }

    /** Why the password cannot be taken, if anything speaks against it. */
    Optional<UserRefusal> flaw(String password, String login) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return Optional.of(UserRefusal.PASSWORD_SHORT);
        }
        if (length > LONGEST) {
            return Optional.of(UserRefusal.PASSWORD_LONG);
        }
        return common(password.toLowerCase(Locale.ROOT), login)
                ? Optional.of(UserRefusal.PASSWORD_COMMON)
                : Optional.empty();
    }

    String hash(String password) {
        room.acquireUninterruptibly();
        try {
            return java.util.Objects.requireNonNull(argon2.encode(password));
        } finally {
            room.release();
        }
    }

    boolean matches(String password, String hash) {
        room.acquireUninterruptibly();
        try {
            return argon2.matches(password, hash);
        } finally {
            room.release();
        }
    }

    /** Takes as long as a real comparison and is never true: for logins that do not exist. */
    boolean matchesNobody(String password) {
        matches(password, nobodys);
        return false;
    }

    private static boolean common(String password, String login) {
        return COMMON.contains(password)
                || password.equals(login)
                || password.chars().distinct().count() <= 2;
    }
}
