package com.dingshu.identity;

/** What came of a change of somebody's account. */
public sealed interface UserResult {

    /** It is done; the person's open sessions have ended where access changed. */
    record Saved(UserInfo user) implements UserResult {}

    /** Nothing was changed. */
    record Refused(UserRefusal why) implements UserResult {}
}
