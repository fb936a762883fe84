package com.dingshu.tenancy;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who does something: a person, a job, a channel, a buyer or the system itself, with everything it may do.
 *
 * @param userId the person's id, null for anything that is no user
 * @param name as shown in histories
 * @param device browser or device and address, where known
 */
public record Actor(
        Kind kind,
        @Nullable UUID userId,
        String name,
        Set<Permission> permissions,
        @Nullable String device) {

    /** What sort of actor. */
    public enum Kind {
        USER,
        JOB,
        CHANNEL,
        BUYER,
        SYSTEM
    }

    public Actor {
        permissions = Set.copyOf(permissions);
    }

    /** A background job with just the permissions named. */
    public static Actor job(String name, Permission... permissions) {
        return new Actor(Kind.JOB, null, name, Set.of(permissions), null);
    }

    /** A marketplace that delivers orders and facts. */
    public static Actor channel(String name) {
        return new Actor(Kind.CHANNEL, null, name, Set.of(Permission.ORDERS_ACCEPT, Permission.FACTS_RECORD), null);
    }

    /** Set-up work of the product itself: demo data, new merchants. */
    public static Actor system(String name) {
        return new Actor(Kind.SYSTEM, null, name, Set.of(Permission.values()), null);
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }
}
