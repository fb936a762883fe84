package com.dingshu.channels;

import com.dingshu.channels.connect.Outbound;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Doorbell;
import com.dingshu.tenancy.OperationLog;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Requires;
import com.dingshu.tenancy.ShopInfo;
import com.dingshu.tenancy.Shops;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How the merchant's shops are reached and how their orders come in. */
@Service
@Transactional
public class Connections {

    private static final Duration FIRST_LOOK_BACK = Duration.ofDays(1);

    private final ShopConnectionRepository connections;
    private final SyncGateway sync;
    private final InboxGateway inbox;
    private final Shops shops;
    private final Outbound outbound;
    private final OperationLog log;
    private final Doorbell doorbell;
    private final Clock clock;
    private final ShopAccesses accesses;

    Connections(
            ShopConnectionRepository connections,
            SyncGateway sync,
            InboxGateway inbox,
            Shops shops,
            ShopAccesses accesses,
            Outbound outbound,
            OperationLog log,
            Doorbell doorbell,
            Clock clock) {
        this.connections = connections;
        this.sync = sync;
        this.inbox = inbox;
        this.shops = shops;
        this.accesses = accesses;
        this.outbound = outbound;
        this.log = log;
        this.doorbell = doorbell;
        this.clock = clock;
    }

    /**
     * Connects a shop, in place of how it was connected before. From now on its pushes are taken and, where asked for, it
     * is pulled from a day ago on. Secrets are encrypted and never shown again; a blank one keeps what is there.
     *
     * @throws ConnectRefused when the address may not be called, the application is another merchant's, or there is no
     *     secret, neither new nor from before
     * @throws IllegalArgumentException when the shop is unknown
     */
    @Requires({Permission.CHANNELS_CONFIGURE, Permission.SETTINGS_MANAGE})
    public void connect(ConnectShop command) {
        ShopInfo shop = shops.byId(command.shopId()).orElseThrow(() -> new IllegalArgumentException("Unknown shop"));
        if (!mayBeCalled(command.baseAddress())) {
            throw new ConnectRefused(ConnectRefused.Field.ADDRESS, "The address must be a public https address");
        }
        if (command.appSecret().isBlank() && !hasSecret(shop.id())) {
            throw new ConnectRefused(
                    ConnectRefused.Field.SECRET, "Without a secret no push can be told from a forged one");
        }
        Optional<ShopConnection> known = connections.findByShopId(shop.id());
        ShopConnection connection = known.orElseGet(() -> new ShopConnection(shop.id(), shop.channel()));
        connection.change(
                withoutSlash(command.baseAddress()),
                command.appKey(),
                known.isPresent() && command.appSecret().isBlank()
                        ? connection.secret()
                        : accesses.close(shop.id(), ShopAccesses.SECRET, command.appSecret()),
                known.isPresent() && command.token().isEmpty()
                        ? connection.token()
                        : accesses.close(shop.id(), ShopAccesses.TOKEN, command.token()),
                command.pulls());
        connections.save(connection);
        log.record("channels.connect", "shop", shop.name(), null);
        if (!command.appKey().isEmpty()) {
            register(shop, command.appKey());
        }
        Instant now = clock.instant();
        sync.follow(shop.id(), shop.channel(), now.minus(FIRST_LOOK_BACK), command.pulls() ? now : null);
        accesses.forget(shop.id());
        doorbell.ring(PullWork.KIND, Acting.current().tenantId());
    }

