package com.dingshu.bench;

import java.nio.file.Path;
import java.util.List;

/**
 * {@code ./dingshu bench [--quick] [--line | --board]}: the whole line of intake and the board's reads, each several rounds,
 * the median with its range beside its bar and beside the least work for the same.
 */
public final class Bench {

    private static final String LINE_SCHEMA = "dingshu_bench_line";
    private static final double LINE_BAR = 300;
    /** So many orders go through before the clock runs: until then the machine code is still being made. */
    private static final int WARM_UP = 20_000;
    /** A well-known open commerce server at eight clients, same database, a machine like this; not measured here. */
    private static final double PEER_LINE = 10;

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        boolean quick = List.of(arguments).contains("--quick");
        Report report = new Report(System.out);
        List<String> wanted = List.of(arguments);
        if (!wanted.contains("--board")) {
            line(report, quick);
        }
        if (!wanted.contains("--line")) {
            board(report, quick);
        }
        report.write(Path.of("target/bench"));
    }

    private static void line(Report report, boolean quick) throws Exception {
        try (Application application = Application.start(LINE_SCHEMA, true)) {
            BenchMerchants merchants = BenchMerchants.open(application, "line-", quick ? 20 : 200, 20);
            report.head(
                    "Intake over HTTP, the whole line: signed push → inbox → mapping → order, lines, reservation, history,"
                            + " events → payment, parcel, waybill wish; " + merchants.count() + " merchants");
            line(application, merchants, report, quick ? 3 : 5, quick ? 2_000 : 5_000);
        }
    }

    /** No work in the background here: orders over their time must not become events by the thousand. */
    private static void board(Report report, boolean quick) throws Exception {
        int total = quick ? 100_000 : 1_000_000;
        int count = quick ? 20 : 200;
        try (Application application = Application.start("dingshu_bench_board" + (quick ? "_quick" : ""), false)) {
            BenchMerchants merchants = BenchMerchants.open(application, "board-", count, 1);
            report.head("Board in the server, %,d orders of %d merchants".formatted(total, count));
            long from = System.nanoTime();
            if (new BoardSeed(application, merchants, total).run()) {
                report.note("seeded in %.0f s; kept for the next run".formatted((System.nanoTime() - from) / 1e9));
            }
            try (BoardBench board = new BoardBench(application, merchants)) {
                board.run(report, quick ? 3 : 5);
            }
        }
    }

    private static void line(
            Application application, BenchMerchants merchants, Report report, int rounds, int ordersARound)
            throws Exception {
        double[] perSecond = new double[rounds];
        double[] answers = new double[rounds];
        double[] ours = new double[rounds];
        double[] databases = new double[rounds];
        double[] single = new double[rounds];
        double[] grouped = new double[rounds];
        try (LineBench line = new LineBench(application, merchants)) {
            line.round(WARM_UP);
            report.note("warmed up with %,d orders".formatted(WARM_UP));
            try (LineFloor floor = new LineFloor(application.server(), LINE_SCHEMA, merchants)) {
                floor.round(ordersARound, false);
                floor.round(ordersARound, true);
                for (int i = 0; i < rounds; i++) {
                    LineBench.Round round = line.round(ordersARound);
                    perSecond[i] = round.perSecond();
                    answers[i] = round.answers().percentile(0.95);
                    ours[i] = round.used().ours();
                    databases[i] = round.used().databases();
                    single[i] = floor.round(ordersARound, false);
                    grouped[i] = floor.round(ordersARound, true);
                }
                report.note("the floor writes %d rows an order, the product's own rows under new ids"
                        .formatted(floor.rowsAnOrder()));
            }
        }
        report.add(Row.atLeast("orders through the whole line", "orders/s", perSecond, LINE_BAR)
                .besides(Row.plain("plain JDBC, one order a transaction", "orders/s", single)));
        report.add(Row.plain("the same beside the grouped floor", "orders/s", perSecond)
                .besides(Row.plain("plain JDBC, 64 orders a transaction", "orders/s", grouped)));
        report.add(Row.plain("answer to a push, p95 at full load", "ms", answers));
        report.add(Row.plain("processor time an order, product and client", "ms", ours));
        report.add(Row.plain("processor time an order, database", "ms", databases));
        report.note("Peer, a constant measured elsewhere: %.0f orders/s".formatted(PEER_LINE));
    }
}
