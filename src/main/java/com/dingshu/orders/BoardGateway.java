package com.dingshu.orders;

import com.dingshu.customers.MaskedContact;
import com.dingshu.shared.Ids;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Db;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads rows of the board. Pages go by key over a range with two ends and a named index, since the database picks a wrong
 * one by itself and then reads everything; nothing is counted past the cap, and nothing is skipped by OFFSET.
 */
@Repository
class BoardGateway {

    private static final Instant EARLIEST = Instant.parse("1000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-30T00:00:00Z");
    private static final UUID LOWEST = new UUID(0, 0);
    private static final UUID HIGHEST = new UUID(-1, -1);

    private static final String COLUMNS = """
            id, order_number, channel, shop_id, anchor, payment_status, review_status, after_sales, stage, blocked_kind,
            blocked_args, clock_started_at, due_at, paused_at, clock_stopped_at, paused_seconds, paid_minor, due_minor, currency, item_text,
            units, masked_name, masked_phone, masked_address, warehouse_id, carrier, waybill_no, tags, placed_at, urgency""";

    private final JdbcClient jdbc;

    BoardGateway(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How rows get the names of what they only have the ids of. */
    interface Names {
        String shop(UUID id);

        String warehouse(@Nullable UUID id);
    }

    /** One ordered stretch of one index. */
    private record Stretch(String index, String where) {

        String from() {
            return " from orders force index (" + index + ") where tenant_id = :tenant and " + where;
        }
    }

    List<OrderSummary> page(BoardQuery query, Instant now, Names names, @Nullable OrderSummary after, int most) {
        boolean newest = query.sort() == BoardQuery.Sort.NEWEST_FIRST;
        String order = newest ? " order by placed_at desc, id desc" : " order by urgency, id";
        Map<String, Object> params = params(query, now, most);
        String key = newest ? newestAfter(after, params) : urgentAfter(after, params);
        List<String> selects = stretches(query).stream()
                .map(stretch -> "select " + COLUMNS + stretch.from() + key + order + " limit :most")
                .toList();
        String sql = selects.size() == 1
                ? selects.getFirst()
                : "(" + String.join(") union all (", selects) + ")" + order + " limit :most";
        return jdbc.sql(sql)
                .params(params)
                .query((row, n) -> summary(row, names))
                .list();
    }

    /** Counted to the cap. */
    int count(BoardQuery query, Instant now) {
        Map<String, Object> params = params(query, now, BoardCounts.CAP);
        String range =
                query.sort() == BoardQuery.Sort.NEWEST_FIRST ? newestAfter(null, params) : urgentAfter(null, params);
        int count = 0;
        for (Stretch stretch : stretches(query)) {
            count += jdbc.sql("select count(*) from (select 1 as one" + stretch.from() + range
                            + " limit :most) as counted")
                    .params(params)
                    .query(Integer.class)
                    .single();
        }
        return Math.min(count, BoardCounts.CAP);
    }

    /** The first so many orders of the list, in piles of those that are alike for a step. */
    List<BulkForecast.Pile> piles(BoardQuery query, Instant now, int most) {
        Map<String, Object> params = params(query, now, most);
        String range =
                query.sort() == BoardQuery.Sort.NEWEST_FIRST ? newestAfter(null, params) : urgentAfter(null, params);
        List<BulkForecast.Pile> piles = new ArrayList<>();
        for (Stretch stretch : stretches(query)) {
            piles.addAll(jdbc.sql(
                            """
                            select anchor, payment_status, review_status, blocked_kind, blocked_args, currency, count(*) as listed,
                              sum(paid_minor) as paid_minor
                            from (select anchor, payment_status, review_status, blocked_kind, currency, paid_minor,
                              case when blocked_kind = 'HOLD' then blocked_args else '' end as blocked_args"""
                                    + stretch.from()
                                    + range
                                    + " limit :most) as listed group by anchor, payment_status, review_status, blocked_kind, blocked_args, currency")
                    .params(params)
                    .query((row, n) -> pile(row))
                    .list());
        }
        return piles;
    }

    private static BulkForecast.Pile pile(ResultSet row) throws SQLException {
        return new BulkForecast.Pile(
                Anchor.valueOf(row.getString("anchor")),
                PaymentStatus.valueOf(row.getString("payment_status")),
                ReviewStatus.valueOf(row.getString("review_status")),
                blockedBy(row),
                row.getString("currency"),
                row.getLong("listed"),
                row.getLong("paid_minor"));
    }

    Set<UUID> takenInSince(UUID mark) {
        return jdbc.sql("select id from orders where tenant_id = :tenant and id > :mark order by id limit :most")
                .param("tenant", Acting.current().tenantId())
                .param("mark", Db.uuid(mark))
                .param("most", BoardCounts.CAP)
                .query((row, n) -> Ids.uuid(row.getBytes("id")))
                .set();
    }

    private static String newestAfter(@Nullable OrderSummary after, Map<String, Object> params) {
        params.put("low", Db.time(EARLIEST));
        params.put("high", Db.time(after == null ? LATEST : after.placedAt()));
        params.put("key", Db.uuid(after == null ? HIGHEST : after.id()));
        return " and placed_at between :low and :high and (placed_at < :high or id < :key)";
    }

    private static String urgentAfter(@Nullable OrderSummary after, Map<String, Object> params) {
        params.put("low", after == null ? Long.MIN_VALUE : after.urgency());
        params.put("high", Long.MAX_VALUE);
        params.put("key", Db.uuid(after == null ? LOWEST : after.id()));
        return " and urgency between :low and :high and (urgency > :low or id > :key)";
    }

    private static Map<String, Object> params(BoardQuery query, Instant now, int most) {
        Map<String, Object> params = new HashMap<>();
        params.put("tenant", Acting.current().tenantId());
        params.put("most", most);
        params.put("now", FulfilmentClock.micros(now));
        if (query.shopId() != null) {
            params.put("shop", Db.uuid(query.shopId()));
        }
        if (query.warehouseId() != null) {
            params.put("warehouse", Db.uuid(query.warehouseId()));
        }
        if (query.from() != null) {
            params.put("from", Db.time(query.from()));
        }
        if (query.to() != null) {
            params.put("to", Db.time(query.to()));
        }
        return params;
    }

    private static List<Stretch> stretches(BoardQuery query) {
        String filters = filters(query);
        boolean newest = query.sort() == BoardQuery.Sort.NEWEST_FIRST;
        return switch (query.view()) {
            case ALL -> List.of(new Stretch(indexOfAll(query, newest), "1 = 1" + filters));
            // why: the day's orders are few beside all that are older and still open
            case TODAY -> List.of(new Stretch("ix_orders_placed", "1 = 1" + filters));
            case REVIEW -> List.of(stage(Stage.REVIEW, newest, filters));
            case TO_SHIP -> List.of(stage(Stage.TO_SHIP, newest, filters));
            case EXCEPTION ->
                List.of(stage(Stage.EXCEPTION, newest, filters), stage(Stage.PAID_SHORT, newest, filters));
            case PAID_SHORT -> List.of(stage(Stage.PAID_SHORT, newest, filters));
            case REFUND_DUE -> List.of(stage(Stage.REFUND_DUE, newest, filters));
            case OVERDUE ->
                List.of(
                        stage(Stage.REVIEW, newest, " and urgency <= :now" + filters),
                        stage(Stage.TO_SHIP, newest, " and urgency <= :now" + filters));
        };
    }

    private static String indexOfAll(BoardQuery query, boolean newest) {
        if (newest) {
            return query.shopId() == null ? "ix_orders_placed" : "ix_orders_shop";
        }
        return "ix_orders_urgency";
    }

    private static Stretch stage(Stage stage, boolean newest, String filters) {
        return new Stretch(
                newest ? "ix_orders_stage_placed" : "ix_orders_stage_urgency", "stage = '" + stage + "'" + filters);
    }

    private static String filters(BoardQuery query) {
        return (query.shopId() == null ? "" : " and shop_id = :shop")
                + (query.warehouseId() == null ? "" : " and warehouse_id = :warehouse")
                + (query.from() == null ? "" : " and placed_at >= :from")
                + (query.to() == null ? "" : " and placed_at < :to");
    }

    List<OrderSummary> byIds(Collection<UUID> ids, Names names) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select " + COLUMNS + " from orders where tenant_id = :tenant and id in (:ids)")
                .param("tenant", Acting.current().tenantId())
                .param("ids", ids.stream().map(Db::uuid).toList())
                .query((row, n) -> summary(row, names))
                .list();
    }

