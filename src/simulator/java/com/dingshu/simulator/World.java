package com.dingshu.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** All the simulator knows: partners, shops, clock, faults, and the orders under way. */
public final class World {

    private final long seed;
    private final SimClock clock = new SimClock();
    private final Faults faults;
    private final Map<String, Partner> partners = new LinkedHashMap<>();
    private final Map<String, Shop> shops = new ConcurrentHashMap<>();
    // never the same number again after a restart: the receiving side keeps what it got
    private final AtomicLong sequence = new AtomicLong((Instant.now().getEpochSecond() - 1_700_000_000L) * 10_000_000L);
    private final Pusher pusher;
    private final Life life;

    World(long seed) {
        this.seed = seed;
        this.faults = new Faults(seed);
        this.pusher = new Pusher(this);
        this.life = new Life(this);
    }

    void start() {
        life.start();
    }

    void add(Partner partner) {
        partners.put(partner.name(), partner);
    }

    public SimClock clock() {
        return clock;
    }

    public Faults faults() {
        return faults;
    }

    Pusher pusher() {
        return pusher;
    }

    Partner partner(String channel) {
        Partner partner = partners.get(channel);
        if (partner == null) {
            throw new IllegalArgumentException("Unknown channel " + channel + ", known are " + partners.keySet());
        }
        return partner;
    }

    List<Shop> shops() {
        return new ArrayList<>(shops.values());
    }

    Shop register(ShopSettings settings) {
        partner(settings.channel());
        Shop shop = new Shop(settings, seed ^ settings.shopId().hashCode());
        Shop before = shops.putIfAbsent(key(settings.channel(), settings.shopId()), shop);
        if (before == null) {
            return shop;
        }
        before.change(settings);
        return before;
    }

    public Optional<Shop> shop(String channel, String shopId) {
        return Optional.ofNullable(shops.get(key(channel, shopId)));
    }

    /** The shop of a channel that uses this application key and this token. */
    public Optional<Shop> byToken(String channel, String appKey, String token) {
        return shops.values().stream()
                .filter(s -> s.settings().channel().equals(channel))
                .filter(s -> s.settings().appKey().equals(appKey)
                        && s.settings().token().equals(token))
                .findFirst();
    }

    /** Any shop of the channel with this application key: its secret verifies the call. */
    public Optional<Shop> byApp(String channel, String appKey) {
        return shops.values().stream()
                .filter(s -> s.settings().channel().equals(channel)
                        && s.settings().appKey().equals(appKey))
                .findFirst();
    }

    private static String key(String channel, String shopId) {
        return channel + "/" + shopId;
    }

    List<SimOrder> issue(Shop shop, Wish wish) {
        if (shop.settings().products().isEmpty()) {
            throw new IllegalArgumentException(
                    "The shop " + shop.settings().shopId() + " sells nothing: register it with products");
        }
        List<SimOrder> issued = new ArrayList<>();
        for (int i = 0; i < Math.max(1, wish.count()); i++) {
            issued.add(issueOne(shop, wish));
        }
        return issued;
    }

    private SimOrder issueOne(Shop shop, Wish wish) {
        String id = partner(shop.settings().channel()).orderId(sequence.addAndGet(20));
        SimOrder order = shop.issue(id, wish, clock.now());
        if (!wish.silent()) {
            tell(shop, Change.Kind.CREATED, order);
        }
        if (wish.paid() == null ? life.paysAtOnce(shop) : wish.paid()) {
            shop.become(order, SimOrder.State.PAID, clock.now());
            if (!wish.silent()) {
                tell(shop, Change.Kind.PAID, order);
            }
        } else if (wish.paid() == null) {
            life.later(shop, order);
        }
        return order;
    }

    void move(Shop shop, SimOrder order, SimOrder.State state) {
        shop.become(order, state, clock.now());
        tell(shop, Change.Kind.valueOf(state.name()), order);
    }

    void tell(Shop shop, Change.Kind kind, SimOrder order) {
        pusher.tell(shop, new Change(kind, order, clock.now(), order.id + ":" + sequence.addAndGet(1)));
    }

    /** Reads shops from a JSON or YAML file: {@code {shops: [...]}} with the fields of {@link ShopSettings}. */
    void load(Path file) {
        try {
            ObjectMapper mapper = file.toString().endsWith(".json") ? Http.JSON : new YAMLMapper();
            JsonNode root = mapper.readTree(Files.readAllBytes(file));
            root.path("shops").forEach(shop -> register(Http.JSON.treeToValue(shop, ShopSettings.class)));
            clock.offset(Duration.ofSeconds(root.path("clockOffsetSeconds").asLong(0)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
