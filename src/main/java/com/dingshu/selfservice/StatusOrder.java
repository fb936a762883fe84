package com.dingshu.selfservice;

import com.dingshu.customers.MaskedContact;
import com.dingshu.orders.Anchor;
import com.dingshu.shipping.TrackingStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One order as its customer sees it: the public anchor only, contact data and waybill number masked.
 *
 * @param tracking where the parcel is, null without a waybill
 * @param waybill masked, empty without one
 * @param paidMinor what was paid, or what is due while nothing is
 * @param leavesBy when it leaves the warehouse at the latest, as long as nothing stops it; null when that is not known
 * @param expectedAt when the carrier expects to deliver it; null when that is not known or it is over
 * @param updatedAt the latest thing known of it
 */
public record StatusOrder(
        String number,
        Instant placedAt,
        Anchor anchor,
        @Nullable TrackingStatus tracking,
        String carrier,
        String waybill,
        List<Stop> stops,
        List<Item> items,
        String currency,
        long freightMinor,
        long taxMinor,
        boolean paid,
        long paidMinor,
        MaskedContact receiver,
        @Nullable Instant leavesBy,
        @Nullable Instant expectedAt,
        Instant updatedAt) {

    public StatusOrder {
        stops = List.copyOf(stops);
        items = List.copyOf(items);
    }

    /**
     * A stop on the parcel's way, newest first.
     *
     * @param status null for the one we know ourselves: it left the warehouse
     */
    public record Stop(Instant at, @Nullable TrackingStatus status, String place, String text) {}

    /** What was bought. */
    public record Item(String name, String spec, int quantity, long payableMinor, boolean gift) {}
}
