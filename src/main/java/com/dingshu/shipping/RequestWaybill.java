package com.dingshu.shipping;

import com.dingshu.shared.PostalAddress;
import java.util.List;
import java.util.UUID;

/**
 * Wants a waybill number for one parcel.
 *
 * @param parcelId the parcel; asking again for the same one never makes a second waybill
 * @param reference what people know the parcel by, the order number as a rule
 * @param carrier code of the carrier, such as SF
 * @param cargo what is inside, at least one
 * @param weightGrams 0 when unknown
 */
public record RequestWaybill(
        UUID parcelId,
        String reference,
        String carrier,
        Party sender,
        Party receiver,
        List<Cargo> cargo,
        long weightGrams) {

    public RequestWaybill {
        cargo = List.copyOf(cargo);
        if (cargo.isEmpty() || weightGrams < 0) {
            throw new IllegalArgumentException("A parcel holds something and weighs no less than nothing");
        }
    }

    /** Somebody a parcel comes from or goes to, in clear. */
    public record Party(String name, String phone, PostalAddress address) {}

    /** One kind of article in the parcel. */
    public record Cargo(String name, int count) {}
}
