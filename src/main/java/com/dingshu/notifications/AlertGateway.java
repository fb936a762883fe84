package com.dingshu.notifications;

import com.dingshu.shared.Ids;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Db;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes {@code alert_item} and {@code alert_window}. */
@Repository
class AlertGateway {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;

    AlertGateway(JdbcClient jdbc, NamedParameterJdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    /**
     * One thing to be told of.
     *
     * @param happenedAt by which the oldest is found
     * @param skuId of a shortage; null otherwise
     * @param available of that SKU at that moment
     */
    record Item(
            UUID orderId,
            String orderNumber,
            Instant happenedAt,
            @Nullable UUID skuId,
            int wanted,
            int available) {

        static Item of(UUID orderId, String orderNumber, Instant happenedAt) {
            return new Item(orderId, orderNumber, happenedAt, null, 0, 0);
        }
    }

    /** Written down, with the row's own id. */
    record Noted(UUID id, Item item) {}

    void add(AlertKind kind, Collection<Item> items, Instant now) {
        SqlParameterSource[] rows = items.stream()
                .map(item -> new MapSqlParameterSource()
                        .addValue("tenant", tenant())
                        .addValue("id", Db.uuid(Ids.next()))
                        .addValue("kind", kind.name())
                        .addValue("order", Db.uuid(item.orderId()))
                        .addValue("number", item.orderNumber())
                        .addValue("at", Db.time(item.happenedAt()))
                        .addValue("sku", item.skuId() == null ? null : Db.uuid(item.skuId()))
                        .addValue("wanted", item.wanted())
                        .addValue("available", item.available()))
                .toArray(SqlParameterSource[]::new);
        batch.batchUpdate("""
                insert into alert_item (tenant_id, id, kind, order_id, order_number, happened_at, sku_id, wanted, available)
                values (:tenant, :id, :kind, :order, :number, :at, :sku, :wanted, :available)""", rows);
        jdbc.sql("""
                insert into alert_window (tenant_id, kind, next_at) values (:tenant, :kind, :now)
                on duplicate key update kind = kind""")
                .param("tenant", tenant())
                .param("kind", kind.name())
                .param("now", Db.time(now))
                .update();
    }

    /** Kinds of which something waits and a message may go out. */
    List<AlertKind> due(Instant now) {
        return jdbc.sql("""
                select w.kind from alert_window w
                where w.tenant_id = :tenant and w.next_at <= :now
                and exists (select 1 from alert_item i where i.tenant_id = :tenant and i.kind = w.kind)""")
                .param("tenant", tenant())
                .param("now", Db.time(now))
                .query((row, n) -> AlertKind.valueOf(row.getString("kind")))
                .list();
    }

    /**
     * Takes the right to send the next message of a kind; the row stays locked until the transaction ends.
     *
     * @return false when another was faster
     */
    boolean claim(AlertKind kind, Instant now, Instant next) {
        return jdbc.sql("""
                        update alert_window set next_at = :next
                        where tenant_id = :tenant and kind = :kind and next_at <= :now""")
                        .param("tenant", tenant())
                        .param("kind", kind.name())
                        .param("now", Db.time(now))
                        .param("next", Db.time(next))
                        .update()
                == 1;
    }

    /** Oldest first by when they were written down. */
    List<Noted> waiting(AlertKind kind, int most) {
        return jdbc.sql("""
                select id, order_id, order_number, happened_at, sku_id, wanted, available from alert_item
                where tenant_id = :tenant and kind = :kind order by id limit :most""")
                .param("tenant", tenant())
                .param("kind", kind.name())
                .param("most", most)
                .query((row, n) -> new Noted(
                        Db.uuid(row, "id"),
                        new Item(
                                Db.uuid(row, "order_id"),
                                row.getString("order_number"),
                                Db.instant(row, "happened_at"),
                                Db.uuidOrNull(row, "sku_id"),
                                row.getInt("wanted"),
                                row.getInt("available"))))
                .list();
    }

    void forget(Collection<Noted> told) {
        SqlParameterSource[] rows = told.stream()
                .map(one ->
                        new MapSqlParameterSource().addValue("tenant", tenant()).addValue("id", Db.uuid(one.id())))
                .toArray(SqlParameterSource[]::new);
        batch.batchUpdate("delete from alert_item where tenant_id = :tenant and id = :id", rows);
    }

    private static int tenant() {
        return Acting.current().tenantId();
    }
}
