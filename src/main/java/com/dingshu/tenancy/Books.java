package com.dingshu.tenancy;

/** A module that counts in the merchant's days or money: once it has begun, zone and currency stay as they are. */
public interface Books {

    /** Whether anything has been counted for the merchant acted for. */
    boolean begun();
}
