package com.dingshu.selfservice;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * How often the page may be asked, by network address and by merchant. Kept by each node for itself: it slows sweeps down;
 * what must hold exactly (tries of one order, codes of one telephone) is counted in the database.
 */
@Component
class RateLimits {

    private static final int MOST_BUCKETS = 200_000;

    private final StatusSettings settings;
    private final TimeMeter time;
    private final Cache<String, Bucket> buckets;

    RateLimits(StatusSettings settings, Clock clock) {
        this.settings = settings;
        this.time = new ClockMeter(clock);
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_BUCKETS)
                .expireAfterAccess(Duration.ofHours(2))
                .build();
    }

    /** One look at the page. */
    boolean look(String address) {
        return take("look|" + network(address), settings.looksPerAddress(), Duration.ofMinutes(10));
    }

    /** One code asked for. */
    boolean code(int tenantId, String address) {
        return take("code|" + network(address), settings.codesPerAddress(), Duration.ofHours(1))
                && take("codes|" + tenantId, settings.codesPerMerchant(), Duration.ofHours(1));
    }

    private boolean take(String key, int most, Duration in) {
        return buckets.get(key, ignored -> bucket(most, in)).tryConsume(1);
    }

    private Bucket bucket(int most, Duration in) {
        return Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(Bandwidth.builder()
                        .capacity(most)
                        .refillGreedy(most, in)
                        .build())
                .build();
    }

    /** An IPv6 customer owns a /64. */
    private static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        String[] groups = address.split(":", -1);
        StringBuilder network = new StringBuilder();
        for (int i = 0; i < Math.min(4, groups.length); i++) {
            network.append(groups[i]).append(':');
        }
        return network.toString();
    }

    private record ClockMeter(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return Duration.ofMillis(clock.millis()).toNanos();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
