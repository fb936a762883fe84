package com.dingshu.orders;

import com.dingshu.shared.Ids;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Actor;
import com.dingshu.tenancy.Db;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code order_fact}: the timeline, only ever added to. */
@Repository
class OrderFactGateway {

    private static final int LONGEST_REASON = 500;

    private final JdbcTemplate batch;
    private final JdbcClient jdbc;

    OrderFactGateway(JdbcTemplate batch, JdbcClient jdbc) {
        this.batch = batch;
        this.jdbc = jdbc;
    }

    void append(Collection<Order> orders) {
        Acting acting = Acting.current();
        Actor actor = acting.actor();
        List<Object[]> rows = new ArrayList<>();
        for (Order order : orders) {
            for (News.Fact fact : order.news().facts()) {
                rows.add(new Object[] {
                    acting.tenantId(),
                    Db.uuid(order.id()),
                    Db.uuid(Ids.next()),
                    Db.time(fact.at()),
                    fact.kind().name(),
                    actor.kind().name(),
                    actor.name(),
                    fact.reason() == null ? null : Packed.cut(fact.reason(), LONGEST_REASON),
                    Packed.cut(Packed.join(fact.args()), LONGEST_REASON)
                });
            }
        }
        if (!rows.isEmpty()) {
            batch.batchUpdate("""
                    insert into order_fact (tenant_id, order_id, id, at, kind, actor_kind, actor_name, reason, args)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?)""", rows);
        }
    }

    /** Oldest first. */
    List<TimelineEntry> of(UUID orderId) {
        return jdbc.sql("""
                select at, kind, actor_kind, actor_name, reason, args from order_fact
                where tenant_id = :tenant and order_id = :order order by at, id""")
                .param("tenant", Acting.current().tenantId())
                .param("order", Db.uuid(orderId))
                .query((row, n) -> new TimelineEntry(
                        Db.instant(row, "at"),
                        FactKind.valueOf(row.getString("kind")),
                        Actor.Kind.valueOf(row.getString("actor_kind")),
                        row.getString("actor_name"),
                        row.getString("reason"),
                        Packed.split(row.getString("args"))))
                .list();
    }
}
