package com.dingshu.bench;

import com.dingshu.shared.Batches;
import com.dingshu.shared.Ids;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The floor of intake: plain JDBC that writes, into tables like the product's, copies of the rows that the product wrote
 * for real orders (bodies and contacts encrypted already), the stock taken by a conditional update, and two outbox rows
 * inserted and deleted. Everything is prepared in memory before the clock runs; nothing is mapped, checked or looked up.
 */
final class LineFloor implements AutoCloseable {

    private static final int WRITERS = 4;
    private static final int TEMPLATES = 128;
    private static final int GROUP = 64;
    private static final HexFormat HEX = HexFormat.of();

    private static final String PARCELS =
            "(select id from fulfilment_order where tenant_id = %1$s and order_id = %2$s)";
    private static final String CUSTOMER = "(select customer_id from orders where tenant_id = %1$s and id = %2$s)";
    private static final String RAW = "(select raw_payload_id from orders where tenant_id = %1$s and id = %2$s)";

    /** Which rows of each table belong to an order. */
    private static final Map<String, String> TABLES = tables();

    /** Ids that stay: the copies are of the same shops, places and goods. */
    private static final Set<String> KEPT_IDS = Set.of("shop_id", "warehouse_id", "sku_id", "actor_id");

    private static final Set<String> UNIQUE_TEXTS = Set.of(
            "order_number",
            "channel_order_no",
            "external_id",
            "number",
            "reference",
            "carrier_reference",
            "transaction_no");

    private final String url;
    private final List<Order> templates = new ArrayList<>();
    private final AtomicLong serial = new AtomicLong(System.nanoTime() / 1_000);

    /** Rows of one order by table, the columns of each table, and what it takes off the shelf. */
    private record Order(int tenant, Map<String, Rows> rows, List<Taken> taken) {

        Rows of(String table) {
            return Objects.requireNonNull(rows.get(table));
        }
    }

    private record Rows(List<String> columns, List<Object[]> values) {}

    private record Taken(String place, byte[] warehouse, byte[] sku, int quantity) {}

    LineFloor(String server, String source, BenchMerchants merchants) throws SQLException {
        this.url = server + source + "_floor?user=root&createDatabaseIfNotExist=true&rewriteBatchedStatements=true"
                + "&useServerPrepStmts=true&cachePrepStmts=true&prepStmtCacheSize=500&prepStmtCacheSqlLimit=262144"
                + "&useLocalSessionState=true";
        int first = merchants.sellers().getFirst().tenant();
        try (Connection connection = DriverManager.getConnection(url)) {
            for (String table : TABLES.keySet()) {
                execute(connection, "drop table if exists " + table);
                execute(connection, "create table " + table + " like " + source + "." + table);
            }
            for (String table : List.of("stock_balance", "event_outbox")) {
                execute(connection, "drop table if exists " + table);
                execute(connection, "create table " + table + " like " + source + "." + table);
            }
            String columns = String.join(", ", BoardSeed.columns(connection, "stock_balance"));
            execute(
                    connection,
                    "insert into stock_balance (" + columns + ") select " + columns + " from " + source
                            + ".stock_balance");
            connection.setCatalog(source);
            read(connection, first);
        }
    }

    private static Map<String, String> tables() {
        Map<String, String> tables = new LinkedHashMap<>();
        tables.put("raw_payload", "id = " + RAW);
        tables.put("raw_state", "id = " + RAW);
        tables.put("customer", "id = " + CUSTOMER);
        tables.put("customer_aud", "id = " + CUSTOMER);
        tables.put("customer_identity", "customer_id = " + CUSTOMER);
        tables.put("orders", "id = %2$s");
        tables.put("orders_aud", "id = %2$s");
        for (String table : List.of(
                "order_line",
                "order_line_aud",
                "order_fact",
                "stock_reservation",
                "stock_movement",
                "payment",
                "payment_aud",
                "fulfilment_order",
                "fulfilment_order_aud")) {
            tables.put(table, "order_id = %2$s");
        }
        tables.put("fulfilment_line", "fulfilment_order_id in " + PARCELS);
        tables.put("fulfilment_line_aud", "fulfilment_order_id in " + PARCELS);
        tables.put("waybill", "parcel_id in " + PARCELS);
        tables.put("waybill_aud", "parcel_id in " + PARCELS);
        return tables;
    }

