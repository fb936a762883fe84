package com.dingshu.shipping;

import static com.dingshu.shipping.TrackingStatus.COLLECTED;
import static com.dingshu.shipping.TrackingStatus.DELIVERED;
import static com.dingshu.shipping.TrackingStatus.INFO_RECEIVED;
import static com.dingshu.shipping.TrackingStatus.IN_TRANSIT;
import static com.dingshu.shipping.TrackingStatus.OUT_FOR_DELIVERY;
import static com.dingshu.shipping.TrackingStatus.REFUSED;
import static com.dingshu.shipping.TrackingStatus.RETURNING;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CourseTest {

    private static final Instant NOON = Instant.parse("2026-11-21T04:00:00Z");

    @Test
    void startsWithTheCarrierKnowingOfIt() {
        assertThat(Course.of(List.of()).status()).isEqualTo(INFO_RECEIVED);
    }

    @Test
    void dependsOnTheTimeOfTheEventsNotOnTheirArrival() {
        List<CarrierScan> scans = new ArrayList<>(
                List.of(scan(0, COLLECTED), scan(5, IN_TRANSIT), scan(9, OUT_FOR_DELIVERY), scan(12, DELIVERED)));
        Course inOrder = Course.of(scans);
        Random random = new Random(7);
        for (int i = 0; i < 50; i++) {
            Collections.shuffle(scans, random);
            assertThat(Course.of(scans)).isEqualTo(inOrder);
        }
        assertThat(inOrder.status()).isEqualTo(DELIVERED);
        assertThat(inOrder.collectedAt()).isEqualTo(NOON);
        assertThat(inOrder.deliveredAt()).isEqualTo(NOON.plusSeconds(720));
    }

    @Test
    void aLateLineNeverMovesItBack() {
        assertThat(Course.of(List.of(scan(9, OUT_FOR_DELIVERY), scan(3, IN_TRANSIT)))
                        .status())
                .isEqualTo(OUT_FOR_DELIVERY);
    }

    @Test
    void aDeliveredParcelComesBackByAnExceptionOnly() {
        assertThat(Course.of(List.of(scan(9, DELIVERED), scan(10, IN_TRANSIT))).status())
                .isEqualTo(DELIVERED);
        assertThat(Course.of(List.of(scan(9, DELIVERED), scan(10, RETURNING))).status())
                .isEqualTo(RETURNING);
    }

    @Test
    void theFirstCollectionAndTheFirstRefusalAreFactsOfTheirOwn() {
        Course course =
                Course.of(List.of(scan(2, COLLECTED), scan(1, COLLECTED), scan(8, REFUSED), scan(9, RETURNING)));
        assertThat(course.collectedAt()).isEqualTo(NOON.plusSeconds(60));
        assertThat(course.refusedAt()).isEqualTo(NOON.plusSeconds(480));
    }

    @Test
    void aLineWithoutAStatusChangesNothing() {
        assertThat(Course.of(List.of(scan(2, COLLECTED), scan(5, null))).status())
                .isEqualTo(COLLECTED);
    }

    @Test
    void ofOneSecondTheFurtherStatusCounts() {
        assertThat(Course.of(List.of(scan(2, OUT_FOR_DELIVERY), scan(2, IN_TRANSIT)))
                        .status())
                .isEqualTo(OUT_FOR_DELIVERY);
    }

    private static CarrierScan scan(int minute, @Nullable TrackingStatus status) {
        return new CarrierScan("SF1", String.valueOf(status), NOON.plusSeconds(60L * minute), "上海", "", status, true);
    }
}
