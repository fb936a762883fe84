package com.dingshu.embedded;

/** The embedded database cannot be had; the message tells why and what to do. */
final class DatabaseFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatabaseFailure(String message) {
        super(message);
    }
}
