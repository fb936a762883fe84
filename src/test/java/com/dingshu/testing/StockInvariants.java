package com.dingshu.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Checks a merchant's stock by plain SQL on a connection of its own, without any code of the product: balances are the
 * sums of the ledger and of the open reservations, at no moment was more taken than was there, and every reservation has
 * ended at most once.
 */
public final class StockInvariants {

    private static final Map<String, String> CHECKS = new LinkedHashMap<>();

    static {
        CHECKS.put("balance = sum of the ledger, running numbers without gaps", """
                select hex(b.sku_id), b.on_hand, b.reserved, b.committed, b.movements, m.h, m.r, m.c, m.n, m.last
                from stock_balance b left join (
                  select warehouse_id, sku_id, sum(on_hand_change) h, sum(reserved_change) r, sum(committed_change) c,
                    count(*) n, max(number) last
                  from stock_movement where tenant_id = ? group by warehouse_id, sku_id) m
                  on m.warehouse_id = b.warehouse_id and m.sku_id = b.sku_id
                where b.tenant_id = ? and not (b.on_hand = coalesce(m.h, 0) and b.reserved = coalesce(m.r, 0)
                  and b.committed = coalesce(m.c, 0) and b.movements = coalesce(m.n, 0)
                  and b.movements = coalesce(m.last, 0))""");
        CHECKS.put("reserved = sum of the held, committed = sum of the committed reservations", """
                select hex(b.sku_id), b.reserved, r.held, b.committed, r.committed
                from stock_balance b left join (
                  select warehouse_id, sku_id, sum(case when state = 'HELD' then quantity else 0 end) held,
                    sum(case when state = 'COMMITTED' then quantity else 0 end) committed
                  from stock_reservation where tenant_id = ? group by warehouse_id, sku_id) r
                  on r.warehouse_id = b.warehouse_id and r.sku_id = b.sku_id
                where b.tenant_id = ? and not (b.reserved = coalesce(r.held, 0)
                  and b.committed = coalesce(r.committed, 0))""");
        CHECKS.put(
                "every line of the ledger carries the sum so far, and nothing was ever below zero or taken twice", """
                select * from (
                  select hex(sku_id) sku, number, kind, on_hand, reserved, committed,
                    sum(on_hand_change) over w h, sum(reserved_change) over w r, sum(committed_change) over w c
                  from stock_movement where tenant_id = ? and tenant_id = ?
                  window w as (partition by warehouse_id, sku_id order by number
                    rows between unbounded preceding and current row)) x
                where on_hand <> h or reserved <> r or committed <> c or h < 0 or r < 0 or c < 0 or r + c > h""");
        CHECKS.put("no order took pieces that were not available", """
                select hex(sku_id), number, kind, available from stock_movement
                where tenant_id = ? and tenant_id = ? and kind in ('RESERVED', 'TAKEN_PAID') and available < 0""");
        CHECKS.put("an order's lines in the ledger add up to where its reservations stand", """
                select hex(r.order_id), r.order_number, r.held, m.r, r.committed, m.c, r.consumed, m.h from (
                  select order_id, order_number, warehouse_id, sku_id,
                    sum(case when state = 'HELD' then quantity else 0 end) held,
                    sum(case when state = 'COMMITTED' then quantity else 0 end) committed,
                    sum(case when state = 'CONSUMED' then quantity else 0 end) consumed
                  from stock_reservation where tenant_id = ?
                  group by order_id, order_number, warehouse_id, sku_id) r
                left join (
                  select order_id, warehouse_id, sku_id, sum(on_hand_change) h, sum(reserved_change) r,
                    sum(committed_change) c
                  from stock_movement where tenant_id = ? and order_id is not null
                  group by order_id, warehouse_id, sku_id) m
                  on m.order_id = r.order_id and m.warehouse_id = r.warehouse_id and m.sku_id = r.sku_id
                where not (r.held = coalesce(m.r, 0) and r.committed = coalesce(m.c, 0)
                  and r.consumed = -coalesce(m.h, 0))""");
        CHECKS.put("a line of an order has pieces once, and from one warehouse with the order's other lines", """
                select hex(order_id), count(distinct round), count(distinct warehouse_id) from stock_reservation
                where tenant_id = ? and tenant_id = ? and state <> 'RELEASED'
                group by order_id having count(distinct round) > 1 or count(distinct warehouse_id) > 1""");
        CHECKS.put("an ended reservation says when and why, an open one does not", """
                select hex(order_id), state, ended_at from stock_reservation
                where tenant_id = ? and tenant_id = ?
                and (ended_at is not null and end_cause is not null) <> (state in ('RELEASED', 'CONSUMED'))""");
    }

    private StockInvariants() {}

    /** What does not hold for the merchant; empty when all is well. */
    public static List<String> violations(int tenantId) {
        List<String> found = new ArrayList<>();
        try (Connection connection = TestDatabase.connect()) {
            for (Map.Entry<String, String> check : CHECKS.entrySet()) {
                rows(connection, check.getValue(), tenantId)
                        .forEach(row -> found.add("Not so: " + check.getKey() + ": " + row));
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return found;
    }

    private static List<String> rows(Connection connection, String sql, int tenantId) throws SQLException {
        List<String> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, tenantId);
            statement.setInt(2, tenantId);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    List<String> values = new ArrayList<>();
                    for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                        values.add(rows.getMetaData().getColumnLabel(column) + "=" + rows.getString(column));
                    }
                    found.add(values.toString());
                }
            }
        }
        return found;
    }
}
