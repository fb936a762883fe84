package com.dingshu.tenancy;

import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Does all {@link TenantWork} of this node. Whoever rings waits in one queue, a tenant at most once a kind; a worker
 * takes the first, does one portion and puts it back at the end when more is left: round robin over tenants.
 */
@Component
public class WorkPool {

    private static final Logger log = LoggerFactory.getLogger(WorkPool.class);
    private static final int MOST_ROUNDS = 10_000;

    private final Map<String, TenantWork> works;
    private final Tenants tenants;
    private final WorkLeases leases;
    private final WorkSettings settings;
    private final LinkedBlockingQueue<Doorbell.Ring> waiting = new LinkedBlockingQueue<>();
    private final Set<Doorbell.Ring> queued = ConcurrentHashMap.newKeySet();
    private final Set<Doorbell.Ring> busy = ConcurrentHashMap.newKeySet();
    private final Queue<Thread> threads = new LinkedBlockingQueue<>();
    private volatile boolean running;

    WorkPool(List<TenantWork> works, Tenants tenants, WorkLeases leases, WorkSettings settings) {
        this.works = works.stream().collect(Collectors.toUnmodifiableMap(TenantWork::kind, Function.identity()));
        this.tenants = tenants;
        this.leases = leases;
        this.settings = settings;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (!settings.enabled()) {
            return;
        }
        running = true;
        for (int i = 1; i <= settings.threads(); i++) {
            threads.add(Thread.ofPlatform().name("work-" + i).start(this::work));
        }
        threads.add(Thread.ofVirtual().name("work-sweep").start(this::sweep));
    }

    /** Ends after the portions at hand; what is left waits in the tables. */
    @PreDestroy
    void stop() throws InterruptedException {
        running = false;
        for (Thread thread : threads) {
            thread.interrupt();
        }
        for (Thread thread : threads) {
            thread.join(TimeUnit.SECONDS.toMillis(20));
        }
    }

    @EventListener
    void onRing(Doorbell.Ring ring) {
        if (running && works.containsKey(ring.kind())) {
            enqueue(ring);
        }
    }

    /** Does everything that waits for the tenant now bound, until nothing is left; for tests and set-up. */
    public void settle() {
        int tenant = Acting.current().tenantId();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            int done = 0;
            for (TenantWork work : works.values()) {
                done += Acting.as(tenant, work.actor()).call(() -> work.pending() ? work.drain() : 0);
            }
            if (done == 0) {
                return;
            }
        }
        throw new IllegalStateException("Work of tenant " + tenant + " does not come to an end");
    }

    private void enqueue(Doorbell.Ring ring) {
        if (queued.add(ring)) {
            waiting.add(ring);
        }
    }

    private void sweep() {
        while (running) {
            try {
                Thread.sleep(settings.sweep());
                works.values().forEach(this::sweep);
            } catch (InterruptedException stopping) {
                return;
            } catch (RuntimeException failed) {
                log.warn("Looking for waiting work failed; tried again at the next sweep", failed);
            }
        }
    }

    private void sweep(TenantWork work) {
        for (TenantInfo tenant : tenants.active()) {
            if (Acting.as(tenant.id(), work.actor()).call(work::pending)) {
                enqueue(new Doorbell.Ring(work.kind(), tenant.id()));
            }
        }
    }

    private void work() {
        while (running) {
            try {
                Doorbell.Ring ring = waiting.take();
                queued.remove(ring);
                portion(ring);
            } catch (InterruptedException stopping) {
                return;
            }
        }
    }

    private void portion(Doorbell.Ring ring) {
        if (!busy.add(ring)) {
            return;
        }
        boolean more = false;
        try {
            TenantWork work = works.get(ring.kind());
            more = work != null
                    && leases.acquire(ring)
                    && Acting.as(ring.tenantId(), work.actor()).call(work::drain) > 0;
        } catch (RuntimeException failed) {
            log.warn("{} of tenant {} failed; it waits for the next sweep", ring.kind(), ring.tenantId(), failed);
        } finally {
            busy.remove(ring);
        }
        if (more && running) {
            enqueue(ring);
        }
    }
}
