package com.dingshu.tenancy;

/** What became of a change of the merchant's settings. */
public sealed interface MerchantSettingsResult {

    record Saved(MerchantSettings settings) implements MerchantSettingsResult {}

    /** @param about which day it is about, empty where the field says it all */
    record Refused(Why why, String about) implements MerchantSettingsResult {}

    /** What is wrong; each concerns one field. */
    enum Why {
        NAME_MISSING,
        NAME_LONG,
        CURRENCY_UNKNOWN,
        /** Orders are counted in days of the zone; the counts would no longer be true. */
        ZONE_IN_USE,
        /** The books are kept in it. */
        CURRENCY_IN_USE,
        LANGUAGE_UNKNOWN,
        NO_WORKING_DAY,
        /** Ends before it begins. */
        HOURS_REVERSED,
        HOLIDAY_TWICE,
        HOLIDAY_NAME_LONG,
        HOLIDAYS_TOO_MANY
    }
}
