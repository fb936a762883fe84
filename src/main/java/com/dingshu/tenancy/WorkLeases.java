package com.dingshu.tenancy;

import com.dingshu.shared.Ids;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps one kind of work of one tenant to one node for a while, so that nodes do not fight over rows. */
@Component
class WorkLeases {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final WorkSettings settings;
    private final String node = Ids.next().toString();
    private final Map<Doorbell.Ring, Instant> held = new ConcurrentHashMap<>();

    WorkLeases(JdbcClient jdbc, Clock clock, WorkSettings settings) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.settings = settings;
    }

    boolean acquire(Doorbell.Ring work) {
        Instant now = clock.instant();
        Instant until = held.get(work);
        if (until != null && now.isBefore(until.minus(settings.lease().dividedBy(2)))) {
            return true;
        }
        boolean mine = take(work, now);
        if (mine) {
            held.put(work, now.plus(settings.lease()));
        } else {
            held.remove(work);
        }
        return mine;
    }

    private boolean take(Doorbell.Ring work, Instant now) {
        return extend(work, now) || insert(work, now);
    }

    private boolean extend(Doorbell.Ring work, Instant now) {
        return jdbc.sql("""
                        update work_lease set owner = :node, until_at = :until
                        where kind = :kind and tenant_id = :tenant and (owner = :node or until_at < :now)""")
                        .param("node", node)
                        .param("until", Db.time(now.plus(settings.lease())))
                        .param("now", Db.time(now))
                        .param("kind", work.kind())
                        .param("tenant", work.tenantId())
                        .update()
                == 1;
    }

    private boolean insert(Doorbell.Ring work, Instant now) {
        try {
            return jdbc.sql("""
                            insert into work_lease (kind, tenant_id, owner, until_at)
                            values (:kind, :tenant, :node, :until)""")
                            .param("kind", work.kind())
                            .param("tenant", work.tenantId())
                            .param("node", node)
                            .param("until", Db.time(now.plus(settings.lease())))
                            .update()
                    == 1;
        } catch (DuplicateKeyException anothers) {
            return false;
        }
    }
}
