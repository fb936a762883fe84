package com.dingshu.blueprints;

import com.dingshu.shared.PostalAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A merchant described by the files of one folder; {@code tenants/} holds two to copy from. */
record MerchantFolder(Path folder) {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();
    private static final CSVFormat CSV = CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setTrim(true)
            .get();

    /** @param demoPassword everybody's password in the demonstration; a real merchant has none */
    record Merchant(
            String slug,
            String name,
            ZoneId timeZone,
            String currency,
            Locale language,
            @Nullable WorkingHours workingHours,
            @Nullable List<LocalDate> holidays,
            @Nullable String demoPassword) {}

    /** The same hours on every working day. */
    record WorkingHours(List<DayOfWeek> days, LocalTime from, LocalTime to) {}

    record Warehouse(String code, String name, PostalAddress address, Sender sender) {}

    record Sender(String name, String phone) {}

    /**
     * @param key how the other files name the shop
     * @param warehouses codes, in the order in which stock is taken
     * @param credentials of the channel's interface; none for files
     * @param ordersPerMinute how busy the simulated platform is; none for files
     */
    record Shop(
            String key,
            String channel,
            String name,
            String externalId,
            String currency,
            List<String> warehouses,
            @Nullable Map<String, String> credentials,
            double ordersPerMinute) {

        boolean sells(Listing listing) {
            return listing.shop().equals(key);
        }
    }

    record Carrier(String carrier, String partnerId, String secret, String monthlyCard) {}

    /** @param kinds what the person is told of, by the words of {@link com.dingshu.notifications.AlertKind} */
    record Told(String name, String phone, String language, List<String> kinds) {}

    record Person(String login, String name, List<String> roles) {}

    record Sku(
            String code,
            String name,
            String spec,
            List<String> barcodes,
            String type,
            long weightGrams,
            long priceFen,
            long costFen,
            @Nullable Integer safetyStock,
            @Nullable Integer bufferPercent) {}

    /** @param sku the merchant's code, or null for an item that nobody has mapped yet */
    record Listing(
            String shop,
            String itemKey,
            String title,
            String spec,
            long priceMinor,
            @Nullable String sku) {}

    record OpeningStock(String warehouse, String sku, int quantity, String bin) {}

    private record Warehouses(List<Warehouse> warehouses) {}

    private record Shops(List<Shop> shops) {}

    private record Carriers(List<Carrier> carriers) {}

    private record Alerts(List<Told> alerts) {}

    private record Staff(List<Person> staff) {}

    /** The folders of all merchants below a folder, in the order of their names. */
    static List<MerchantFolder> below(Path tenants) {
        try (var entries = Files.list(tenants)) {
            return entries.filter(entry -> Files.exists(entry.resolve("tenant.yaml")))
                    .sorted()
                    .map(MerchantFolder::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("No merchants in " + tenants.toAbsolutePath(), e);
        }
    }

    Merchant merchant() {
        return yaml("tenant", Merchant.class);
    }

    List<Warehouse> warehouses() {
        return yaml("warehouses", Warehouses.class).warehouses();
    }

    List<Shop> shops() {
        return yaml("shops", Shops.class).shops();
    }

    List<Carrier> carriers() {
        return yaml("carriers", Carriers.class).carriers();
    }

    /** Nobody when the folder has no such file. */
    List<Told> alerts() {
        return Files.exists(folder.resolve("alerts.yaml"))
                ? yaml("alerts", Alerts.class).alerts()
                : List.of();
    }

    List<Person> staff() {
        return yaml("staff", Staff.class).staff();
    }

    List<Sku> catalogue() {
        return csv(
                "catalogue",
                row -> new Sku(
                        row.get("code"),
                        row.get("name"),
                        row.get("spec"),
                        Arrays.stream(row.get("barcodes").split(" "))
                                .filter(code -> !code.isEmpty())
                                .toList(),
                        row.get("type"),
                        Long.parseLong(row.get("weight_grams")),
                        Long.parseLong(row.get("price_fen")),
                        Long.parseLong(row.get("cost_fen")),
                        number(row.get("safety_stock")),
                        number(row.get("buffer_percent"))));
    }

    List<Listing> listings() {
        return csv(
                "listings",
                row -> new Listing(
                        row.get("shop"),
                        row.get("item_key"),
                        row.get("title"),
                        row.get("spec"),
                        Long.parseLong(row.get("price_minor")),
                        row.get("sku").isEmpty() ? null : row.get("sku")));
    }

    List<OpeningStock> stock() {
        return csv(
                "stock",
                row -> new OpeningStock(
                        row.get("warehouse"), row.get("sku"), Integer.parseInt(row.get("quantity")), row.get("bin")));
    }

    private static @Nullable Integer number(String text) {
        return text.isEmpty() ? null : Integer.valueOf(text);
    }

    private <T> T yaml(String name, Class<T> type) {
        return YAML.readValue(folder.resolve(name + ".yaml"), type);
    }

    /** A file that is not there has no rows. */
    private <T> List<T> csv(String name, Function<CSVRecord, T> read) {
        var file = folder.resolve(name + ".csv");
        if (Files.notExists(file)) {
            return List.of();
        }
        try (var text = Files.newBufferedReader(file);
                var rows = CSV.parse(text)) {
            return rows.stream().map(read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
