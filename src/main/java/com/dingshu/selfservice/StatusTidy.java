package com.dingshu.selfservice;

import com.dingshu.tenancy.Actor;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Retrying;
import com.dingshu.tenancy.TenantWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Throws passes, codes and tries away a day after their time. */
@Component
class StatusTidy implements TenantWork {

    private static final Duration KEPT = Duration.ofDays(1);
    private static final int PORTION = 500;

    private final StatusGateway gateway;
    private final Retrying retrying;
    private final Clock clock;

    StatusTidy(StatusGateway gateway, Retrying retrying, Clock clock) {
        this.gateway = gateway;
        this.retrying = retrying;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "status-tidy";
    }

    @Override
    public Actor actor() {
        return Actor.job("status-tidy", Permission.FACTS_RECORD);
    }

    @Override
    public boolean pending() {
        return gateway.anyBefore(then());
    }

    @Override
    public int drain() {
        return retrying.inTransaction(() -> gateway.deleteBefore(then(), PORTION));
    }

    private Instant then() {
        return clock.instant().minus(KEPT);
    }
}
