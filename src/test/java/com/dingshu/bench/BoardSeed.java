package com.dingshu.bench;

import com.dingshu.bench.BenchMerchants.Seller;
import com.dingshu.customers.ContactVault;
import com.dingshu.orders.ChannelOrderSnapshot;
import com.dingshu.orders.Orders;
import com.dingshu.orders.SnapshotAmounts;
import com.dingshu.orders.SnapshotBuyer;
import com.dingshu.orders.SnapshotLine;
import com.dingshu.orders.SnapshotPayment;
import com.dingshu.orders.SnapshotReceiver;
import com.dingshu.orders.SourceStatus;
import com.dingshu.shared.Ids;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Multiplies one real order of each merchant inside the database: numbers, ids, times over ninety days, piles, indexes of
 * contact data, a line each, and the counts that go with them. The first merchant has most orders, the last fewest. What
 * was seeded stays in the data folder and is used again.
 */
record BoardSeed(Application application, BenchMerchants merchants, int total) {

    /** Telephone numbers that orders are found by in each merchant's data. */
    static final int PHONES = 20;

    private static final int DAYS = 90;
    private static final long FAR = Long.MAX_VALUE / 2;
    private static final String DUE = "timestampadd(hour, 2, s.placed)";
    private static final Map<String, String> CHANGED = changed();

    static String phone(int n) {
        return "138" + String.format(Locale.ROOT, "%08d", 10_000_019L * (n + 1) % 100_000_000);
    }

    /** Seeds unless it was done before for as many orders; answers whether there was something to do. */
    boolean run() throws SQLException {
        try (Connection connection = DriverManager.getConnection(application.url())) {
            execute(connection, "create table if not exists bench_seeded (total int primary key)");
            if (number(connection, "select count(*) from bench_seeded where total = " + total) > 0) {
                return false;
            }
            execute(connection, "set sql_log_bin = 0");
            numbers(connection);
            double shares = 0;
            for (int i = 0; i < merchants.count(); i++) {
                shares += 1.0 / (i + 1);
            }
            for (int i = 0; i < merchants.count(); i++) {
                template(merchants.sellers().get(i));
                multiply(connection, merchants.sellers().get(i), (int) (total / shares / (i + 1)));
            }
            execute(connection, "insert into bench_seeded values (" + total + ")");
            execute(connection, "analyze table orders");
            return true;
        }
    }

    /** The one order that is taken in for real. */
    private void template(Seller seller) {
        Instant now = application.bean(Clock.class).instant();
        SnapshotLine line = new SnapshotLine(
                "1",
                "SKU-0",
                seller.skus().getFirst(),
                "商品 0",
                "200g",
                1,
                1_000,
                0,
                null,
                null,
                null,
                null,
                false,
                Map.of());
        ChannelOrderSnapshot snapshot = new ChannelOrderSnapshot(
                seller.shop(),
                "shopify",
                "template",
                SourceStatus.PAID,
                now,
                now,
                now,
                "CNY",
                List.of(line),
                new SnapshotAmounts(1_000, 0, 0, 0, 0, 0, 0, 1_000, 1_000),
                new SnapshotPayment("alipay", "template", now, true, "bench"),
                new SnapshotBuyer("buyer", "买家"),
                new SnapshotReceiver("陈晓蓉", "13800138000", "CN", "浙江省", "杭州市", "西湖区", "文三路478号", "310000", false),
                "",
                "",
                List.of(),
                Map.of(),
                Ids.next(),
                1,
                null);
        seller.acting().call(() -> application.bean(Orders.class).accept(List.of(snapshot)));
    }

    private static void numbers(Connection connection) throws SQLException {
        execute(connection, "create table if not exists bench_number (n int primary key)");
        execute(connection, "insert ignore into bench_number values (0)");
        for (int have = 1; have < 1 << 19; have *= 2) {
            execute(
                    connection,
                    "insert ignore into bench_number select n + " + have + " from bench_number where n < " + have);
        }
    }

    private void multiply(Connection connection, Seller seller, int count) throws SQLException {
        int tenant = seller.tenant();
        String steps =
                "(select n, timestampadd(second, -cast((%d - n) * %.3f as signed), utc_timestamp(6)) as placed from bench_number where n < %d)"
                        .formatted(count, DAYS * 86_400.0 / count, count);
        String template = "(select * from orders where tenant_id = " + tenant + " order by taken_in_at, id limit 1)";
        List<String> columns = columns(connection, "orders");
        execute(
                connection,
                "insert into orders (" + String.join(", ", columns) + ") select "
                        + columns.stream()
                                .map(name -> CHANGED.getOrDefault(name, "t." + name))
                                .collect(Collectors.joining(", "))
                        + " from " + template + " t cross join " + steps + " s");
        lines(connection, tenant, count);
        phones(connection, seller, count);
        counts(connection, tenant);
    }

