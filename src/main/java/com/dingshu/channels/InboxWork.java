package com.dingshu.channels;

import com.dingshu.channels.RawGateway.Waiting;
import com.dingshu.tenancy.Actor;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.TenantWork;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Goes on with what waits in the raw inbox, one merchant's batch at a time. */
@Component
class InboxWork implements TenantWork {

    /** Large enough to share transactions, small enough to be fair to other merchants. */
    private static final int PORTION = 128;

    private final RawGateway gateway;
    private final PayloadIntake intake;
    private final Clock clock;

    InboxWork(RawGateway gateway, PayloadIntake intake, Clock clock) {
        this.gateway = gateway;
        this.intake = intake;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return RawInbox.KIND;
    }

    @Override
    public Actor actor() {
        return Actor.job("inbox", Permission.ORDERS_ACCEPT, Permission.FACTS_RECORD);
    }

    @Override
    public boolean pending() {
        return gateway.anyDue(clock.instant());
    }

    @Override
    public int drain() {
        List<Waiting> due = gateway.due(clock.instant(), PORTION);
        if (!due.isEmpty()) {
            intake.process(due);
        }
        return due.size();
    }
}
