package com.dingshu.identity;

/** Whether somebody may sign in. */
public enum UserStatus {
    ACTIVE,
    SUSPENDED
}
