package com.dingshu.orders;

import com.dingshu.shared.PostalAddress;
import org.jspecify.annotations.Nullable;

/**
 * A correction of who gets the parcel and where. A part that is null stays as it is; parts of an address come together.
 *
 * @param phone in any spelling
 */
public record EditContact(
        @Nullable String name,
        @Nullable String phone,
        @Nullable PostalAddress address) {}
