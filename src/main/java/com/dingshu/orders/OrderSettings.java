package com.dingshu.orders;

import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Requires;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How the merchant wants its orders handled. A change holds for orders judged after it, on every node within seconds. */
@Service
public class OrderSettings {

    private final OrderRulesRepository rules;
    private final Cache<Integer, Rules> cache =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(5)).build();

    OrderSettings(OrderRulesRepository rules) {
        this.rules = rules;
    }

    @Requires({
        Permission.ORDERS_VIEW,
        Permission.SETTINGS_VIEW,
        Permission.SETTINGS_MANAGE,
        Permission.THRESHOLDS_MANAGE,
        Permission.ORDERS_ACCEPT,
        Permission.FACTS_RECORD
    })
    @Transactional(readOnly = true)
    public Rules current() {
        return rules();
    }

    @Requires({Permission.SETTINGS_MANAGE, Permission.THRESHOLDS_MANAGE})
    @Transactional
    public void save(Rules wanted) {
        rules.findFirstByOrderById().ifPresentOrElse(row -> row.set(wanted), () -> rules.save(new OrderRules(wanted)));
        cache.invalidate(Acting.current().tenantId());
    }

    /** The row whose history tells of the changes; empty while the usual rules hold. */
    @Requires({Permission.SETTINGS_VIEW, Permission.SETTINGS_MANAGE, Permission.THRESHOLDS_MANAGE})
    @Transactional(readOnly = true)
    public Optional<UUID> row() {
        return rules.findFirstByOrderById().map(OrderRules::id);
    }

    /** The audited type, for the reader of history. */
    public static Class<?> audited() {
        return OrderRules.class;
    }

    /** Without asking for a permission: for the module's own use. */
    Rules rules() {
        return cache.get(
                Acting.current().tenantId(),
                tenant -> rules.findFirstByOrderById().map(OrderRules::rules).orElse(Rules.USUAL));
    }
}
