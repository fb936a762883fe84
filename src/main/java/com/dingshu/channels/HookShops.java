package com.dingshu.channels;

import com.dingshu.channels.connect.ShopAccess;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Actor;
import com.dingshu.tenancy.ShopAddress;
import com.dingshu.tenancy.ShopDirectory;
import com.dingshu.tenancy.Tenants;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds out whom a push is for and lets it be taken in on that merchant's behalf. The name by which a shop is looked up is
 * only a claim until the signature has been checked with that shop's own secret.
 */
@Component
public class HookShops {

    private static final Duration FORCED_EVERY = Duration.ofMinutes(1);
    private static final Duration PUSH_NOTED_EVERY = Duration.ofSeconds(30);

    private final ShopDirectory directory;
    private final Tenants tenants;
    private final ShopAccesses accesses;
    private final Connections connections;
    private final SyncGateway sync;
    private final Clock clock;
    private final Cache<String, ShopAddress> addresses = Caffeine.newBuilder()
            .maximumSize(50_000)
            .expireAfterWrite(Duration.ofSeconds(30))
            .build();
    private final Cache<UUID, Instant> noted = Caffeine.newBuilder()
            .maximumSize(50_000)
            .expireAfterWrite(PUSH_NOTED_EVERY)
            .build();
    private final Cache<UUID, Instant> forced = Caffeine.newBuilder()
            .maximumSize(50_000)
            .expireAfterWrite(FORCED_EVERY.multipliedBy(2))
            .build();

    HookShops(
            ShopDirectory directory,
            Tenants tenants,
            ShopAccesses accesses,
            Connections connections,
            SyncGateway sync,
            Clock clock) {
        this.directory = directory;
        this.tenants = tenants;
        this.accesses = accesses;
        this.connections = connections;
        this.sync = sync;
        this.clock = clock;
    }

    /** A shop a push claims to be for, with the secret to check that. */
    public record HookShop(ShopAddress address, ShopAccess access) {}

    /** The key under which a shop is known by its application. */
    public static String applicationKey(String appKey) {
        return "app:" + appKey;
    }

    /** The shop behind the platform's key; empty when there is none, it is not connected, or its merchant is suspended. */
    public Optional<HookShop> find(String channel, String key) {
        return address(channel, key).flatMap(address -> as(channel, address, () -> accesses.of(address.shopId()))
                .map(access -> new HookShop(address, access)));
    }

    /** Where the platform's key leads, without opening the shop's secrets. */
    public Optional<ShopAddress> address(String channel, String key) {
        @Nullable ShopAddress known = addresses.getIfPresent(channel + "/" + key);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<ShopAddress> found = key.length() > 191
                ? Optional.empty()
                : directory.find(channel, key).filter(address -> tenants.byId(address.tenantId())
                        .filter(tenant -> tenant.status().operating())
                        .isPresent());
        found.ifPresent(address -> addresses.put(channel + "/" + key, address));
        return found;
    }

    /** Runs work on behalf of the shop's merchant. */
    public <T> T as(String channel, ShopAddress address, Supplier<T> work) {
        return Acting.as(address.tenantId(), Actor.channel(channel)).call(work::get);
    }

    /** Notes that a verified push came; twice a minute is enough. */
    public void pushed(UUID shopId) {
        if (noted.getIfPresent(shopId) == null) {
            noted.put(shopId, clock.instant());
            sync.pushed(shopId, clock.instant());
        }
    }

    /**
     * The order behind a refused push is fetched by the next pull: let it be soon, but once a minute at most. Whoever knows a
     * shop's name can have pushes refused, and each pull uses up what the platform allows.
     */
    public void pullSoon(UUID shopId) {
        Instant now = clock.instant();
        Instant at = forced.asMap().merge(shopId, now, (last, wanted) -> notBefore(last, wanted));
        if (at.equals(now)) {
            connections.pullSoon(shopId);
        } else {
            sync.pullBy(shopId, at);
        }
    }

    /** The next time a pull may be forced: now, or a minute after the last, or as is already planned. */
    private static Instant notBefore(Instant last, Instant now) {
        if (last.isAfter(now)) {
            return last;
        }
        Instant next = last.plus(FORCED_EVERY);
        return next.isAfter(now) ? next : now;
    }
}
