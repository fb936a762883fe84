package com.dingshu.shipping;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What every carrier's adapter can do. Adapters speak to the partner over the network: they are never called inside a
 * database transaction, every call has a time limit, and repeating a call with the same reference is harmless.
 */
public interface Carrier {

    /** The code the rest of the product names it by, such as SF. */
    String code();

    /** @param reference our key of the wish; a second call with it gives the first one's number */
    WaybillResult create(CarrierAccount account, String reference, RequestWaybill request);

    CancelResult cancel(CarrierAccount account, String reference);

    /** How many numbers are left; carriers that bill afterwards do not count them. */
    default NumbersLeft numbersLeft(CarrierAccount account) {
        return new NumbersLeft.NotCounted();
    }

    /**
     * Everything the carrier knows of these parcels.
     *
     * @param phoneLastFour the sender's last four digits, which carriers ask for as a proof
     */
    RoutesAnswer routes(CarrierAccount account, List<String> waybillNos, String phoneLastFour);

    /** When the parcel is expected at the receiver's; empty when the carrier does not say. */
    default Optional<Instant> expectedAt(CarrierAccount account, String waybillNo) {
        return Optional.empty();
    }

    /** How many parcels one look-up may name. */
    int mostPerLookUp();

    /** What a look-up gave. */
    sealed interface RoutesAnswer {

        record Found(List<CarrierScan> scans) implements RoutesAnswer {}

        record Failed(String reason) implements RoutesAnswer {}
    }
}
