package com.dingshu.tenancy;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** Refuses work that is bound to one merchant while the person at the screen is signed in to another. */
@Component
class BindingCheck {

    private final Optional<SignedInTenant> person;

    BindingCheck(Optional<SignedInTenant> person) {
        this.person = person;
    }

    /** The current binding, once it is known to agree with who is signed in. */
    Acting current() {
        Acting acting = Acting.current();
        person.ifPresent(present -> present.tenantId().ifPresent(signedIn -> {
            if (signedIn != acting.tenantId()) {
                throw new OtherTenantBound(acting.tenantId(), signedIn);
            }
        }));
        return acting;
    }

    /** Somebody signed in to one merchant ran work bound to another: always a defect. */
    static final class OtherTenantBound extends IllegalStateException {
        OtherTenantBound(int bound, int signedIn) {
            super("The work is bound to tenant " + bound + " while the person is signed in to tenant " + signedIn);
        }
    }
}
