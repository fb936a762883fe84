package com.dingshu.bench;

import com.dingshu.bench.BenchMerchants.Seller;
import com.dingshu.orders.AcceptResult;
import com.dingshu.orders.ChannelOrderSnapshot;
import com.dingshu.orders.Orders;
import com.dingshu.orders.SnapshotAmounts;
import com.dingshu.orders.SnapshotBuyer;
import com.dingshu.orders.SnapshotLine;
import com.dingshu.orders.SnapshotPayment;
import com.dingshu.orders.SnapshotReceiver;
import com.dingshu.orders.SourceStatus;
import com.dingshu.shared.Ids;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** How many paid orders of three lines a second the orders' door takes in from two threads, consumers of events running. */
final class IntakeBench {

    private static final int BATCH = 100;
    private static final int THREADS = 2;
    private static final int LINES = 3;
    private static final long PRICE = 1_000;
    private static final double BAR = 300;

    private final Orders orders;
    private final Clock clock;
    private final BenchMerchants merchants;
    private final Random random = new Random(42);

    IntakeBench(Application application, BenchMerchants merchants) {
        this.orders = application.bean(Orders.class);
        this.clock = application.bean(Clock.class);
        this.merchants = merchants;
    }

    void run(Report report, int rounds, int ordersARound) throws Exception {
        round(ordersARound / 4);
        double[] perSecond = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            perSecond[i] = round(ordersARound);
        }
        report.add(Row.atLeast("orders taken in, " + THREADS + " threads", "orders/s", perSecond, BAR));
    }

    private double round(int count) throws Exception {
        List<Callable<Integer>> batches = new ArrayList<>();
        for (int i = 0; i < count / BATCH; i++) {
            Seller seller = merchants.sellers().get(random.nextInt(merchants.count()));
            List<ChannelOrderSnapshot> batch = batch(seller);
            batches.add(() -> seller.acting().call(() -> created(orders.accept(batch))));
        }
        long from = System.nanoTime();
        int taken = 0;
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            for (var done : threads.invokeAll(batches)) {
                taken += done.get();
            }
        }
        return taken / ((System.nanoTime() - from) / 1e9);
    }

    private static int created(List<AcceptResult> results) {
        long created =
                results.stream().filter(AcceptResult.Created.class::isInstance).count();
        if (created != results.size()) {
            throw new IllegalStateException("Not every order was taken in: " + results);
        }
        return (int) created;
    }

    private List<ChannelOrderSnapshot> batch(Seller seller) {
        List<ChannelOrderSnapshot> batch = new ArrayList<>();
        for (int i = 0; i < BATCH; i++) {
            batch.add(snapshot(seller));
        }
        return batch;
    }

    private ChannelOrderSnapshot snapshot(Seller seller) {
        Instant now = clock.instant();
        String number = Ids.next().toString();
        List<SnapshotLine> lines = new ArrayList<>();
        for (int i = 0; i < LINES; i++) {
            int sku = random.nextInt(seller.skus().size());
            lines.add(new SnapshotLine(
                    "L" + i,
                    "SKU-" + sku,
                    seller.skus().get(sku),
                    "商品 " + sku,
                    "",
                    1,
                    PRICE,
                    0,
                    null,
                    null,
                    null,
                    null,
                    false,
                    Map.of()));
        }
        long due = LINES * PRICE;
        String phone = "138" + String.format(java.util.Locale.ROOT, "%08d", random.nextInt(100_000_000));
        return new ChannelOrderSnapshot(
                seller.shop(),
                "taobao",
                number,
                SourceStatus.PAID,
                now,
                now,
                now,
                "CNY",
                lines,
                new SnapshotAmounts(due, 0, 0, 0, 0, 0, 0, due, due),
                new SnapshotPayment("alipay", number, now, true, "bench"),
                new SnapshotBuyer(number, "买家"),
                new SnapshotReceiver("陈晓蓉", phone, "CN", "浙江省", "杭州市", "西湖区", "文三路478号", "310000", false),
                "",
                "",
                List.of(),
                Map.of(),
                Ids.next(),
                1,
                null);
    }
}
