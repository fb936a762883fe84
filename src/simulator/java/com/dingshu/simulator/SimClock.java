package com.dingshu.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** The platforms' clock: the machine's, moved by an offset that the administration sets. */
public final class SimClock {

    private final AtomicLong offsetMillis = new AtomicLong();

    public Instant now() {
        return Instant.now().plusMillis(offsetMillis.get());
    }

    public void offset(Duration offset) {
        offsetMillis.set(offset.toMillis());
    }

    public Duration offset() {
        return Duration.ofMillis(offsetMillis.get());
    }
}
