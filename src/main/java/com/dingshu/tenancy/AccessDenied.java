package com.dingshu.tenancy;

import org.springframework.security.access.AccessDeniedException;

/** The actor lacks the permission that a door asks for. */
public final class AccessDenied extends AccessDeniedException {

    public AccessDenied(Actor actor, Permission missing) {
        super(actor.name() + " lacks the permission " + missing.id());
    }
}
