package com.dingshu.channels;

import com.dingshu.channels.RawGateway.Waiting;
import com.dingshu.tenancy.Actor;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.TenantWork;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Goes on with what waits in the raw inbox, one merchant's batch at a time. */
@Component
class InboxWork implements TenantWork {

    /** Large enough to share transactions, small enough to be fair to other merchants. */
    private static final int PORTION = 128;

    private final RawGateway gateway;
    private final Intake intake;
    private final Clock clock;
    private final ObjectProvider<OrderIntake> orders;

    InboxWork(RawGateway gateway, Intake intake, Clock clock, ObjectProvider<OrderIntake> orders) {
        this.orders = orders;
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
        return orders.getIfAvailable() != null && gateway.anyDue(clock.instant());
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
