package com.dingshu.orders;

import com.dingshu.customers.MaskedContact;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Db;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads orders for exports, a portion at a time. */
@Repository
class ExportGateway {

    private static final Instant EARLIEST = Instant.parse("1000-01-01T00:00:00Z");
    private static final UUID LOWEST = new UUID(0, 0);

    private final JdbcClient jdbc;

    ExportGateway(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An order that is completed, and since when. */
    record Completed(UUID id, Instant placedAt, @Nullable Instant completedAt) {}

    /** The next completed orders placed before {@code placedBefore}, oldest first, whenever they were completed. */
    List<Completed> completed(Instant placedBefore, @Nullable Completed after, int most) {
        Map<String, Object> params = new HashMap<>();
        params.put("tenant", Acting.current().tenantId());
        params.put("low", Db.time(after == null ? EARLIEST : after.placedAt()));
        params.put("high", Db.time(placedBefore));
        params.put("key", Db.uuid(after == null ? LOWEST : after.id()));
        params.put("most", most);
        return jdbc.sql("""
                select id, placed_at, completed_at from orders force index (ix_orders_stage_placed)
                where tenant_id = :tenant and stage = 'COMPLETED' and placed_at between :low and :high
                and (placed_at > :low or id > :key) order by placed_at, id limit :most""")
                .params(params)
                .query((row, n) -> new Completed(
                        Db.uuid(row, "id"), Db.instant(row, "placed_at"), Db.instantOrNull(row, "completed_at")))
                .list();
    }

    Map<UUID, ExportRow> rows(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("""
                        select id, order_number, channel, shop_id, channel_order_no, anchor, payment_status, after_sales,
                          item_text, units, currency, goods_minor, line_discounts_minor, order_discount_minor, coupon_minor,
                          points_minor, other_minor, freight_minor, tax_minor, due_minor, paid_minor, refunded_minor, masked_name,
                          masked_phone, masked_address, customer_id, contact, warehouse_id, carrier, waybill_no, buyer_note,
                          seller_note, tags, placed_at, paid_at, shipped_at, completed_at
                        from orders where tenant_id = :tenant and id in (:ids)""")
                .param("tenant", Acting.current().tenantId())
                .param("ids", ids.stream().map(Db::uuid).toList())
                .query((row, n) -> row(row))
                .list()
                .stream()
                .collect(Collectors.toMap(ExportRow::id, Function.identity()));
    }

    private static ExportRow row(ResultSet row) throws SQLException {
        String afterSales = row.getString("after_sales");
        return new ExportRow(
                Db.uuid(row, "id"),
                row.getString("order_number"),
                row.getString("channel"),
                Db.uuid(row, "shop_id"),
                row.getString("channel_order_no"),
                Anchor.valueOf(row.getString("anchor")),
                PaymentStatus.valueOf(row.getString("payment_status")),
                afterSales == null ? null : AfterSalesFlag.valueOf(afterSales),
                row.getString("item_text"),
                row.getInt("units"),
                OrderDetailsGateway.money(row),
                new MaskedContact(
                        row.getString("masked_name"), row.getString("masked_phone"), row.getString("masked_address")),
                Db.uuid(row, "customer_id"),
                row.getBytes("contact"),
                Db.uuidOrNull(row, "warehouse_id"),
                row.getString("carrier"),
                row.getString("waybill_no"),
                row.getString("buyer_note"),
                row.getString("seller_note"),
                Packed.split(row.getString("tags")),
                Db.instant(row, "placed_at"),
                Db.instantOrNull(row, "paid_at"),
                Db.instantOrNull(row, "shipped_at"),
                Db.instantOrNull(row, "completed_at"));
    }
}
