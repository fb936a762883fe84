package com.dingshu.shipping;

import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Actor;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.TenantWork;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/** Settles wishes the carrier has not answered yet, several at a time: the waiting is the carrier's, not ours. */
@Component
class WaybillWork implements TenantWork {

    private static final int PORTION = 40;
    private static final int AT_ONCE = 8;
    private static final int MOST_PUT_OFF = 256;

    private final Waybills waybills;

    WaybillWork(Waybills waybills) {
        this.waybills = waybills;
    }

    @Override
    public String kind() {
        return Waybills.KIND;
    }

    @Override
    public Actor actor() {
        return Actor.job("waybills", Permission.FACTS_RECORD);
    }

    @Override
    public boolean pending() {
        return waybills.anyDue();
    }

    @Override
    public int drain() {
        int putOff = waybills.putOffWithoutAccount(MOST_PUT_OFF);
        List<UUID> due = waybills.due(PORTION);
        Acting acting = Acting.current();
        Semaphore calls = new Semaphore(AT_ONCE);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            due.forEach(id -> threads.submit(() -> settle(id, acting, calls)));
        }
        return putOff + due.size();
    }

    private void settle(UUID id, Acting acting, Semaphore calls) {
        calls.acquireUninterruptibly();
        try {
            acting.run(() -> waybills.settleDue(id));
        } finally {
            calls.release();
        }
    }
}
