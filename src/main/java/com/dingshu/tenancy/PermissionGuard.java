package com.dingshu.tenancy;

import java.util.Arrays;
import java.util.Objects;
import org.aspectj.lang.JoinPoint;
import org.aspectj.lang.annotation.Aspect;
import org.aspectj.lang.annotation.Before;
import org.aspectj.lang.reflect.MethodSignature;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
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

    /** The group of permissions stands on an annotation of the module's own. */
    @Before("execution(@(@com.dingshu.tenancy.Requires *) * *(..))")
    void checkGroup(JoinPoint door) {
        var method = ((MethodSignature) door.getSignature()).getMethod();
        check(Objects.requireNonNull(AnnotatedElementUtils.getMergedAnnotation(method, Requires.class)));
    }

    @Before("@annotation(requires)")
    void check(Requires requires) {
        Actor actor = binding.current().actor();
        if (Arrays.stream(requires.value()).noneMatch(actor::may)) {
            throw new AccessDenied(actor, requires.value()[0]);
        }
    }
}
