package com.dingshu.testing;

import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Actor;
import com.dingshu.tenancy.CreateTenant;
import com.dingshu.tenancy.TenantInfo;
import com.dingshu.tenancy.Tenants;
import com.dingshu.tenancy.WorkPool;
import java.time.ZoneId;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes a merchant of its own for each test. */
public final class Merchants {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Tenants tenants;
    private final WorkPool work;

    Merchants(Tenants tenants, WorkPool work) {
        this.tenants = tenants;
        this.work = work;
    }

    /** A fresh merchant in Shanghai that nobody else touches. */
    public Merchant open() {
        String slug = "t" + Long.toString(System.nanoTime(), 36) + NUMBER.incrementAndGet();
        return new Merchant(
                tenants.create(
                        new CreateTenant(slug, "测试商家", ZoneId.of("Asia/Shanghai"), "CNY", Locale.SIMPLIFIED_CHINESE)),
                work);
    }

    /** A merchant and the ways to act for it. */
    public record Merchant(TenantInfo tenant, WorkPool work) {

        public int id() {
            return tenant.id();
        }

        /** Acts with every permission. */
        public <T> T call(Callable<T> action) {
            return call(Actor.system("test"), action);
        }

        public <T> T call(Actor actor, Callable<T> action) {
            return Acting.as(tenant.id(), actor).call(action);
        }

        public void run(Runnable action) {
            Acting.as(tenant.id(), Actor.system("test")).run(action);
        }

        /** Lets everything that waits for this merchant be done. */
        public void settle() {
            run(work::settle);
        }
    }
}
