package com.dingshu.blueprints;

import com.dingshu.channels.Connections;
import com.dingshu.tenancy.ShopInfo;
import com.dingshu.tenancy.Shops;
import com.dingshu.tenancy.WorkPool;
import com.dingshu.testing.Merchants.Merchant;
import com.dingshu.testing.SimulatorProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.springframework.beans.factory.BeanFactory;
import tools.jackson.databind.JsonNode;

/**
 * A demo merchant once more, under names of its own, so that tests do not meet: its goods, stock, people and shops, connected
 * to the simulators. Its platforms sell nothing by themselves, and nothing but goods that are mapped unless a test names it.
 */
public final class DemoMerchant {

    private static final AtomicInteger NUMBER = new AtomicInteger((int) (System.nanoTime() / 1000 % 800_000) + 100_000);

    private final Merchant merchant;
    private final MerchantFolder folder;
    private final SimulatorProcess simulator;
    private final BeanFactory beans;

    private DemoMerchant(Merchant merchant, MerchantFolder folder, SimulatorProcess simulator, BeanFactory beans) {
        this.merchant = merchant;
        this.folder = folder;
        this.simulator = simulator;
        this.beans = beans;
    }

    /**
     * Takes in a copy of {@code tenants/<name>}.
     *
     * @param hub where the simulators reach the application
     */
    public static DemoMerchant copyOf(String name, BeanFactory beans, SimulatorProcess simulator, String hub) {
        MerchantFolder folder = new MerchantFolder(copy(Path.of("tenants", name), NUMBER.incrementAndGet()));
        String password = Objects.requireNonNull(folder.merchant().demoPassword());
        var tenant =
                beans.getBean(MerchantSetUp.class).setUp(folder, () -> password).tenant();
        DemoSettings settings = new DemoSettings("", simulator.url(""), hub, "");
        new SimulatedPlatforms(settings).register(folder);
        new DemoConnections(beans.getBean(Connections.class), settings).connect(tenant, folder);
        return new DemoMerchant(new Merchant(tenant, beans.getBean(WorkPool.class)), folder, simulator, beans);
    }

    private static Path copy(Path original, int mark) {
        try {
            Path copy = Files.createTempDirectory("merchant");
            copy.toFile().deleteOnExit();
            try (var files = Files.list(original)) {
                for (Path file : files.toList()) {
                    Path copied = Files.writeString(copy.resolve(file.getFileName()), changed(file, mark));
                    copied.toFile().deleteOnExit();
                }
            }
            return copy;
        } catch (IOException cannotCopy) {
            throw new UncheckedIOException(cannotCopy);
        }
    }

    private static String changed(Path file, int mark) throws IOException {
        String text = renamed(Files.readString(file), mark);
        // an item that nobody has mapped would be sold by chance, and its order would wait for a person
        return file.endsWith("listings.csv") ? text.replaceAll("(?m)^.*,$\\R?", "") : text;
    }

    private static String renamed(String text, int mark) {
        return text.replaceAll("(?m)^slug: (.*)$", "slug: $1" + mark)
                .replaceAll("(externalId: \"?)", "$1" + mark)
                .replaceAll("(partnerId: )", "$1" + mark)
                .replaceAll("(appKey: \"?)\\d{6}", "$1" + mark)
                .replaceAll("ordersPerMinute: .*", "ordersPerMinute: 0");
    }

    public Merchant merchant() {
        return merchant;
    }

    public String slug() {
        return merchant.tenant().slug();
    }

    /** Everybody's; the sign-ins are those of {@code staff.yaml}. */
    public String password() {
        return Objects.requireNonNull(folder.merchant().demoPassword());
    }

    public String nameOf(String login) {
        return folder.staff().stream()
                .filter(person -> person.login().equals(login))
                .findFirst()
                .orElseThrow()
                .name();
    }

    /** Words that nobody else's data hold: names of its goods, people, shops and warehouses. */
    public List<String> words() {
        return Stream.of(
                        folder.catalogue().stream().map(MerchantFolder.Sku::name),
                        folder.staff().stream().map(MerchantFolder.Person::name),
                        folder.shops().stream().map(MerchantFolder.Shop::name),
                        folder.warehouses().stream().map(MerchantFolder.Warehouse::name),
                        Stream.of(folder.merchant().name()))
                .flatMap(names -> names)
                .filter(name -> name.length() > 2)
                .distinct()
                .toList();
    }

    /** The merchant's shop on a channel. */
    public ShopInfo shop(String channel) {
        return merchant.call(() -> beans.getBean(Shops.class).all()).stream()
                .filter(shop -> shop.channel().equals(channel))
                .findFirst()
                .orElseThrow();
    }

    /** What the shop on a channel signs with. */
    public Map<String, String> credentials(String channel) {
        return folder.shops().stream()
                .filter(shop -> shop.channel().equals(channel))
                .findFirst()
                .flatMap(shop -> Optional.ofNullable(shop.credentials()))
                .orElseThrow();
    }

    /**
     * Has the platform sell something and push it, if it pushes.
     *
     * @param wish what, as the simulator's administration takes it
     * @return the platform's order number
     */
    public String sell(String channel, String wish) {
        JsonNode issued = simulator.post(
                String.format(
                        Locale.ROOT,
                        "/_sim/shops/%s/%s/orders",
                        channel,
                        URLEncoder.encode(shop(channel).externalId(), StandardCharsets.UTF_8)),
                wish);
        return issued.path("orders").path(0).path("id").asString();
    }

    /** Moves the partners' clock, by which parcels travel, so far from real time. */
    public void moveClock(Duration offset) {
        simulator.post("/_sim/clock", "{\"offsetSeconds\":" + offset.toSeconds() + "}");
    }
}
