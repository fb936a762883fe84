package com.dingshu.tenancy;

import java.util.Arrays;
import org.aspectj.lang.annotation.Aspect;
import org.aspectj.lang.annotation.Before;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Enforces {@link Requires} before the door opens a transaction. */
@Aspect
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class PermissionGuard {

    private final BindingCheck binding;

    PermissionGuard(BindingCheck binding) {
        this.binding = binding;
    }

    @Before("@annotation(requires)")
    void check(Requires requires) {
        Actor actor = binding.current().actor();
        if (Arrays.stream(requires.value()).noneMatch(actor::may)) {
            throw new AccessDenied(actor, requires.value()[0]);
        }
    }
}
