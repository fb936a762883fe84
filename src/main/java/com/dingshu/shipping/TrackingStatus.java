package com.dingshu.shipping;

/**
 * Where a parcel is, in words that hold for every carrier. The order of the constants is the usual way of a parcel and
 * decides between two events of the same second.
 */
public enum TrackingStatus {
    /** No waybill number yet. */
    PENDING,
    /** The carrier knows of the parcel, nobody has it yet. */
    INFO_RECEIVED,
    COLLECTED,
    IN_TRANSIT,
    OUT_FOR_DELIVERY,
    ATTEMPT_FAILED,
    AVAILABLE_FOR_PICKUP,
    DELIVERED,
    REFUSED,
    LOST,
    DAMAGED,
    RETURNING,
    /** Nothing was heard for so long that the carrier is no longer asked. */
    EXPIRED;

    /** Something went wrong that a person should know of. */
    public boolean exception() {
        return switch (this) {
            case REFUSED, LOST, DAMAGED, RETURNING -> true;
            case PENDING,
                    INFO_RECEIVED,
                    COLLECTED,
                    IN_TRANSIT,
                    OUT_FOR_DELIVERY,
                    ATTEMPT_FAILED,
                    AVAILABLE_FOR_PICKUP,
                    DELIVERED,
                    EXPIRED -> false;
        };
    }

    /** The carrier has the parcel or had it. */
    public boolean withCarrier() {
        return this != PENDING && this != INFO_RECEIVED && this != EXPIRED;
    }

    /** Nothing more is expected. */
    public boolean last() {
        return this == DELIVERED || this == LOST || this == EXPIRED;
    }

    /** Whether a later event may replace this status: a delivered parcel only comes back by an exception. */
    boolean givesWayTo(TrackingStatus later) {
        return this != DELIVERED || later == DELIVERED || later.exception();
    }
}
