package com.dingshu.simulator;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

/** Sends the platforms' push messages, in order per shop, repeating what is not answered with success. */
final class Pusher {

    private static final long[] RETRY_MILLIS = {300, 1_000, 3_000, 10_000, 30_000, 60_000, 120_000};

    private final World world;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Map<Shop, BlockingQueue<Change>> queues = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore inFlight = new Semaphore(64);
    final AtomicLong delivered = new AtomicLong();
    final AtomicLong refused = new AtomicLong();
    final AtomicLong dropped = new AtomicLong();

    Pusher(World world) {
        this.world = world;
    }

    void tell(Shop shop, Change change) {
        if (!shop.settings().hook().isEmpty()) {
            queues.computeIfAbsent(shop, this::startQueue).add(change);
        }
    }

    int waiting() {
        return queues.values().stream().mapToInt(BlockingQueue::size).sum();
    }

    private BlockingQueue<Change> startQueue(Shop shop) {
        BlockingQueue<Change> queue = new LinkedBlockingQueue<>();
        threads.submit(() -> pump(shop, queue));
        return queue;
    }

    private void pump(Shop shop, BlockingQueue<Change> queue) {
        Partner partner = world.partner(shop.settings().channel());
        while (true) {
            try {
                List<Change> batch = new ArrayList<>(List.of(queue.take()));
                queue.drainTo(batch, partner.pushBatch() - 1);
                deliver(shop, partner, batch);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                e.printStackTrace();
            }
        }
    }

    private void deliver(Shop shop, Partner partner, List<Change> batch) throws InterruptedException {
        if (strikes(shop, "drop")) {
            dropped.addAndGet(batch.size());
            return;
        }
        HttpRequest request =
                partner.push(shop, batch, world.clock()).orElseThrow().build();
        long wait = strikes(shop, "reorder") ? 1_500 : 0;
        int times = strikes(shop, "duplicate") ? 2 : 1;
        for (int i = 0; i < times; i++) {
            inFlight.acquire();
            threads.submit(() -> attempt(request, wait));
        }
    }

    private boolean strikes(Shop shop, String kind) {
        ShopSettings s = shop.settings();
        return world.faults().strikes(s.channel(), s.shopId(), "push", kind).isPresent();
    }

    private void attempt(HttpRequest request, long wait) {
        boolean holding = true;
        try {
            Thread.sleep(wait);
            for (int i = 0; i <= RETRY_MILLIS.length; i++) {
                boolean accepted = send(request);
                if (holding) {
                    inFlight.release();
                    holding = false;
                }
                if (accepted) {
                    delivered.incrementAndGet();
                    return;
                }
                refused.incrementAndGet();
                if (i < RETRY_MILLIS.length) {
                    Thread.sleep(RETRY_MILLIS[i]);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (holding) {
                inFlight.release();
            }
        }
    }

    private boolean send(HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() / 100 == 2;
        } catch (IOException e) {
            return false;
        }
    }
}
