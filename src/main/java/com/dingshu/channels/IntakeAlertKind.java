package com.dingshu.channels;

/** Why something was refused at the door. */
public enum IntakeAlertKind {
    /** Larger than 5 MB; the order is fetched by the next pull instead. */
    TOO_LARGE,
    /** The signature does not fit the content. */
    BAD_SIGNATURE,
    /** The platform no longer accepts our token. */
    TOKEN_EXPIRED
}
