package com.dingshu.orders;

import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Db;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts what keeps the orders of the exception pile, the oldest first and no more than the board counts. */
@Repository
class OrderHeldGateway {

    private final JdbcClient jdbc;

    OrderHeldGateway(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<HeldFigures> byReason() {
        return jdbc.sql("""
                select reason, paid_short, count(*) as orders, min(held_at) as since from (
                  select h.reason as reason, h.placed_at as held_at,
                    coalesce(h.reason = 'SHORTAGE' and h.code = 'paid-but-short', false) as paid_short
                  from orders o left join order_hold h
                    on h.tenant_id = :tenant and h.order_id = o.id and h.state = 'ACTIVE'
                  where o.tenant_id = :tenant and o.stage in ('EXCEPTION', 'PAID_SHORT')
                  order by o.placed_at, o.id limit :most) as held
                group by reason, paid_short order by orders desc, reason""")
                .param("tenant", Acting.current().tenantId())
                .param("most", BoardCounts.CAP)
                .query((row, n) -> {
                    String reason = row.getString("reason");
                    return new HeldFigures(
                            reason == null ? null : HoldReason.valueOf(reason),
                            row.getLong("orders"),
                            Db.instantOrNull(row, "since"),
                            row.getBoolean("paid_short"));
                })
                .list();
    }
}