    /** A customer's orders, the newest first. */
    List<OrderSummary> ofCustomer(UUID customer, Names names, @Nullable OrderSummary after, int most) {
        Map<String, Object> params = new HashMap<>();
        params.put("tenant", Acting.current().tenantId());
        params.put("customer", Db.uuid(customer));
        params.put("most", most);
        String key = newestAfter(after, params);
        return jdbc.sql("select " + COLUMNS
                        + " from orders force index (ix_orders_customer) where tenant_id = :tenant and customer_id = :customer"
                        + key + " order by placed_at desc, id desc limit :most")
                .params(params)
                .query((row, n) -> summary(row, names))
                .list();
    }

    /** Ids that the text leads to, with how; each way is one indexed look-up and ends at {@code most}. */
    Map<UUID, SearchHit.By> found(SearchKeys keys, int most) {
        List<String> ways = new ArrayList<>();
        Map<String, Object> params = new HashMap<>();
        params.put("tenant", Acting.current().tenantId());
        params.put("most", most);
        params.put("text", keys.text());
        ways.add(way(SearchHit.By.NUMBER, "uk_orders_number", "order_number = :text"));
        ways.add(way(SearchHit.By.CHANNEL_NUMBER, "uk_orders_channel", "channel_order_no = :text"));
        keys.put(params);
        if (keys.phone() != null) {
            ways.add(way(SearchHit.By.PHONE, "ix_orders_phone", "phone_index = :phone"));
        }
        if (keys.lastFour() != null) {
            ways.add(way(SearchHit.By.LAST_FOUR, "ix_orders_last_four", "last_four_index = :lastFour"));
        }
        if (keys.name() != null) {
            ways.add(way(SearchHit.By.NAME, "ix_orders_name", "name_index = :name"));
        }
        if (keys.sku() != null) {
            ways.add("(select distinct order_id as id, 'SKU' as way from (select order_id from order_line"
                    + " force index (ix_order_line_sku) where tenant_id = :tenant and sku_id = :sku"
                    + " order by id desc limit :most) as newest)");
        }
        Map<UUID, SearchHit.By> found = new HashMap<>();
        jdbc.sql(String.join(" union all ", ways)).params(params).query(row -> {
            found.putIfAbsent(Db.uuid(row, "id"), SearchHit.By.valueOf(row.getString("way")));
        });
        return found;
    }

