package com.dingshu.fulfilment;

/** Where a parcel's waybill stands. */
public enum WaybillProgress {
    /** Asked of the carrier, not given yet. */
    ASKED,
    ISSUED,
    REFUSED,
    /** Taken back by a person: there is none until somebody asks again. */
    WITHDRAWN
}
