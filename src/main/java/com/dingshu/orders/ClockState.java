package com.dingshu.orders;

/** Whether the two hours from intake to outbound are running. */
public enum ClockState {
    /** Not paid yet, or closed without being sent. */
    NONE,
    RUNNING,
    /** A hold has stopped it. */
    PAUSED,
    /** Sent. */
    STOPPED
}
