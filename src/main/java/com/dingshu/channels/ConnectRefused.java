package com.dingshu.channels;

/** A shop cannot be connected the way it was asked for; nothing was changed. */
public final class ConnectRefused extends IllegalArgumentException {

    /** What of the request has to be put right. */
    public enum Field {
        /** No address, or none of the public network under TLS. */
        ADDRESS,
        /** The application is another merchant's already. */
        APP_KEY,
        /** Without a secret everybody could sign the shop's pushes. */
        SECRET
    }

    private final Field field;

    ConnectRefused(Field field, String message) {
        super(message);
        this.field = field;
    }

    public Field field() {
        return field;
    }
}
