package com.dingshu.notifications;

import java.util.UUID;

/** Gives the address at which a customer sees one order without being asked for anything. */
public interface StatusLink {

    /** A fresh address, good for the order's buyer alone; made in the caller's transaction. */
    String of(UUID orderId);
}
