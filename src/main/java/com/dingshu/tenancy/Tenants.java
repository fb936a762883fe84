package com.dingshu.tenancy;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;

/**
 * The merchants of this installation. The list is small and read with every request, hence kept in memory for a few
 * seconds; a change made on this node is seen at once.
 */
@Service
public class Tenants {

    private static final String ALL = "all";

    private final TenantGateway gateway;
    private final LoadingCache<String, List<TenantInfo>> cache;

    Tenants(TenantGateway gateway) {
        this.gateway = gateway;
        this.cache =
                Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(5)).build(key -> gateway.all());
    }

    /** The merchant now acted for. */
    public TenantInfo current() {
        return require(Acting.current().tenantId());
    }

    public Optional<TenantInfo> byId(int id) {
        return all().stream().filter(tenant -> tenant.id() == id).findFirst();
    }

    public Optional<TenantInfo> bySlug(String slug) {
        return all().stream().filter(tenant -> tenant.slug().equals(slug)).findFirst();
    }

    /** Those whose people may sign in and whose jobs run. */
    public List<TenantInfo> active() {
        return all().stream().filter(tenant -> tenant.status().operating()).toList();
    }

    /**
     * Takes a merchant in.
     *
     * @throws org.springframework.dao.DuplicateKeyException when the slug is taken
     */
    public TenantInfo create(CreateTenant command) {
        gateway.insert(command);
        cache.invalidateAll();
        return bySlug(command.slug()).orElseThrow();
    }

    public void setStatus(int id, TenantStatus status) {
        gateway.setStatus(id, status);
        cache.invalidateAll();
    }

    /** Does a job's work for one merchant after the other, each bound to itself; one that fails does not stop the others. */
    public void forEachActive(Actor actor, Consumer<TenantInfo> work) {
        for (TenantInfo tenant : active()) {
            try {
                Acting.as(tenant.id(), actor).run(() -> work.accept(tenant));
            } catch (RuntimeException failed) {
                org.slf4j.LoggerFactory.getLogger(Tenants.class)
                        .error("{} failed for tenant {}", actor.name(), tenant.id(), failed);
            }
        }
    }

    /** What is kept in memory no longer holds. */
    void forget() {
        cache.invalidateAll();
    }

    private TenantInfo require(int id) {
        return byId(id).orElseThrow(() -> new IllegalStateException("No tenant " + id));
    }

    private List<TenantInfo> all() {
        return cache.get(ALL);
    }
}
