package com.dingshu.identity;

/**
 * Somebody tries to sign in.
 *
 * @param merchant the merchant's short name
 * @param address the network address it comes from
 * @param userAgent what the browser says it is, empty when it says nothing
 */
public record SignInAttempt(String merchant, String login, String password, String address, String userAgent) {

    /** Without the password. */
    @Override
    public String toString() {
        return "SignInAttempt[" + merchant + ", " + login + ", " + address + "]";
    }
}
