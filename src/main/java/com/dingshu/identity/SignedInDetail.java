package com.dingshu.identity;

import org.jspecify.annotations.Nullable;

/**
 * Something another module knows of a person that the warehouse page wants to know at once, such as the warehouse worked
 * in. Each bean adds one entry to the answer of {@code /h5/api/me}, asked while bound to the person.
 */
public interface SignedInDetail {

    /** The entry's name in the answer. */
    String name();

    /** A plain record or value; null leaves the entry empty. */
    @Nullable
    Object about(SignedInUser user);
}
