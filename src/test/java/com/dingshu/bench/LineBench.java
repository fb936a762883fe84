package com.dingshu.bench;

import com.dingshu.bench.ShopifyOrders.Push;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * The whole line over HTTP: signed pushes to the running application, until every order is there, its events are with all
 * their consumers and nothing waits any more.
 */
final class LineBench implements AutoCloseable {

    private static final int CLIENTS = 16;

    private final BenchMerchants merchants;
    private final URI hook;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ShopifyOrders orders = new ShopifyOrders();
    private final Random random = new Random(7);
    private final Connection connection;
    private final Processors processors;

    LineBench(Application application, BenchMerchants merchants) throws SQLException {
        this.merchants = merchants;
        this.hook = URI.create("http://127.0.0.1:" + application.port() + "/hooks/shopify");
        this.processors = application.processors();
        this.connection = DriverManager.getConnection(application.url());
    }

    /** What one round came to: orders a second, the answers' times, and processor milliseconds an order. */
    record Round(double perSecond, Samples answers, Processors.Used used) {}

    Round round(int count) throws Exception {
        ConcurrentLinkedQueue<Push> pushes = new ConcurrentLinkedQueue<>();
        merchants.drawn(count, random).forEach(seller -> pushes.add(orders.next(seller)));
        long before = ordersThere();
        Processors.Used usedBefore = processors.now();
        long from = System.nanoTime();
        long[] answers = push(pushes);
        while (ordersThere() < before + count || anythingWaits()) {
            Thread.sleep(20);
        }
        double seconds = (System.nanoTime() - from) / 1e9;
        checked();
        Processors.Used used = processors.now().since(usedBefore);
        return new Round(
                count / seconds,
                Samples.of(answers),
                new Processors.Used(used.ours() / count, used.databases() / count));
    }

    private long[] push(ConcurrentLinkedQueue<Push> pushes) throws Exception {
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<long[]>> sent = IntStream.range(0, CLIENTS)
                    .mapToObj(n -> clients.submit(() -> {
                        java.util.stream.LongStream.Builder nanos = java.util.stream.LongStream.builder();
                        for (Push push = pushes.poll(); push != null; push = pushes.poll()) {
                            nanos.add(send(push));
                        }
                        return nanos.build().toArray();
                    }))
                    .toList();
            java.util.stream.LongStream all = java.util.stream.LongStream.empty();
            for (Future<long[]> one : sent) {
                all = java.util.stream.LongStream.concat(all, java.util.Arrays.stream(one.get()));
            }
            return all.toArray();
        }
    }

    private long send(Push push) throws IOException, InterruptedException {
        long from = System.nanoTime();
        int status = http.send(
                        HttpRequest.newBuilder(hook)
                                .header("Content-Type", "application/json")
                                .header("X-Shopify-Topic", "orders/create")
                                .header("X-Shopify-Shop-Domain", push.domain())
                                .header("X-Shopify-Hmac-Sha256", push.signature())
                                .header("X-Shopify-Webhook-Id", "w-" + push.signature())
                                .POST(BodyPublishers.ofByteArray(push.body()))
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
        if (status != 200) {
            throw new IllegalStateException("A push was answered by " + status);
        }
        return System.nanoTime() - from;
    }

    /** From the counts that the product keeps: asking for it costs next to nothing. */
    private long ordersThere() throws SQLException {
        return number("select coalesce(sum(orders), 0) from order_tally where day = '1000-01-01' and tenant_id >= "
                + first());
    }

    private boolean anythingWaits() throws SQLException {
        return number("select count(*) from (select 1 from event_outbox where tenant_id >= " + first() + " limit 1) w")
                        > 0
                || number("select count(*) from raw_state where next_at is not null and tenant_id >= " + first()) > 0;
    }

    /** Each payload led to its own order, and nothing was left on the way. */
    private void checked() throws SQLException {
        long bad = number("select count(*) from raw_state where state <> 'APPLIED' and tenant_id >= " + first());
        long payloads = number("select count(*) from raw_payload where tenant_id >= " + first());
        long made = number("select count(*) from orders where tenant_id >= " + first());
        if (bad != 0 || payloads != made) {
            throw new IllegalStateException(payloads + " payloads, " + made + " orders, " + bad + " not taken in");
        }
    }

    private int first() {
        return merchants.sellers().getFirst().tenant();
    }

    private long number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        http.close();
        connection.close();
    }
}
