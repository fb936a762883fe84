package com.dingshu.fulfilment;

/** Where a parcel's waybill stands: asked of the carrier, given, or refused by it. */
enum WaybillProgress {
    ASKED,
    ISSUED,
    REFUSED
}
