package com.dingshu.bench;

import java.nio.file.Path;
import java.util.List;

/**
 * {@code ./dingshu bench [--quick]}: the whole line of intake and the board's reads, each several rounds, the median with
 * its range beside its bar.
 */
public final class Bench {

    private static final double LINE_BAR = 300;

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        boolean quick = List.of(arguments).contains("--quick");
        Report report = new Report(System.out);
        try (Application application = Application.start("dingshu_bench")) {
            BenchMerchants merchants = BenchMerchants.open(application, quick ? 20 : 200);
            report.head(
                    "Intake over HTTP, the whole line: signed push → inbox → mapping → order, lines, reservation, history,"
                            + " events → payment, parcel, waybill wish; " + merchants.count() + " merchants");
            line(application, merchants, report, quick ? 3 : 5, quick ? 2_000 : 5_000);
            report.head("Board of one merchant, in the server");
            new BoardBench(application, merchants).run(report, quick ? 3 : 5);
        }
        report.write(Path.of("target/bench"));
    }

    private static void line(
            Application application, BenchMerchants merchants, Report report, int rounds, int ordersARound)
            throws Exception {
        double[] perSecond = new double[rounds];
        double[] ours = new double[rounds];
        double[] databases = new double[rounds];
        try (LineBench line = new LineBench(application, merchants)) {
            line.round(ordersARound);
            line.round(ordersARound);
            for (int i = 0; i < rounds; i++) {
                LineBench.Round round = line.round(ordersARound);
                perSecond[i] = round.perSecond();
                ours[i] = round.used().ours();
                databases[i] = round.used().databases();
            }
        }
        report.add(Row.atLeast("orders through the whole line", "orders/s", perSecond, LINE_BAR));
        report.add(Row.plain("processor time an order, product and client", "ms", ours));
        report.add(Row.plain("processor time an order, database", "ms", databases));
    }
}
