package com.dingshu.fulfilment;

/** What became of a verb on a parcel. */
public sealed interface ParcelResult {

    record Done(ParcelInfo parcel) implements ParcelResult {}

    record Refused(Why why) implements ParcelResult {}

    /** Why it was not done. */
    enum Why {
        REASON_MISSING,
        /** The parcel has left or was called off. */
        NOT_HERE,
        /** There is no number to take back. */
        NO_WAYBILL,
        /** It has a number, or one is being fetched. */
        HAS_WAYBILL
    }
}
