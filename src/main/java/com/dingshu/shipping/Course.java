package com.dingshu.shipping;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a parcel's lines add up to. It depends on the lines alone, not on the order in which they arrived: sorted by the
 * time of the event, a line that arrives late never moves the parcel back.
 *
 * @param latest the line that gave the status, null before the first
 * @param collectedAt the first collection
 * @param refusal the first line that says the receiver did not take it
 */
record Course(
        TrackingStatus status,
        @Nullable CarrierScan latest,
        @Nullable Instant collectedAt,
        @Nullable Instant deliveredAt,
        @Nullable CarrierScan refusal) {

    private static final Course START = new Course(TrackingStatus.INFO_RECEIVED, null, null, null, null);

    static Course of(Collection<CarrierScan> scans) {
        List<CarrierScan> inOrder = scans.stream()
                .filter(scan -> scan.status() != null)
                .sorted(Comparator.comparing(CarrierScan::at).thenComparing(Course::rank))
                .toList();
        Course course = START;
        for (CarrierScan scan : inOrder) {
            course = course.after(scan, rank(scan));
        }
        return course;
    }

    private static TrackingStatus rank(CarrierScan scan) {
        return scan.status() == null ? TrackingStatus.PENDING : scan.status();
    }

    @Nullable
    Instant refusedAt() {
        return refusal == null ? null : refusal.at();
    }

    private Course after(CarrierScan scan, TrackingStatus next) {
        boolean moves = status.givesWayTo(next);
        return new Course(
                moves ? next : status,
                moves ? scan : latest,
                first(collectedAt, next == TrackingStatus.COLLECTED, scan),
                first(deliveredAt, next == TrackingStatus.DELIVERED, scan),
                refusal == null && next == TrackingStatus.REFUSED ? scan : refusal);
    }

    private static @Nullable Instant first(@Nullable Instant known, boolean applies, CarrierScan scan) {
        return known == null && applies ? scan.at() : known;
    }
}
