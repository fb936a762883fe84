package com.dingshu.customers;

import org.jspecify.annotations.Nullable;

/**
 * Contact data as it is stored: the whole under the customer's key, what lists show in masked form, and keyed hashes by
 * which it is found.
 *
 * @param cipher opened by {@link ContactVault#open} with the same customer and place
 * @param phoneIndex of the whole number; null when there is none that can be called
 * @param lastFourIndex of the last four digits; null when they are not known
 * @param nameIndex of the whole name; null when it is empty or masked
 */
@SuppressWarnings("ArrayRecordComponent")
public record SealedContact(
        byte[] cipher,
        byte @Nullable [] phoneIndex,
        byte @Nullable [] lastFourIndex,
        byte @Nullable [] nameIndex,
        MaskedContact masked,
        String country,
        String province,
        String city,
        String district) {}
