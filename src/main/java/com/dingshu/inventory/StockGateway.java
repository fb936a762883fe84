package com.dingshu.inventory;

import com.dingshu.inventory.Booking.Change;
import com.dingshu.shared.Batches;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Db;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The statements that change stock. Lists of places travel as one JSON parameter: one statement text whatever their
 * number, and the places are locked in the order of the list.
 */
@Repository
class StockGateway {

    private static final HexFormat HEX = HexFormat.of();

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;
    private final Clock clock;

    StockGateway(JdbcClient jdbc, NamedParameterJdbcTemplate batch, Clock clock) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.clock = clock;
    }

    /** Locks the places until the end of the transaction, in their order; places without any stock are missing. */
    SortedMap<Place, Balance> lock(SortedSet<Place> places) {
        SortedMap<Place, Balance> locked = new TreeMap<>();
        if (places.isEmpty()) {
            return locked;
        }
        jdbc.sql("""
                select b.warehouse_id, b.sku_id, b.on_hand, b.reserved, b.committed, b.in_inspection, b.damaged,
                  b.campaign_reserve, b.buffer_percent_times100, b.buffer_rounds_up, b.bin, b.movements
                from (select unhex(j.w) as warehouse_id, unhex(j.s) as sku_id from
                    json_table(:places, '$[*]' columns (w char(32) path '$[0]', s char(32) path '$[1]')) j) v
                straight_join stock_balance b force index (primary)
                  on b.tenant_id = :tenant and b.warehouse_id = v.warehouse_id and b.sku_id = v.sku_id
                for update""")
                .param("tenant", tenant())
                .param("places", json(places, place -> ""))
                .query((row, n) -> locked.put(place(row), balance(row)))
                .list();
        return locked;
    }

    /** Places a SKU lies in. */
    List<Place> placesOf(UUID skuId) {
        return jdbc.sql("""
                select warehouse_id, sku_id from stock_balance where tenant_id = :tenant and sku_id = :sku""")
                .param("tenant", tenant())
                .param("sku", Db.uuid(skuId))
                .query((row, n) -> place(row))
                .list();
    }

    /** Makes a place with nothing in it unless it is there. */
    void ensure(Place place, int bufferPercentTimes100, boolean bufferRoundsUp) {
        jdbc.sql("""
                insert into stock_balance (tenant_id, warehouse_id, sku_id, on_hand, reserved, committed, in_inspection,
                  damaged, campaign_reserve, buffer_percent_times100, buffer_rounds_up, movements, updated_at)
                values (:tenant, :warehouse, :sku, 0, 0, 0, 0, 0, 0, :percent, :up, 0, :now)
                on duplicate key update sku_id = sku_id""")
                .param("tenant", tenant())
                .param("warehouse", Db.uuid(place.warehouseId()))
                .param("sku", Db.uuid(place.skuId()))
                .param("percent", bufferPercentTimes100)
                .param("up", bufferRoundsUp)
                .param("now", Db.time(clock.instant()))
                .update();
    }

    void shelve(Place place, @Nullable String bin) {
        jdbc.sql("""
                update stock_balance set bin = :bin
                where tenant_id = :tenant and warehouse_id = :warehouse and sku_id = :sku""")
                .param("tenant", tenant())
                .param("warehouse", Db.uuid(place.warehouseId()))
                .param("sku", Db.uuid(place.skuId()))
                .param("bin", bin)
                .update();
    }

    void keepBack(UUID skuId, int percentTimes100, boolean roundsUp) {
        jdbc.sql("""
                update stock_balance set buffer_percent_times100 = :percent, buffer_rounds_up = :up
                where tenant_id = :tenant and sku_id = :sku""")
                .param("tenant", tenant())
                .param("sku", Db.uuid(skuId))
                .param("percent", percentTimes100)
                .param("up", roundsUp)
                .update();
    }

    /**
     * Writes the changes of all places by one statement, which judges for itself: pieces are taken only where that many
     * are available, and nothing falls below what orders have.
     *
     * @throws IllegalStateException when a place would not allow its change; the transaction must not be committed
     */
    void write(Booking booking) {
        if (booking.isEmpty()) {
            return;
        }
        int changed = jdbc.sql("""
                update json_table(:changes, '$[*]' columns (w char(32) path '$[0]', s char(32) path '$[1]',
                    h int path '$[2]', r int path '$[3]', c int path '$[4]', taken int path '$[5]', n int path '$[6]')) v
                straight_join stock_balance b force index (primary)
                  on b.tenant_id = :tenant and b.warehouse_id = unhex(v.w) and b.sku_id = unhex(v.s)
                set b.on_hand = b.on_hand + v.h, b.reserved = b.reserved + v.r, b.committed = b.committed + v.c,
                  b.movements = b.movements + v.n, b.updated_at = :now
                where b.reserved + v.r >= 0 and b.committed + v.c >= 0
                  and b.on_hand + v.h - b.in_inspection - b.damaged >= b.reserved + v.r + b.committed + v.c
                  and (v.taken = 0 or b.on_hand - b.reserved - b.committed - b.in_inspection - b.damaged - b.buffer
                    - b.campaign_reserve >= v.taken)""")
                .param("tenant", tenant())
                .param("changes", json(booking.changes(), StockGateway::numbers))
                .param("now", Db.time(clock.instant()))
                .update();
        if (changed != booking.changes().size()) {
            throw new IllegalStateException("Stock allows only " + changed + " of " + booking.changes());
        }
        insert(booking.movements());
    }

    /** All reservations of these orders, ended ones too, the latest round first. */
    Map<UUID, List<Reservation>> reservations(Collection<UUID> orderIds) {
        Map<UUID, List<Reservation>> found = new LinkedHashMap<>();
        if (orderIds.isEmpty()) {
            return found;
        }
        jdbc.sql("""
                select r.order_id, r.line_id, r.round, r.warehouse_id, r.sku_id, r.quantity, r.state, r.order_number,
                  r.expires_at
                from json_table(:orders, '$[*]' columns (o char(32) path '$')) v
                straight_join stock_reservation r force index (primary)
                  on r.tenant_id = :tenant and r.order_id = unhex(v.o)
                order by r.order_id, r.round desc, r.line_id""")
                .param("tenant", tenant())
                .param("orders", json(orderIds))
                .query(StockGateway::reservation)
                .list()
                .forEach(row -> found.computeIfAbsent(row.orderId(), key -> new ArrayList<>())
                        .add(row));
        return found;
    }

    void insertReservations(List<Reservation> rows) {
        insertAll("""
                insert into stock_reservation (tenant_id, order_id, line_id, round, warehouse_id, sku_id, quantity,
                  state, order_number, held_at, expires_at, committed_at)
                values (:tenant, :order, :line, :round, :warehouse, :sku, :quantity, :state, :number, :now, :expires,
                  :committed)""", rows, row -> new MapSqlParameterSource()
                .addValue("tenant", tenant())
                .addValue("order", Db.uuid(row.orderId()))
                .addValue("line", Db.uuid(row.lineId()))
                .addValue("round", row.round())
                .addValue("warehouse", Db.uuid(row.place().warehouseId()))
                .addValue("sku", Db.uuid(row.place().skuId()))
                .addValue("quantity", row.quantity())
                .addValue("state", row.state().name())
                .addValue("number", row.orderNumber())
                .addValue("now", Db.time(clock.instant()))
                .addValue("expires", Db.timeOrNull(row.expiresAt()))
                .addValue("committed", row.isIn(ReservationState.COMMITTED) ? Db.time(clock.instant()) : null));
    }

    /** Moves the reservations of these orders on; answers with how many there were. */
    int advance(Collection<UUID> orderIds, Collection<ReservationState> from, ReservationState to, String cause) {
        return jdbc.sql("""
                update json_table(:orders, '$[*]' columns (o char(32) path '$')) v
                straight_join stock_reservation r force index (primary)
                  on r.tenant_id = :tenant and r.order_id = unhex(v.o)
                set r.committed_at = case when :to = 'COMMITTED' then :now else r.committed_at end,
                  r.ended_at = case when :to = 'COMMITTED' then null else :now end,
                  r.end_cause = case when :to = 'COMMITTED' then null else :cause end,
                  r.state = :to
                where r.state in (:from)""")
                .param("tenant", tenant())
                .param("orders", json(orderIds))
                .param("from", from.stream().map(Enum::name).toList())
                .param("to", to.name())
                .param("cause", cause)
                .param("now", Db.time(clock.instant()))
                .update();
    }

    /** The movement booked under an operation id, if there is one. */
    @Nullable
    BookedOperation operation(UUID opId) {
        return jdbc.sql("""
                select warehouse_id, sku_id, kind, on_hand_change from stock_movement
                where tenant_id = :tenant and op_id = :op""")
                .param("tenant", tenant())
                .param("op", Db.uuid(opId))
                .query((row, n) -> new BookedOperation(
                        place(row), MovementKind.valueOf(row.getString("kind")), row.getInt("on_hand_change")))
                .optional()
                .orElse(null);
    }

    record BookedOperation(Place place, MovementKind kind, int quantity) {}

    /** Which warehouses serve which shop, first choice first. */
    ShopChoices choices() {
        Map<UUID, List<UUID>> byShop = new LinkedHashMap<>();
        List<UUID> all = new ArrayList<>();
        jdbc.sql("""
                select w.id, s.shop_id from warehouse w
                left join shop_warehouse s on s.tenant_id = w.tenant_id and s.warehouse_id = w.id
                where w.tenant_id = :tenant order by s.position, w.code""")
                .param("tenant", tenant())
                .query((row, n) -> {
                    UUID warehouse = Db.uuid(row, "id");
                    UUID shop = Db.uuidOrNull(row, "shop_id");
                    if (shop != null) {
                        byShop.computeIfAbsent(shop, key -> new ArrayList<>()).add(warehouse);
                    }
                    if (!all.contains(warehouse)) {
                        all.add(warehouse);
                    }
                    return warehouse;
                })
                .list();
        return new ShopChoices(byShop, all);
    }

    /** The warehouses of each shop; a shop that names none is served by all. */
    record ShopChoices(Map<UUID, List<UUID>> byShop, List<UUID> all) {

        List<UUID> of(UUID shopId) {
            return byShop.getOrDefault(shopId, all);
        }
    }

    private void insert(List<Movement> movements) {
        Acting acting = Acting.current();
        insertAll("""
                insert into stock_movement (tenant_id, sku_id, warehouse_id, number, at, kind, on_hand_change,
                  reserved_change, committed_change, available_change, on_hand, reserved, committed, available,
                  order_id, order_number, document_id, op_id, cause, actor_kind, actor_name)
                values (:tenant, :sku, :warehouse, :number, :now, :kind, :onHandChange, :reservedChange,
                  :committedChange, :availableChange, :onHand, :reserved, :committed, :available, :order, :orderNumber,
                  :document, :op, :cause, :actorKind, :actorName)""", movements, line -> new MapSqlParameterSource()
                .addValue("tenant", acting.tenantId())
                .addValue("sku", Db.uuid(line.place().skuId()))
                .addValue("warehouse", Db.uuid(line.place().warehouseId()))
                .addValue("number", line.number())
                .addValue("now", Db.time(clock.instant()))
                .addValue("kind", line.kind().name())
                .addValue("onHandChange", line.onHandChange())
                .addValue("reservedChange", line.reservedChange())
                .addValue("committedChange", line.committedChange())
                .addValue("availableChange", line.availableChange())
                .addValue("onHand", line.after().onHand())
                .addValue("reserved", line.after().reserved())
                .addValue("committed", line.after().committed())
                .addValue("available", line.after().available())
                .addValue("order", bytes(line.why().orderId()))
                .addValue("orderNumber", line.why().orderNumber())
                .addValue("document", bytes(line.why().documentId()))
                .addValue("op", bytes(line.why().opId()))
                .addValue("cause", line.why().cause())
                .addValue("actorKind", acting.actor().kind().name())
                .addValue("actorName", acting.actor().name()));
    }

    private <T> void insertAll(String sql, List<T> rows, Function<T, SqlParameterSource> parameters) {
        for (List<T> portion : Batches.powersOfTwo(rows)) {
            batch.batchUpdate(sql, portion.stream().map(parameters).toArray(SqlParameterSource[]::new));
        }
    }

    private static <T> String json(Collection<T> places, Function<T, String> more) {
        return places.stream()
                .map(item -> {
                    Place place = item instanceof Change change ? change.place() : (Place) item;
                    return "[\"" + HEX.formatHex(Db.uuid(place.warehouseId())) + "\",\""
                            + HEX.formatHex(Db.uuid(place.skuId())) + "\"" + more.apply(item) + "]";
                })
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String json(Collection<UUID> ids) {
        return ids.stream()
                .distinct()
                .map(id -> "\"" + HEX.formatHex(Db.uuid(id)) + "\"")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String numbers(Change change) {
        return "," + change.onHand() + "," + change.reserved() + "," + change.committed() + "," + change.taken() + ","
                + change.movements();
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(Db.uuid(row, "warehouse_id"), Db.uuid(row, "sku_id"));
    }

    static Balance balance(ResultSet row) throws SQLException {
        StockFigures figures = new StockFigures(
                row.getInt("on_hand"),
                row.getInt("reserved"),
                row.getInt("committed"),
                row.getInt("in_inspection"),
                row.getInt("damaged"),
                0,
                row.getInt("campaign_reserve"));
        return new Balance(
                figures,
                row.getInt("buffer_percent_times100"),
                row.getBoolean("buffer_rounds_up"),
                row.getString("bin"),
                row.getLong("movements"));
    }

    private static Reservation reservation(ResultSet row, int n) throws SQLException {
        return new Reservation(
                Db.uuid(row, "order_id"),
                Db.uuid(row, "line_id"),
                row.getInt("round"),
                place(row),
                row.getInt("quantity"),
                ReservationState.valueOf(row.getString("state")),
                row.getString("order_number"),
                Db.instantOrNull(row, "expires_at"));
    }

    private static byte @Nullable [] bytes(@Nullable UUID id) {
        return id == null ? null : Db.uuid(id);
    }

    private static int tenant() {
        return Acting.current().tenantId();
    }
}
