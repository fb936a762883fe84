package com.dingshu.channels;

/** Why something was refused at the door. */
public enum IntakeAlertKind {
    /** Larger than 5 MB; the order is fetched by the next pull instead. */
    TOO_LARGE,
    /** The signature does not fit the content, or there is none. */
    BAD_SIGNATURE,
    /** Compressed, which was never asked for. */
    COMPRESSED,
    /** Signed by the merchant's application, but about a shop that is not connected to it. */
    FOREIGN_SHOP,
    /** The platform no longer accepts our token. */
    TOKEN_EXPIRED
}
