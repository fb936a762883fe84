package com.dingshu.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** Real time, moved by as much as a test says. */
public final class TestClock extends Clock {

    private final Clock real = Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
    private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);

    /** Lets time pass for the whole application. */
    public void advance(Duration by) {
        offset.updateAndGet(before -> before.plus(by));
    }

    public void reset() {
        offset.set(Duration.ZERO);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(real, offset.get()).withZone(zone);
    }

    @Override
    public Instant instant() {
        return real.instant().plus(offset.get());
    }
}
