package com.dingshu.shipping;

/** What became of a wish for a waybill. */
public sealed interface WaybillResult {

    /** The carrier gave a number. */
    record Issued(String waybillNo, WaybillLabel label) implements WaybillResult {}

    /** The carrier will not take the parcel; the reason is for people. Ask again after changing something. */
    record Refused(String reason) implements WaybillResult {}

    /** The carrier did not answer. The wish stands and is repeated in the background until it is settled. */
    record Unreachable(String reason) implements WaybillResult {}
}
