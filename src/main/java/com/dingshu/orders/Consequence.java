package com.dingshu.orders;

import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Actor;
import com.dingshu.tenancy.Permission;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;

/**
 * What follows of itself from a step somebody was permitted to take: stock is released because an order was cancelled. It
 * stays in the name of that somebody and needs no permission of its own.
 */
final class Consequence {

    private Consequence() {}

    static <T> T of(Callable<T> work) {
        Acting acting = Acting.current();
        Actor actor = acting.actor();
        if (actor.may(Permission.FACTS_RECORD)) {
            return acting.call(work);
        }
        Set<Permission> permissions = EnumSet.of(Permission.FACTS_RECORD);
        permissions.addAll(actor.permissions());
        Actor more = new Actor(actor.kind(), actor.userId(), actor.name(), permissions, actor.device());
        return new Acting(acting.tenantId(), more, acting.reason(), acting.requestId()).call(work);
    }
}
