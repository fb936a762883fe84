package com.dingshu.bench;

import com.dingshu.bench.BenchMerchants.Seller;
import com.dingshu.customers.ContactVault;
import com.dingshu.orders.BoardQuery;
import com.dingshu.orders.BoardQuery.Sort;
import com.dingshu.orders.BoardQuery.View;
import com.dingshu.orders.OrderQueries;
import com.dingshu.orders.OrderSummary;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/**
 * The board's reads from the door's call to its records, and beside each the plain statement that reads the same rows,
 * round by round in turn: the 95th percentile of many calls for merchants drawn like their shares of the orders.
 */
final class BoardBench implements AutoCloseable {

    private static final int CALLS = 200;
    private static final int PAGE = 50;
    private static final double BAR_MILLIS = 50;
    /** The first page of 100,566 orders on a well-known open commerce server, on a machine like this; not measured here. */
    private static final double PEER_FIRST_PAGE_MILLIS = 430;

    private static final String FROM = "select * from orders force index (%s) where tenant_id = ? ";
    private static final String BY_PLACED = " order by placed_at desc, id desc limit " + PAGE;
    private static final String BY_URGENCY = " order by urgency, id limit " + PAGE;

    private final OrderQueries queries;
    private final ContactVault vault;
    private final BenchMerchants merchants;
    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();
    private final Map<Integer, OrderSummary> lastOfFirstPage = new HashMap<>();

    BoardBench(Application application, BenchMerchants merchants) throws SQLException {
        this.queries = application.bean(OrderQueries.class);
        this.vault = application.bean(ContactVault.class);
        this.merchants = merchants;
        this.connection =
                DriverManager.getConnection(application.url() + "&useServerPrepStmts=true&connectionTimeZone=UTC");
    }

    void run(Report report, int rounds) throws Exception {
        report.note("Peer, a constant measured elsewhere: first page of 100,566 orders %.0f ms"
                .formatted(PEER_FIRST_PAGE_MILLIS));
        BoardQuery newest = BoardQuery.of(View.ALL).sorted(Sort.NEWEST_FIRST);
        measure(
                report,
                rounds,
                "first page, newest first",
                s -> queries.page(newest, null, PAGE),
                s -> rows(FROM.formatted("ix_orders_placed") + "and placed_at < '9999-01-01'" + BY_PLACED, s.tenant()));
        measure(report, rounds, "next page, newest first", s -> queries.page(newest, anchor(newest, s), PAGE), s -> {
            OrderSummary after = anchor(newest, s);
            return rows(
                    FROM.formatted("ix_orders_placed") + "and placed_at between '1000-01-01' and ?" + BY_PLACED,
                    s.tenant(),
                    java.sql.Timestamp.from(after.placedAt()));
        });
        for (View view : List.of(View.REVIEW, View.TO_SHIP, View.EXCEPTION)) {
            measure(
                    report,
                    rounds,
                    "view " + view,
                    s -> queries.page(BoardQuery.of(view), null, PAGE),
                    s -> rows(
                            FROM.formatted("ix_orders_stage_urgency") + "and stage = ?" + BY_URGENCY,
                            s.tenant(),
                            view.name()));
        }
        measure(
                report,
                rounds,
                "view OVERDUE",
                s -> queries.page(BoardQuery.of(View.OVERDUE), null, PAGE),
                s -> rows(
                        FROM.formatted("ix_orders_stage_urgency") + "and stage = 'TO_SHIP'" + BY_URGENCY, s.tenant()));
        measure(
                report,
                rounds,
                "view TODAY",
                s -> queries.page(BoardQuery.of(View.TODAY), null, PAGE),
                s -> rows(
                        FROM.formatted("ix_orders_placed") + "and placed_at >= utc_timestamp() - interval 12 hour"
                                + BY_URGENCY,
                        s.tenant()));
        measure(report, rounds, "counters of all views", s -> queries.counts(), null);
        Random random = new Random(3);
        measure(
                report,
                rounds,
                "search, order number",
                s -> found(queries.search(BoardSeed.number(random.nextInt(800)))),
                s -> rows(
                        FROM.formatted("uk_orders_number") + "and order_number = ?",
                        s.tenant(),
                        BoardSeed.number(random.nextInt(800))));
        measure(
                report,
                rounds,
                "search, phone",
                s -> found(queries.search(BoardSeed.phone(random.nextInt(BoardSeed.PHONES)))),
                s -> rows(
                        FROM.formatted("ix_orders_phone") + "and phone_index = ?",
                        s.tenant(),
                        s.acting().call(() -> vault.phoneIndex(BoardSeed.phone(random.nextInt(BoardSeed.PHONES)))
                                .orElseThrow())));
    }

    private static List<?> found(List<?> hits) {
        if (hits.isEmpty()) {
            throw new IllegalStateException("A search found nothing");
        }
        return hits;
    }

    private OrderSummary anchor(BoardQuery query, Seller seller) {
        return lastOfFirstPage.computeIfAbsent(seller.tenant(), any -> seller.acting()
                .call(() -> queries.page(query, null, PAGE))
                .getLast());
    }

    private int rows(String sql, Object... values) {
        try {
            PreparedStatement statement = prepared.get(sql);
            if (statement == null) {
                statement = connection.prepareStatement(sql);
                prepared.put(sql, statement);
            }
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            int count = 0;
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    count += Objects.requireNonNull(rows.getString("order_number"))
                            .length();
                }
            }
            return count;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Read {
        Object of(Seller seller);
    }

    private void measure(
            Report report, int rounds, String job, Read ours, @org.jspecify.annotations.Nullable Read floor) {
        double[] p95 = new double[rounds];
        double[] floors = new double[rounds];
        round(ours);
        round(ours);
        for (int i = 0; i < rounds; i++) {
            p95[i] = round(ours).percentile(0.95);
            floors[i] = floor == null ? 0 : round(floor).percentile(0.95);
        }
        Row row = Row.atMost(job + ", p95", "ms", p95, BAR_MILLIS);
        report.add(floor == null ? row : row.besides(Row.plain("plain SQL", "ms", floors)));
    }

    private Samples round(Read read) {
        List<Seller> drawn = merchants.drawn(CALLS, new Random(11));
        long[] nanos = new long[CALLS];
        for (int i = 0; i < CALLS; i++) {
            Seller seller = drawn.get(i);
            long from = System.nanoTime();
            seller.acting().call(() -> read.of(seller));
            nanos[i] = System.nanoTime() - from;
        }
        return Samples.of(nanos);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
