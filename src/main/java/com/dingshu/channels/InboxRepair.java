package com.dingshu.channels;

import com.dingshu.catalog.ItemMappings;
import com.dingshu.channels.InboxAttempt.Step;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Doorbell;
import com.dingshu.tenancy.OperationLog;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Requires;
import java.time.Clock;
import java.util.Collection;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Repairs what could not be taken in. A rerun always uses the current mapping; running what is in the system already
 * changes nothing. Every act is logged. Many payloads are run again by {@link IntakeRuns}.
 */
@Service
@Transactional
public class InboxRepair {

    private static final int LONGEST_REASON = 300;

    private final RawGateway gateway;
    private final InboxGateway inbox;
    private final AttemptGateway attempts;
    private final ItemMappings items;
    private final OperationLog log;
    private final Doorbell doorbell;
    private final Clock clock;

    InboxRepair(
            RawGateway gateway,
            InboxGateway inbox,
            AttemptGateway attempts,
            ItemMappings items,
            OperationLog log,
            Doorbell doorbell,
            Clock clock) {
        this.gateway = gateway;
        this.inbox = inbox;
        this.attempts = attempts;
        this.items = items;
        this.log = log;
        this.doorbell = doorbell;
        this.clock = clock;
    }

    /** @return how many are run again */
    @Requires(Permission.CHANNELS_REPAIR)
    public int rerun(Collection<UUID> ids) {
        int count = gateway.requeue(ids, clock.instant());
        attempts.done(Step.RERUN, ids, null, clock.instant());
        ids.forEach(id -> log.recordManual("channels.rerun", "raw payload", id.toString(), null));
        if (count > 0) {
            doorbell.ring(RawInbox.KIND, Acting.current().tenantId());
        }
        return count;
    }

    /**
     * Maps an item to a SKU; everything that waits for it is run again by itself.
     *
     * @return how many payloads wait for it
     */
    @Requires(Permission.CHANNELS_REPAIR)
    public int mapItem(UUID shopId, String itemKey, UUID skuId) {
        int waiting = inbox.countWaitingFor(shopId, itemKey);
        items.map(shopId, itemKey, skuId);
        log.recordManual("channels.map-item", "item", itemKey, Integer.toString(waiting));
        return waiting;
    }

    /** Gives payloads up: nothing waits for them any more, they stay stored. */
    @Requires(Permission.CHANNELS_REPAIR)
    public int discard(Collection<UUID> ids, String reason) {
        String why = reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason;
        int count = gateway.discard(ids, clock.instant());
        attempts.done(Step.DISCARDED, ids, why, clock.instant());
        Acting.current()
                .because(why)
                .run(() -> ids.forEach(id -> log.recordManual("channels.discard", "raw payload", id.toString(), null)));
        return count;
    }
}
