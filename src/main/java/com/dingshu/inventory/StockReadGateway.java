package com.dingshu.inventory;

import com.dingshu.inventory.SkuStock.InWarehouse;
import com.dingshu.shared.Batches;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Actor;
import com.dingshu.tenancy.Db;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads of the stock pool for screens and other modules; nothing is locked. */
@Repository
class StockReadGateway {

    private static final int LINES_LOOKED_THROUGH = 5_000;

    private final JdbcClient jdbc;

    StockReadGateway(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<UUID, List<InWarehouse>> balances(Collection<UUID> skuIds) {
        Map<UUID, List<InWarehouse>> found = new HashMap<>();
        for (List<UUID> some : Batches.filledUp(skuIds)) {
            jdbc.sql("""
                    select b.sku_id, b.warehouse_id, b.on_hand, b.reserved, b.committed, b.in_inspection, b.damaged,
                      b.campaign_reserve, b.buffer_percent_times100, b.buffer_rounds_up, b.bin, b.movements
                    from stock_balance b join warehouse w on w.tenant_id = b.tenant_id and w.id = b.warehouse_id
                    where b.tenant_id = :tenant and b.sku_id in (:skus) order by w.code""")
                    .param("tenant", tenant())
                    .param("skus", some.stream().map(Db::uuid).toList())
                    .query((row, n) -> {
                        Balance balance = StockGateway.balance(row);
                        return found.computeIfAbsent(Db.uuid(row, "sku_id"), key -> new ArrayList<>())
                                .add(new InWarehouse(Db.uuid(row, "warehouse_id"), balance.figures(), balance.bin()));
                    })
                    .list();
        }
        return found;
    }

    Map<UUID, String> bins(UUID warehouseId, Collection<UUID> skuIds) {
        Map<UUID, String> found = new HashMap<>();
        for (List<UUID> some : Batches.filledUp(skuIds)) {
            jdbc.sql("""
                    select sku_id, bin from stock_balance
                    where tenant_id = :tenant and warehouse_id = :warehouse and sku_id in (:skus) and bin is not null""")
                    .param("tenant", tenant())
                    .param("warehouse", Db.uuid(warehouseId))
                    .param("skus", some.stream().map(Db::uuid).toList())
                    .query((row, n) -> found.put(Db.uuid(row, "sku_id"), row.getString("bin")))
                    .list();
        }
        return found;
    }

    /** The newest lines of one place below a number. */
    List<LedgerLine> ledger(UUID skuId, UUID warehouseId, long below, @Nullable MovementKind kind, int most) {
        return jdbc.sql("""
                select warehouse_id, number, at, kind, on_hand_change, reserved_change, committed_change,
                  available_change, on_hand, reserved, committed, available, order_id, order_number, document_id, cause,
                  actor_name, actor_kind
                from stock_movement
                where tenant_id = :tenant and sku_id = :sku and warehouse_id = :warehouse and number < :below
                  and (:kind is null or kind = :kind)
                order by number desc limit :most""")
                .param("tenant", tenant())
                .param("sku", Db.uuid(skuId))
                .param("warehouse", Db.uuid(warehouseId))
                .param("below", below)
                .param("kind", kind == null ? null : kind.name())
                .param("most", most)
                .query(StockReadGateway::line)
                .list();
    }

    /**
     * The last available figure of each stretch of a day in which anything moved, by warehouse; stretch −1 is everything
     * before. Only the newest lines are looked through, so what sells very fast has no figures for the earlier days.
     */
    Map<UUID, Map<Integer, Integer>> lastOfDays(UUID skuId, Instant from) {
        Map<UUID, Map<Integer, Integer>> found = new HashMap<>();
        jdbc.sql("""
                select m.warehouse_id, d.day, m.available from (
                  select r.warehouse_id, floor(greatest(timestampdiff(second, :from, r.at), -1) / 86400) as day,
                    max(r.number) as number
                  from stock_balance b join stock_movement r on r.tenant_id = b.tenant_id and r.sku_id = b.sku_id
                    and r.warehouse_id = b.warehouse_id and r.number > b.movements - :lines
                  where b.tenant_id = :tenant and b.sku_id = :sku group by r.warehouse_id, day) d
                join stock_movement m on m.tenant_id = :tenant and m.sku_id = :sku
                  and m.warehouse_id = d.warehouse_id and m.number = d.number""")
                .param("lines", LINES_LOOKED_THROUGH)
                .param("tenant", tenant())
                .param("sku", Db.uuid(skuId))
                .param("from", Db.time(from))
                .query(row -> {
                    found.computeIfAbsent(Db.uuid(row, "warehouse_id"), key -> new HashMap<>())
                            .put(row.getInt("day"), row.getInt("available"));
                });
        return found;
    }

    List<OpenReservation> reservations(UUID skuId, @Nullable UUID warehouseId, int most) {
        return jdbc.sql("""
                select order_id, order_number, warehouse_id, quantity, state, held_at, expires_at from stock_reservation
                where tenant_id = :tenant and sku_id = :sku and state in ('HELD', 'COMMITTED')
                  and (:warehouse is null or warehouse_id = :warehouse)
                order by held_at desc limit :most""")
                .param("tenant", tenant())
                .param("sku", Db.uuid(skuId))
                .param("warehouse", warehouseId == null ? null : Db.uuid(warehouseId))
                .param("most", most)
                .query((row, n) -> new OpenReservation(
                        Db.uuid(row, "order_id"),
                        row.getString("order_number"),
                        Db.uuid(row, "warehouse_id"),
                        row.getInt("quantity"),
                        ReservationState.valueOf(row.getString("state")),
                        Db.instant(row, "held_at"),
                        Db.instantOrNull(row, "expires_at")))
                .list();
    }

    private static LedgerLine line(ResultSet row, int n) throws SQLException {
        return new LedgerLine(
                Db.uuid(row, "warehouse_id"),
                row.getLong("number"),
                Db.instant(row, "at"),
                MovementKind.valueOf(row.getString("kind")),
                row.getInt("on_hand_change"),
                row.getInt("reserved_change"),
                row.getInt("committed_change"),
                row.getInt("available_change"),
                row.getInt("on_hand"),
                row.getInt("reserved"),
                row.getInt("committed"),
                row.getInt("available"),
                Db.uuidOrNull(row, "order_id"),
                row.getString("order_number"),
                Db.uuidOrNull(row, "document_id"),
                row.getString("cause"),
                row.getString("actor_name"),
                row.getString("actor_kind").equals(Actor.Kind.USER.name()));
    }

    private static int tenant() {
        return Acting.current().tenantId();
    }
}
