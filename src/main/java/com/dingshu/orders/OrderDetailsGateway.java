package com.dingshu.orders;

import com.dingshu.shared.Batches;
import com.dingshu.shared.Ids;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Db;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads everything about one order: five statements, however many lines it has. */
@Repository
class OrderDetailsGateway {

    private static final int MOST_PURCHASES = 1_000;

    private final JdbcClient jdbc;

    OrderDetailsGateway(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The sealed receiver of an order and what is needed to open it. */
    @SuppressWarnings("ArrayRecordComponent")
    record Sealed(UUID orderId, String orderNumber, UUID customerId, byte @Nullable [] contact) {}

    Optional<UUID> idOf(String orderNumber) {
        return jdbc.sql("select id from orders where tenant_id = :tenant and order_number = :number")
                .param("tenant", tenant())
                .param("number", orderNumber)
                .query((row, n) -> Ids.uuid(row.getBytes(1)))
                .optional();
    }

    Optional<Sealed> sealed(UUID id) {
        return sealed(List.of(id)).stream().findFirst();
    }

    List<Sealed> sealed(Collection<UUID> ids) {
        List<Sealed> found = new ArrayList<>();
        for (List<UUID> portion : Batches.filledUp(ids)) {
            found.addAll(jdbc.sql("""
                    select id, order_number, customer_id, contact from orders
                    where tenant_id = :tenant and id in (:ids)""")
                    .param("tenant", tenant())
                    .param("ids", portion.stream().map(Db::uuid).toList())
                    .query((row, n) -> new Sealed(
                            Db.uuid(row, "id"),
                            row.getString("order_number"),
                            Db.uuid(row, "customer_id"),
                            row.getBytes("contact")))
                    .list());
        }
        return found;
    }

    @Nullable
    UUID warehouseOf(UUID id) {
        return jdbc.sql("select warehouse_id from orders where tenant_id = :tenant and id = :id")
                .param("tenant", tenant())
                .param("id", Db.uuid(id))
                .query((row, n) -> Optional.ofNullable(Db.uuidOrNull(row, "warehouse_id")))
                .optional()
                .flatMap(Function.identity())
                .orElse(null);
    }

    List<Standing> standings(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                select id, order_number, anchor, active_holds, blocked_kind, blocked_args, warehouse_id, released_at,
                  contact_version,
                  clock_started_at, due_at, paused_at, clock_stopped_at, paused_seconds
                from orders where tenant_id = :tenant and id in (:ids)""")
                .param("tenant", tenant())
                .param(
                        "ids",
                        Batches.filledUp(ids).stream()
                                .flatMap(List::stream)
                                .map(Db::uuid)
                                .toList())
                .query((row, n) -> new Standing(
                        Db.uuid(row, "id"),
                        row.getString("order_number"),
                        Anchor.valueOf(row.getString("anchor")),
                        row.getInt("active_holds") > 0,
                        BoardGateway.blockedBy(row),
                        Db.uuidOrNull(row, "warehouse_id"),
                        Db.instantOrNull(row, "released_at"),
                        row.getInt("contact_version"),
                        BoardGateway.clock(row)))
                .list();
    }

    Optional<OrderDetails> details(
            UUID id, BoardGateway.Names names, Function<List<UUID>, Map<UUID, String>> skuCodes) {
        List<LineRow> lines = lines(id);
        Map<UUID, String> codes =
                skuCodes.apply(lines.stream().map(LineRow::skuId).distinct().toList());
        return jdbc.sql("select * from orders where tenant_id = :tenant and id = :id")
                .param("tenant", tenant())
                .param("id", Db.uuid(id))
                .query((row, n) -> details(
                        row, names, lines.stream().map(line -> line.line(codes)).toList()))
                .optional();
    }

    private OrderDetails details(ResultSet row, BoardGateway.Names names, List<OrderDetails.Line> lines)
            throws SQLException {
        OrderSummary summary = BoardGateway.summary(row, names);
        UUID customer = Db.uuid(row, "customer_id");
        return new OrderDetails(
                summary,
                row.getString("channel_order_no"),
                customer,
                purchases(customer, summary),
                money(row),
                lines,
                holds(summary.id()),
                notes(summary.id()),
                facts(row),
                Packed.split(row.getString("doubts")),
                row.getBoolean("contact_masked"),
                row.getString("country"),
                row.getString("province"),
                row.getString("city"),
                row.getString("buyer_note"),
                row.getString("seller_note"),
                Packed.map(row.getString("ext")),
                Db.uuidOrNull(row, "raw_payload_id"),
                row.getInt("mapping_version"),
                Db.instantOrNull(row, "ship_by"),
                row.getString("declared_payment") != null);
    }

    static OrderDetails.Money money(ResultSet row) throws SQLException {
        return new OrderDetails.Money(
                row.getString("currency"),
                row.getLong("goods_minor"),
                row.getLong("line_discounts_minor"),
                row.getLong("order_discount_minor"),
                row.getLong("coupon_minor"),
                row.getLong("points_minor"),
                row.getLong("other_minor"),
                row.getLong("freight_minor"),
                row.getLong("tax_minor"),
                row.getLong("due_minor"),
                row.getLong("paid_minor"),
                row.getLong("refunded_minor"));
    }

    private static OrderDetails.Facts facts(ResultSet row) throws SQLException {
        boolean unpaid = row.getString("anchor").equals(Anchor.PENDING_CONFIRMATION.name());
        return new OrderDetails.Facts(
                Db.instant(row, "placed_at"),
                Db.instant(row, "taken_in_at"),
                Db.instantOrNull(row, "reserved_at"),
                Db.instantOrNull(row, "paid_at"),
                Db.instantOrNull(row, "reviewed_at"),
                Db.instantOrNull(row, "released_at"),
                Db.instantOrNull(row, "label_printed_at"),
                Db.instantOrNull(row, "picked_at"),
                Db.instantOrNull(row, "packed_at"),
                Db.instantOrNull(row, "shipped_at"),
                Db.instantOrNull(row, "collected_at"),
                Db.instantOrNull(row, "delivered_at"),
                Db.instantOrNull(row, "completed_at"),
                Db.instantOrNull(row, "closed_at"),
                unpaid ? Db.instantOrNull(row, "timer_at") : null);
    }

    private int purchases(UUID customer, OrderSummary summary) {
        return jdbc.sql("""
                select count(*) from (select 1 as one from orders force index (ix_orders_customer)
                  where tenant_id = :tenant and customer_id = :customer and placed_at <= :placed limit :most) as counted""")
                .param("tenant", tenant())
                .param("customer", Db.uuid(customer))
                .param("placed", Db.time(summary.placedAt()))
                .param("most", MOST_PURCHASES)
                .query(Integer.class)
                .single();
    }

    /** A line as stored, before its SKU's code is known. */
    private record LineRow(UUID skuId, Function<String, OrderDetails.Line> make) {

        OrderDetails.Line line(Map<UUID, String> codes) {
            return make.apply(codes.getOrDefault(skuId, ""));
        }
    }

    private List<LineRow> lines(UUID order) {
        return jdbc.sql("select * from order_line where tenant_id = :tenant and order_id = :order order by position")
                .param("tenant", tenant())
                .param("order", Db.uuid(order))
                .query(OrderDetailsGateway::line)
                .list();
    }

    private static LineRow line(ResultSet row, int n) throws SQLException {
        OrderDetails.Line line = new OrderDetails.Line(
                Db.uuid(row, "id"),
                row.getString("channel_line_no"),
                Db.uuid(row, "sku_id"),
                "",
                row.getString("name"),
                row.getString("spec"),
                row.getInt("quantity"),
                row.getLong("unit_price_minor"),
                row.getLong("line_discount_minor"),
                row.getLong("order_discount_minor"),
                row.getLong("coupon_minor"),
                row.getLong("points_minor"),
                row.getLong("other_minor"),
                row.getLong("payable_minor"),
                row.getLong("freight_minor"),
                row.getLong("tax_minor"),
                row.getBoolean("gift"),
                row.getInt("withdrawn"),
                row.getBoolean("refund_asked"),
                Packed.map(row.getString("ext")));
        return new LineRow(line.skuId(), line::coded);
    }

    private List<OrderDetails.Hold> holds(UUID order) {
        return jdbc.sql("select * from order_hold where tenant_id = :tenant and order_id = :order order by id")
                .param("tenant", tenant())
                .param("order", Db.uuid(order))
                .query((row, n) -> new OrderDetails.Hold(
                        Db.uuid(row, "id"),
                        HoldReason.valueOf(row.getString("reason")),
                        row.getString("code"),
                        Packed.split(row.getString("args")),
                        row.getString("remark"),
                        HoldState.valueOf(row.getString("state")),
                        Db.instant(row, "placed_at"),
                        row.getString("placed_by"),
                        Db.instantOrNull(row, "ended_at"),
                        row.getString("ended_by"),
                        row.getString("end_reason")))
                .list();
    }

    private List<OrderDetails.Note> notes(UUID order) {
        return jdbc.sql("select * from order_note where tenant_id = :tenant and order_id = :order order by id")
                .param("tenant", tenant())
                .param("order", Db.uuid(order))
                .query((row, n) -> new OrderDetails.Note(
                        Db.uuid(row, "id"),
                        row.getString("remark"),
                        row.getString("author"),
                        Db.instant(row, "written_at")))
                .list();
    }

    private static int tenant() {
        return Acting.current().tenantId();
    }
}