    private boolean mayBeCalled(String address) {
        try {
            return outbound.allowed(URI.create(address));
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    private boolean hasSecret(UUID shopId) {
        return accesses.of(shopId)
                .filter(access -> !access.appSecret().isBlank())
                .isPresent();
    }

    private void register(ShopInfo shop, String appKey) {
        try {
            shops.alsoKnownAs(shop.id(), HookShops.applicationKey(appKey));
        } catch (DuplicateKeyException e) {
            throw new ConnectRefused(ConnectRefused.Field.APP_KEY, "The application is known for another merchant");
        }
    }

    /** Takes a new token for a shop whose authorisation had run out, and pulls at once. */
    @Requires(Permission.CHANNELS_CONFIGURE)
    public void renewToken(UUID shopId, String token) {
        connection(shopId).renew(accesses.close(shopId, ShopAccesses.TOKEN, token));
        accesses.forget(shopId);
        log.record("channels.renew-token", "shop", name(shopId), null);
        pullSoon(shopId);
    }

    /**
     * Stops pulling a shop until it is {@linkplain #resume resumed}. Pushes are taken all the same.
     *
     * @throws IllegalArgumentException when the shop is not connected
     */
    @Requires({Permission.CHANNELS_CONFIGURE, Permission.SETTINGS_MANAGE})
    public void pause(UUID shopId) {
        connection(shopId).pull(false);
        sync.follow(shopId, channel(shopId), clock.instant(), null);
        log.recordManual("channels.pause", "shop", name(shopId), null);
    }

    /**
     * Pulls a shop again, from where it was stopped on.
     *
     * @throws IllegalArgumentException when the shop is not connected
     */
    @Requires({Permission.CHANNELS_CONFIGURE, Permission.SETTINGS_MANAGE})
    public void resume(UUID shopId) {
        connection(shopId).pull(true);
        sync.follow(shopId, channel(shopId), clock.instant(), clock.instant());
        log.recordManual("channels.resume", "shop", name(shopId), null);
        doorbell.ring(PullWork.KIND, Acting.current().tenantId());
    }

    private ShopConnection connection(UUID shopId) {
        return connections.findByShopId(shopId).orElseThrow(() -> new IllegalArgumentException("Not connected"));
    }

    private String name(UUID shopId) {
        return shops.byId(shopId).map(ShopInfo::name).orElse(shopId.toString());
    }

    private String channel(UUID shopId) {
        return shops.byId(shopId).map(ShopInfo::channel).orElse("");
    }

    /** Pulls a shop now instead of at its next quarter of an hour. */
    @Requires({Permission.CHANNELS_REPAIR, Permission.CHANNELS_CONFIGURE})
    public void pullNow(UUID shopId) {
        log.record("channels.pull-now", "shop", name(shopId), null);
        pullSoon(shopId);
    }

    void pullSoon(UUID shopId) {
        sync.pullAt(shopId, clock.instant());
        doorbell.ring(PullWork.KIND, Acting.current().tenantId());
    }

    /** Every shop with how its orders come in. */
    @Requires(Permission.CHANNELS_VIEW)
    @Transactional(readOnly = true)
    public List<ShopSync> all() {
        Map<UUID, SyncGateway.Standing> standings = sync.standings();
        Map<UUID, Integer> repairs = inbox.needsRepairByShop();
        Map<UUID, Integer> backlog = inbox.backlogByShop();
        return shops.all().stream()
                .map(shop -> shown(
                        shop,
                        connections.findByShopId(shop.id()).orElse(null),
                        standings.get(shop.id()),
                        backlog.getOrDefault(shop.id(), 0),
                        repairs.getOrDefault(shop.id(), 0)))
                .toList();
    }

    private static ShopSync shown(
            ShopInfo shop,
            @Nullable ShopConnection connection,
            SyncGateway.@Nullable Standing standing,
            int backlog,
            int repairs) {
        return new ShopSync(
                shop,
                connection != null,
                connection != null && connection.pulls(),
                connection == null ? "" : connection.baseAddress(),
                connection == null ? "" : connection.appKey(),
                standing == null ? null : standing.pulledUntil(),
                standing == null ? null : standing.lastPullAt(),
                standing == null ? null : standing.lastPushAt(),
                standing == null ? null : standing.nextPullAt(),
                standing == null ? 0 : standing.failures(),
                standing == null ? "" : standing.problem(),
                backlog,
                repairs);
    }

    private static String withoutSlash(String address) {
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }
}
