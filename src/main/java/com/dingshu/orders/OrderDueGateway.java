package com.dingshu.orders;

import com.dingshu.orders.DueOrders.Due;
import com.dingshu.orders.DueOrders.Kind;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Db;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Finds orders whose time has come, without those that failed and are put off; whether it really has is judged again under
 * lock.
 */
@Repository
class OrderDueGateway {

    private static final int LONGEST_PAUSE_DOUBLINGS = 6;

    private final JdbcClient jdbc;

    OrderDueGateway(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Due> timers(Instant now, int most) {
        return due(Kind.TIMER, """
                select due.id as id, coalesce(failed.failures, 0) as failures
                from orders due left join order_put_off failed
                  on failed.tenant_id = :tenant and failed.order_id = due.id and failed.kind = :kind
                where due.tenant_id = :tenant and due.timer_at <= :now
                  and (failed.retry_at is null or failed.retry_at <= :now)
                order by due.timer_at limit :most""", now, most);
    }

    List<Due> shortages(Instant now, int most) {
        return due(Kind.SHORTAGE, """
                select due.order_id as id, coalesce(failed.failures, 0) as failures
                from order_hold due left join order_put_off failed
                  on failed.tenant_id = :tenant and failed.order_id = due.order_id and failed.kind = :kind
                where due.tenant_id = :tenant and due.retry_at <= :now
                  and (failed.retry_at is null or failed.retry_at <= :now)
                order by due.retry_at limit :most""", now, most);
    }

    private List<Due> due(Kind kind, String sql, Instant now, int most) {
        return jdbc.sql(sql)
                .param("tenant", Acting.current().tenantId())
                .param("kind", kind.name())
                .param("now", Db.time(now))
                .param("most", most)
                .query((row, n) -> new Due(Db.uuid(row, "id"), row.getInt("failures")))
                .list();
    }

    /** Not before a minute from now, then two, four, at most an hour and four minutes. */
    void putOff(Kind kind, Due order, String fault, Instant now) {
        int doublings = Math.min(order.failures(), LONGEST_PAUSE_DOUBLINGS);
        jdbc.sql("""
                insert into order_put_off (tenant_id, order_id, kind, failures, retry_at, fault)
                values (:tenant, :order, :kind, :failures, :retry, :fault)
                on duplicate key update failures = values(failures), retry_at = values(retry_at), fault = values(fault)""")
                .param("tenant", Acting.current().tenantId())
                .param("order", Db.uuid(order.id()))
                .param("kind", kind.name())
                .param("failures", order.failures() + 1)
                .param("retry", Db.time(now.plus(Duration.ofMinutes(1L << doublings))))
                .param("fault", fault)
                .update();
    }

    void recovered(Kind kind, UUID order) {
        jdbc.sql("delete from order_put_off where tenant_id = :tenant and order_id = :order and kind = :kind")
                .param("tenant", Acting.current().tenantId())
                .param("order", Db.uuid(order))
                .param("kind", kind.name())
                .update();
    }
}
