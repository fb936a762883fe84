package com.dingshu.tenancy;

import java.util.OptionalInt;

/** Tells which merchant the person at this thread's screen is signed in to; empty where no person is. */
public interface SignedInTenant {

    OptionalInt tenantId();
}
