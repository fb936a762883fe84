package com.dingshu.orders;

import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Db;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds orders whose time has come; whether it really has is judged again under lock. */
@Repository
class OrderDueGateway {

    private final JdbcClient jdbc;

    OrderDueGateway(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<UUID> timers(Instant now, int most) {
        return due(
                "select id from orders where tenant_id = :tenant and timer_at <= :now order by timer_at limit :most",
                now,
                most);
    }

    List<UUID> shortages(Instant now, int most) {
        return due("""
                select order_id from order_hold
                where tenant_id = :tenant and retry_at <= :now order by retry_at limit :most""", now, most);
    }

    private List<UUID> due(String sql, Instant now, int most) {
        return jdbc.sql(sql)
                .param("tenant", Acting.current().tenantId())
                .param("now", Db.time(now))
                .param("most", most)
                .query((row, n) -> com.dingshu.shared.Ids.uuid(row.getBytes(1)))
                .list();
    }
}