    /** What a search text can stand for. */
    record SearchKeys(
            String text,
            byte @Nullable [] phone,
            byte @Nullable [] lastFour,
            byte @Nullable [] name,
            @Nullable UUID sku) {

        void put(Map<String, Object> params) {
            params.put("phone", phone);
            params.put("lastFour", lastFour);
            params.put("name", name);
            params.put("sku", sku == null ? null : Db.uuid(sku));
        }
    }

    private static String way(SearchHit.By by, String index, String where) {
        return "(select id, '" + by + "' as way from orders force index (" + index + ") where tenant_id = :tenant and "
                + where + " order by id desc limit :most)";
    }

    static OrderSummary summary(ResultSet row, Names names) throws SQLException {
        UUID shop = Db.uuid(row, "shop_id");
        String afterSales = row.getString("after_sales");
        return new OrderSummary(
                Db.uuid(row, "id"),
                row.getString("order_number"),
                row.getString("channel"),
                shop,
                names.shop(shop),
                Anchor.valueOf(row.getString("anchor")),
                PaymentStatus.valueOf(row.getString("payment_status")),
                ReviewStatus.valueOf(row.getString("review_status")),
                afterSales == null ? null : AfterSalesFlag.valueOf(afterSales),
                Stage.valueOf(row.getString("stage")),
                blockedBy(row),
                clock(row),
                row.getLong("paid_minor"),
                row.getLong("due_minor"),
                row.getString("currency"),
                row.getString("item_text"),
                row.getInt("units"),
                new MaskedContact(
                        row.getString("masked_name"), row.getString("masked_phone"), row.getString("masked_address")),
                names.warehouse(Db.uuidOrNull(row, "warehouse_id")),
                row.getString("carrier"),
                row.getString("waybill_no"),
                Packed.split(row.getString("tags")),
                Db.instant(row, "placed_at"),
                row.getLong("urgency"));
    }

    static BlockedBy blockedBy(ResultSet row) throws SQLException {
        return new BlockedBy(
                BlockedBy.Kind.valueOf(row.getString("blocked_kind")), Packed.split(row.getString("blocked_args")));
    }

    static Clocked clock(ResultSet row) throws SQLException {
        return FulfilmentClock.of(
                Db.instantOrNull(row, "clock_started_at"),
                Db.instantOrNull(row, "due_at"),
                Db.instantOrNull(row, "paused_at"),
                Db.instantOrNull(row, "clock_stopped_at"),
                row.getLong("paused_seconds"));
    }
}
