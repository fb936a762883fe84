package com.dingshu.shipping;

/** What became of taking a waybill back. */
public sealed interface CancelResult {

    /** The number is void; it was so before when asked twice. */
    record Cancelled() implements CancelResult {}

    /** There is no waybill for the parcel. */
    record NoWaybill() implements CancelResult {}

    /** The carrier keeps it, because the parcel is on its way for instance. */
    record Refused(String reason) implements CancelResult {}

    /** The carrier did not answer; it is asked again in the background. */
    record Unreachable(String reason) implements CancelResult {}
}