    private void read(Connection connection, int firstTenant) throws SQLException {
        List<Object[]> orders = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select tenant_id, id from orders where tenant_id >= "
                        + firstTenant + " order by id desc limit " + TEMPLATES)) {
            while (rows.next()) {
                orders.add(new Object[] {rows.getInt(1), rows.getBytes(2)});
            }
        }
        for (Object[] order : orders) {
            String tenant = order[0].toString();
            String id = "x'" + HEX.formatHex((byte[]) order[1]) + "'";
            Map<String, Rows> rows = new LinkedHashMap<>();
            for (Map.Entry<String, String> table : TABLES.entrySet()) {
                rows.put(
                        table.getKey(),
                        rows(
                                connection,
                                "select * from " + table.getKey() + " where tenant_id = " + tenant + " and "
                                        + table.getValue().formatted(tenant, id)));
            }
            templates.add(
                    new Order((int) order[0], rows, taken(Objects.requireNonNull(rows.get("stock_reservation")))));
        }
    }

    private static Rows rows(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            ResultSetMetaData about = found.getMetaData();
            List<String> columns = new ArrayList<>();
            for (int i = 1; i <= about.getColumnCount(); i++) {
                columns.add(about.getColumnName(i));
            }
            List<Object[]> values = new ArrayList<>();
            while (found.next()) {
                Object[] row = new Object[columns.size()];
                for (int i = 0; i < row.length; i++) {
                    row[i] = found.getObject(i + 1);
                }
                values.add(row);
            }
            return new Rows(columns, values);
        }
    }

    private static List<Taken> taken(Rows reservations) {
        int warehouse = reservations.columns().indexOf("warehouse_id");
        int sku = reservations.columns().indexOf("sku_id");
        int quantity = reservations.columns().indexOf("quantity");
        return reservations.values().stream()
                .map(row -> new Taken(
                        HEX.formatHex((byte[]) row[warehouse]) + HEX.formatHex((byte[]) row[sku]),
                        (byte[]) row[warehouse],
                        (byte[]) row[sku],
                        ((Number) row[quantity]).intValue()))
                .toList();
    }

    int rowsAnOrder() {
        return (int) Math.round(templates.stream()
                .mapToInt(order -> order.rows().values().stream()
                        .mapToInt(rows -> rows.values().size())
                        .sum())
                .average()
                .orElse(0));
    }

    /** Orders a second with one order a transaction, or with {@value #GROUP}. */
    double round(int count, boolean grouped) throws Exception {
        Map<Integer, List<Order>> byWriter = IntStream.range(0, count)
                .mapToObj(n -> copy(templates.get(n % templates.size())))
                .collect(Collectors.groupingBy(order -> order.tenant() % WRITERS));
        List<Callable<Integer>> writers = byWriter.values().stream()
                .map(orders -> (Callable<Integer>) () -> write(orders, grouped ? GROUP : 1))
                .toList();
        long from = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
            for (Future<Integer> done : threads.invokeAll(writers)) {
                done.get();
            }
        }
        return count / ((System.nanoTime() - from) / 1e9);
    }

    /** The same rows under new ids, numbers and revisions. */
    private Order copy(Order template) {
        Map<String, byte[]> ids = new HashMap<>();
        String text = "F" + serial.incrementAndGet();
        Map<String, Rows> rows = new LinkedHashMap<>();
        template.rows()
                .forEach((table, its) -> rows.put(
                        table,
                        new Rows(
                                its.columns(),
                                its.values().stream()
                                        .map(row -> copy(its.columns(), row, ids, text))
                                        .toList())));
        return new Order(template.tenant(), rows, template.taken());
    }

    private Object[] copy(List<String> columns, Object[] row, Map<String, byte[]> ids, String text) {
        Object[] copy = row.clone();
        for (int i = 0; i < copy.length; i++) {
            String column = columns.get(i);
            boolean id = column.equals("key_index") || column.endsWith("id") && !KEPT_IDS.contains(column);
            if (id && copy[i] instanceof byte[] old && old.length == 16) {
                copy[i] = ids.computeIfAbsent(HEX.formatHex(old), any -> Ids.bytes(Ids.next()));
            } else if (copy[i] instanceof String && UNIQUE_TEXTS.contains(column)) {
                copy[i] = text;
            } else if (column.equals("rev") || column.equals("number")) {
                copy[i] = serial.incrementAndGet();
            }
        }
        return copy;
    }

    private int write(List<Order> orders, int group) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            connection.setAutoCommit(false);
            for (int from = 0; from < orders.size(); from += group) {
                List<Order> together = orders.subList(from, Math.min(orders.size(), from + group));
                for (String table : TABLES.keySet()) {
                    insert(connection, table, together);
                }
                take(connection, together);
                outbox(connection, together);
                connection.commit();
            }
        }
        return orders.size();
    }

    private static void insert(Connection connection, String table, List<Order> orders) throws SQLException {
        List<String> columns = orders.getFirst().of(table).columns();
        List<Object[]> rows = orders.stream()
                .flatMap(order -> order.of(table).values().stream())
                .toList();
        insertRows(connection, "insert into " + table + " (" + String.join(", ", columns) + ") values ", rows);
    }

    private static void insertRows(Connection connection, String start, List<Object[]> rows) throws SQLException {
        for (List<Object[]> portion : Batches.powersOfTwo(rows)) {
            String values = "(" + "?, ".repeat(portion.getFirst().length - 1) + "?)";
            String sql = start + String.join(", ", java.util.Collections.nCopies(portion.size(), values));
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                int at = 1;
                for (Object[] row : portion) {
                    for (Object value : row) {
                        statement.setObject(at++, value);
                    }
                }
                statement.executeUpdate();
            }
        }
    }

    /** One conditional update a place, the places in one order everywhere. */
    private static void take(Connection connection, List<Order> orders) throws SQLException {
        Map<String, int[]> quantities = new java.util.TreeMap<>();
        Map<String, Object[]> places = new HashMap<>();
        for (Order order : orders) {
            for (Taken taken : order.taken()) {
                String key = order.tenant() + "/" + taken.place();
                quantities.computeIfAbsent(key, any -> new int[1])[0] += taken.quantity();
                places.put(key, new Object[] {order.tenant(), taken.warehouse(), taken.sku()});
            }
        }
        try (PreparedStatement statement = connection.prepareStatement("""
                update stock_balance set committed = committed + ?, movements = movements + 1
                where tenant_id = ? and warehouse_id = ? and sku_id = ? and on_hand - reserved - committed >= ?""")) {
            for (Map.Entry<String, int[]> one : quantities.entrySet()) {
                Object[] place = Objects.requireNonNull(places.get(one.getKey()));
                statement.setInt(1, one.getValue()[0]);
                statement.setObject(2, place[0]);
                statement.setObject(3, place[1]);
                statement.setObject(4, place[2]);
                statement.setInt(5, one.getValue()[0]);
                statement.executeUpdate();
            }
        }
    }

    private static void outbox(Connection connection, List<Order> orders) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        String payload = "x".repeat(600);
        for (Order order : orders) {
            for (int i = 0; i < 2; i++) {
                rows.add(new Object[] {
                    order.tenant(),
                    Ids.bytes(Ids.next()),
                    "floor",
                    "Event",
                    Ids.bytes(Ids.next()),
                    payload,
                    "WAITING",
                    0
                });
            }
        }
        insertRows(
                connection,
                "insert into event_outbox (tenant_id, id, consumer, event_type, aggregate_id, payload, state, attempts,"
                        + " due_at, created_at) values ",
                rows.stream()
                        .map(row -> {
                            Object[] timed = Arrays.copyOf(row, 10);
                            timed[8] = timed[9] = "2026-01-01 00:00:00";
                            return timed;
                        })
                        .toList());
        for (List<Object[]> portion : Batches.powersOfTwo(rows)) {
            String keys = String.join(", ", java.util.Collections.nCopies(portion.size(), "(?, ?)"));
            try (PreparedStatement statement =
                    connection.prepareStatement("delete from event_outbox where (tenant_id, id) in (" + keys + ")")) {
                int at = 1;
                for (Object[] row : portion) {
                    statement.setObject(at++, row[0]);
                    statement.setObject(at++, row[1]);
                }
                statement.executeUpdate();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            TABLES.keySet().forEach(table -> {
                try {
                    execute(connection, "truncate table " + table);
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
        }
    }
}
