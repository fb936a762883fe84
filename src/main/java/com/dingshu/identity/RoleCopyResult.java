package com.dingshu.identity;

/** What came of a change of a merchant's own role. */
public sealed interface RoleCopyResult {

    /** It is done; whoever has the role signs in again. */
    record Saved(Role role) implements RoleCopyResult {}

    record Removed() implements RoleCopyResult {}

    record Refused(Why why) implements RoleCopyResult {}

    /** Why nothing was changed. */
    enum Why {
        NAME_MISSING,
        /** Another copy has this name. */
        NAME_TAKEN,
        /** A role that may do nothing is none. */
        PERMISSION_MISSING,
        /** One of the permissions belongs to the product's own jobs. */
        PERMISSION_NOT_GRANTABLE,
        /** A merchant has at most 40. */
        TOO_MANY,
        /** People have it: they need another role first. */
        HELD
    }
}
