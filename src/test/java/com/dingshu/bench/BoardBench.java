package com.dingshu.bench;

import com.dingshu.bench.BenchMerchants.Seller;
import com.dingshu.orders.BoardQuery;
import com.dingshu.orders.OrderQueries;
import com.dingshu.orders.OrderSummary;
import java.util.List;

/** The board's reads from the door's call to its records: the 95th percentile of many calls, several rounds. */
final class BoardBench {

    private static final int CALLS = 200;
    private static final int PAGE = 50;
    private static final double BAR_MILLIS = 50;

    private final OrderQueries queries;
    private final BenchMerchants merchants;

    BoardBench(Application application, BenchMerchants merchants) {
        this.queries = application.bean(OrderQueries.class);
        this.merchants = merchants;
    }

    void run(Report report, int rounds) {
        for (BoardQuery.View view : BoardQuery.View.values()) {
            BoardQuery query = BoardQuery.of(view).sorted(BoardQuery.Sort.NEWEST_FIRST);
            measure(report, rounds, "first page, " + view, seller -> queries.page(query, null, PAGE));
        }
        BoardQuery all = BoardQuery.of(BoardQuery.View.ALL).sorted(BoardQuery.Sort.NEWEST_FIRST);
        measure(report, rounds, "next page", seller -> next(all));
        measure(report, rounds, "counters", seller -> queries.counts());
        measure(report, rounds, "search by order number", seller -> queries.search("261121-0001"));
        measure(report, rounds, "search by phone", seller -> queries.search("13800138000"));
    }

    private Object next(BoardQuery query) {
        List<OrderSummary> first = queries.page(query, null, PAGE);
        return first.isEmpty() ? first : queries.page(query, first.getLast(), PAGE);
    }

    private interface Read {
        Object of(Seller seller);
    }

    private void measure(Report report, int rounds, String job, Read read) {
        round(read);
        double[] p95 = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            p95[i] = round(read).percentile(0.95);
        }
        report.add(Row.atMost(job + ", p95", "ms", p95, BAR_MILLIS));
    }

    private Samples round(Read read) {
        long[] nanos = new long[CALLS];
        for (int i = 0; i < CALLS; i++) {
            Seller seller = merchants.sellers().get(i % merchants.count());
            long from = System.nanoTime();
            seller.acting().call(() -> read.of(seller));
            nanos[i] = System.nanoTime() - from;
        }
        return Samples.of(nanos);
    }
}
