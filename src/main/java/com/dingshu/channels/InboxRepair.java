package com.dingshu.channels;

import com.dingshu.catalog.ItemMappings;
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
 * changes nothing. Every act is logged.
 */
@Service
@Transactional
public class InboxRepair {

    private final RawGateway gateway;
    private final ItemMappings items;
    private final OperationLog log;
    private final Doorbell doorbell;
    private final Clock clock;

    InboxRepair(RawGateway gateway, ItemMappings items, OperationLog log, Doorbell doorbell, Clock clock) {
        this.gateway = gateway;
        this.items = items;
        this.log = log;
        this.doorbell = doorbell;
        this.clock = clock;
    }

    /** @return how many are run again */
    @Requires(Permission.CHANNELS_REPAIR)
    public int rerun(Collection<UUID> ids) {
        int count = gateway.requeue(ids, clock.instant());
        return rung(
                "channels.rerun", ids.size() == 1 ? ids.iterator().next().toString() : ids.size() + " payloads", count);
    }

    /** Runs everything of a channel again that waits for the same reason in the same field. */
    @Requires(Permission.CHANNELS_REPAIR)
    public int rerunAlike(String channel, String problemKind, String problemField) {
        int count = gateway.requeueAlike(channel, problemKind, problemField, clock.instant());
        return rung("channels.rerun-alike", channel + " " + problemKind + " " + problemField, count);
    }

    /** Maps an item to a SKU; everything that waits for it is run again by itself. */
    @Requires(Permission.CHANNELS_REPAIR)
    public void mapItem(UUID shopId, String itemKey, UUID skuId) {
        items.map(shopId, itemKey, skuId);
    }

    /** Gives payloads up: nothing waits for them any more, they stay stored. */
    @Requires(Permission.CHANNELS_REPAIR)
    public int discard(Collection<UUID> ids, String reason) {
        int count = gateway.discard(ids, clock.instant());
        log.recordManual(
                "channels.discard", "raw payload", ids.iterator().next().toString(), reason);
        return count;
    }

    private int rung(String action, String subject, int count) {
        log.recordManual(
                action, "raw payload", subject.length() > 100 ? subject.substring(0, 100) : subject, count + "");
        if (count > 0) {
            doorbell.ring(RawInbox.KIND, Acting.current().tenantId());
        }
        return count;
    }
}
