package com.dingshu.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** Real time, moved by as much as a test says, or standing still at a moment it names. */
public final class TestClock extends Clock {

    private final Clock real = Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
    private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);
    private final AtomicReference<Instant> still = new AtomicReference<>();

    /** Lets time pass for the whole application. */
    public void advance(Duration by) {
        offset.updateAndGet(before -> before.plus(by));
    }

    /** It is this moment for the whole application until the test says otherwise. */
    public void standAt(Instant moment) {
        still.set(moment);
    }

    public void reset() {
        offset.set(Duration.ZERO);
        still.set(null);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }

    @Override
    public Instant instant() {
        Instant moment = still.get();
        return (moment == null ? real.instant() : moment).plus(offset.get());
    }
}