    private static void lines(Connection connection, int tenant, int count) throws SQLException {
        List<String> columns = columns(connection, "order_line");
        Map<String, String> changed = Map.of("id", id("1", "s.n"), "order_id", id("0", "s.n"));
        execute(
                connection,
                "insert into order_line (" + String.join(", ", columns) + ") select "
                        + columns.stream()
                                .map(name -> changed.getOrDefault(name, "t." + name))
                                .collect(Collectors.joining(", "))
                        + " from (select * from order_line where tenant_id = " + tenant
                        + " limit 1) t cross join bench_number s where s.n < " + count);
    }

    /** Three orders of each known number, spread over the ninety days. */
    private void phones(Connection connection, Seller seller, int count) throws SQLException {
        ContactVault vault = application.bean(ContactVault.class);
        String sql = "update orders set phone_index = ? where tenant_id = ? and order_number = ?";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            for (int i = 0; i < PHONES * 3; i++) {
                String phone = phone(i % PHONES);
                update.setBytes(
                        1, seller.acting().call(() -> vault.phoneIndex(phone)).orElseThrow());
                update.setInt(2, seller.tenant());
                update.setString(3, number(i * 7_919 % count));
                update.executeUpdate();
            }
        }
    }

    static String number(int n) {
        return "B" + String.format(Locale.ROOT, "%08d", n);
    }

    private static void counts(Connection connection, int tenant) throws SQLException {
        execute(connection, "delete from order_tally where tenant_id = " + tenant);
        for (String day : List.of("date(timestampadd(hour, 8, placed_at))", "date('1000-01-01')")) {
            execute(
                    connection,
                    "insert into order_tally (tenant_id, day, shop_id, stage, orders, units, paid_minor) select tenant_id, "
                            + day
                            + ", shop_id, stage, count(*), sum(units), sum(paid_minor) from orders where tenant_id = "
                            + tenant + " group by tenant_id, " + day + ", shop_id, stage");
        }
    }

    private static Map<String, String> changed() {
        Map<String, String> changed = new HashMap<>();
        changed.put("id", id("0", "s.n"));
        changed.put("order_number", "concat('B', lpad(s.n, 8, '0'))");
        changed.put("channel_order_no", "concat('C', lpad(s.n, 8, '0'))");
        changed.put("customer_id", "unhex(md5(concat('customer', floor(s.n / 3))))");
        changed.put("phone_index", "unhex(md5(concat('phone', s.n)))");
        changed.put("last_four_index", "unhex(md5(concat('four', s.n % 10000)))");
        changed.put("name_index", "unhex(md5(concat('name', s.n % 500)))");
        changed.put("placed_at", "s.placed");
        changed.put("taken_in_at", "s.placed");
        changed.put("clock_started_at", "s.placed");
        changed.put("due_at", DUE);
        changed.put("timer_at", "null");
        changed.put("stage", piles("COMPLETED", "SHIPPED", "TO_SHIP", "REVIEW", "EXCEPTION", "CLOSED"));
        changed.put("anchor", piles("COMPLETED", "SHIPPED", "PICKING", "PAID", "PAID", "CANCELLED"));
        changed.put("review_status", piles("APPROVED", "APPROVED", "APPROVED", "PENDING", "APPROVED", "APPROVED"));
        changed.put(
                "urgency",
                "case when s.n % 100 between 88 and 95 then timestampdiff(microsecond, '1970-01-01', " + DUE + ") else "
                        + FAR + " - timestampdiff(microsecond, '1970-01-01', s.placed) end");
        return changed;
    }

    /** Seventy of a hundred are completed, eighteen shipped, five to ship, two to review, one is an exception. */
    private static String piles(
            String completed, String shipped, String toShip, String review, String held, String closed) {
        return "case when s.n % 100 < 70 then '" + completed + "' when s.n % 100 < 88 then '" + shipped
                + "' when s.n % 100 < 93 then '" + toShip + "' when s.n % 100 < 95 then '" + review
                + "' when s.n % 100 < 96 then '" + held + "' else '" + closed + "' end";
    }

    /** Grows with the number, like the ids the product makes. */
    private static String id(String kind, String n) {
        return "unhex(concat(lpad(hex(1700000000000 + " + n + " * 1000), 12, '0'), '7', substr(md5(concat('" + kind
                + "', " + n + ")), 1, 19)))";
    }

    /** Those that are written: generated ones are not. */
    static List<String> columns(Connection connection, String table) throws SQLException {
        List<String> names = new java.util.ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(
                "select column_name from information_schema.columns where table_schema = database() and table_name = ?"
                        + " and extra not like '%GENERATED%'")) {
            query.setString(1, table);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    names.add(rows.getString(1).toLowerCase(Locale.ROOT));
                }
            }
        }
        return names;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
