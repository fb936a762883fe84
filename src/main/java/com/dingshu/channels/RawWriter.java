package com.dingshu.channels;

import com.dingshu.channels.RawGateway.NewRow;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Retrying;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Writes what many requests bring at once in one transaction. Each of them gets an answer of its own, after the commit.
 * Nothing is waited for to make a batch larger: batches form while the one before is written.
 */
@Component
class RawWriter implements SmartLifecycle {

    /** More may not wait: their answers would come too late for any platform. */
    static final int MOST_WAITING = 4_096;

    private static final Logger LOG = LoggerFactory.getLogger(RawWriter.class);
    private static final int LARGEST_BATCH = 256;
    private static final Duration LOOKS_UP_EVERY = Duration.ofMillis(200);
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(20);

    private final BlockingQueue<Wish> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final RawGateway gateway;
    private final Retrying retrying;
    private final Clock clock;
    private volatile @Nullable Thread thread;

    RawWriter(RawGateway gateway, Retrying retrying, Clock clock) {
        this.gateway = gateway;
        this.retrying = retrying;
        this.clock = clock;
    }

    private record Wish(NewRow row, Acting acting, CompletableFuture<Boolean> written) {}

    /**
     * Waits until the row is on disk.
     *
     * @return false when it was not written since something in its batch could not be: then it is to be written alone
     * @throws InboxFull when too many wait
     */
    boolean write(NewRow row) {
        Wish wish = new Wish(row, Acting.current(), new CompletableFuture<>());
        if (!waiting.offer(wish)) {
            throw new InboxFull();
        }
        return wish.written
                .orTimeout(LONGEST_ANSWER.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    /** How many wait to be written. */
    int waiting() {
        return waiting.size();
    }

    private void work() {
        List<Wish> batch = new ArrayList<>(LARGEST_BATCH);
        while (isRunning() || !waiting.isEmpty()) {
            try {
                Wish first = waiting.poll(LOOKS_UP_EVERY.toMillis(), TimeUnit.MILLISECONDS);
                if (first != null) {
                    batch.add(first);
                    waiting.drainTo(batch, LARGEST_BATCH - 1);
                    boolean written = written(batch);
                    batch.forEach(wish -> wish.written.complete(written));
                    batch.clear();
                }
            } catch (InterruptedException nobodysWish) {
                LOG.debug("Interrupted; what waits is still written");
            }
        }
    }

    /** The rows name their merchants themselves; the transaction is begun on behalf of the first. */
    private boolean written(List<Wish> batch) {
        try {
            List<NewRow> rows = batch.stream().map(Wish::row).toList();
            batch.getFirst().acting().run(() -> retrying.inTransaction(() -> gateway.insertAll(rows, clock.instant())));
            return true;
        } catch (RuntimeException failed) {
            LOG.debug("A batch of {} is taken apart", batch.size(), failed);
            return false;
        }
    }

    @Override
    public synchronized void start() {
        if (thread == null) {
            thread = Thread.ofPlatform().name("raw-writer").unstarted(this::work);
            thread.start();
        }
    }

    /** After the web server has answered its last request: nobody waits any more. */
    @Override
    public synchronized void stop() {
        Thread writer = thread;
        thread = null;
        if (writer != null) {
            try {
                writer.join(LONGEST_ANSWER);
            } catch (InterruptedException impatient) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    @Override
    public int getPhase() {
        return 0;
    }

    /** So much waits to be written that nothing more is taken for the moment. */
    static final class InboxFull extends RuntimeException {
        InboxFull() {
            super("More than " + MOST_WAITING + " messages wait to be written");
        }
    }
}
