package com.dingshu.bench;

import java.nio.file.Path;
import java.util.List;

/**
 * {@code ./dingshu bench [--quick]}: intake through the door of the orders and the board's reads on what was taken in,
 * each several rounds, the median with its range beside its bar.
 */
public final class Bench {

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        boolean quick = List.of(arguments).contains("--quick");
        Report report = new Report(System.out);
        try (Application application = Application.start("dingshu_bench")) {
            BenchMerchants merchants = BenchMerchants.open(application, quick ? 20 : 200);
            report.head("Intake: snapshot → customer, order, 3 lines, reservation, history, events; batches of 100, "
                    + merchants.count() + " merchants");
            new IntakeBench(application, merchants).run(report, quick ? 3 : 5, quick ? 5_000 : 20_000);
            report.head("Board of one merchant, in the server");
            new BoardBench(application, merchants).run(report, quick ? 3 : 5);
        }
        report.write(Path.of("target/bench"));
    }
}
