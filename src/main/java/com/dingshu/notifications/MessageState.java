package com.dingshu.notifications;

/** The life of a message. */
public enum MessageState {
    WAITING,
    SENT,
    /** The provider refused it, or it was tried too often. */
    FAILED,
    /** Its time was over before it could be sent. */
    EXPIRED,
    /** Written and never sent, because nobody with that number ordered here. */
    WITHHELD
}
