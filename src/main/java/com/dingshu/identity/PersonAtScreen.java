package com.dingshu.identity;

import com.dingshu.tenancy.SignedInTenant;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;

/** Lets tenancy compare what work is bound to with who is signed in. */
@Component
class PersonAtScreen implements SignedInTenant {

    @Override
    public OptionalInt tenantId() {
        return CurrentUser.find().map(user -> OptionalInt.of(user.tenantId())).orElseGet(OptionalInt::empty);
    }
}
