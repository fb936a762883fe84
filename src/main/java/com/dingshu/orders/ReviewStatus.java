package com.dingshu.orders;

/** Whether somebody, a person or the rules, has looked at the order and found it fit to be sent. */
public enum ReviewStatus {
    /** The rules have a doubt; a person decides. */
    PENDING,
    APPROVED,
    REJECTED
}
