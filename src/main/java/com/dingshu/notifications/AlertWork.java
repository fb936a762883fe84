package com.dingshu.notifications;

import com.dingshu.notifications.AlertGateway.Item;
import com.dingshu.notifications.AlertGateway.Noted;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Actor;
import com.dingshu.tenancy.Doorbell;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Retrying;
import com.dingshu.tenancy.TenantWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Gathers what people are to be told of and writes it to them: the first of a kind at once, what follows within the next
 * ten minutes together at their end. The messages and the end of what they tell of commit together, so that a restart in
 * between neither loses nor repeats anything.
 */
@Component
class AlertWork implements TenantWork {

    static final String KIND = "alerts";
    static final Duration GATHERED_FOR = Duration.ofMinutes(10);

    private static final int MOST = 5_000;

    private final AlertGateway gateway;
    private final AlertWording wording;
    private final StaffAlerts alerts;
    private final Doorbell doorbell;
    private final Retrying retrying;
    private final Clock clock;

    AlertWork(
            AlertGateway gateway,
            AlertWording wording,
            StaffAlerts alerts,
            Doorbell doorbell,
            Retrying retrying,
            Clock clock) {
        this.gateway = gateway;
        this.wording = wording;
        this.alerts = alerts;
        this.doorbell = doorbell;
        this.retrying = retrying;
        this.clock = clock;
    }

    /** Notes things in the caller's transaction; they are told after its commit. */
    void note(AlertKind kind, Collection<Item> items) {
        if (!items.isEmpty()) {
            gateway.add(kind, items, clock.instant());
            doorbell.ring(KIND, Acting.current().tenantId());
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Actor actor() {
        return Actor.job("alerts", Permission.FACTS_RECORD);
    }

    @Override
    public boolean pending() {
        return !gateway.due(clock.instant()).isEmpty();
    }

    @Override
    public int drain() {
        return gateway.due(clock.instant()).stream()
                .mapToInt(kind -> retrying.inTransaction(() -> tell(kind)))
                .sum();
    }

    private int tell(AlertKind kind) {
        Instant now = clock.instant();
        if (!gateway.claim(kind, now, now.plus(GATHERED_FOR))) {
            return 0;
        }
        List<Noted> noted = gateway.waiting(kind, MOST);
        if (noted.isEmpty()) {
            return 0;
        }
        List<Item> items = noted.stream().map(Noted::item).toList();
        alerts.tell(
                kind,
                wording.words(kind, items),
                AlertWording.oldest(items).orderNumber(),
                noted.getFirst().id().toString());
        gateway.forget(noted);
        return noted.size();
    }
}
