package com.dingshu;

import static org.assertj.core.api.Assertions.assertThat;

import com.dingshu.tenancy.Permission;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The data in {@code tenants/}: complete, consistent, and nothing in it that the code does not know. */
class DemoMerchantsTest {

    private static final Path TENANTS = Path.of("tenants");

    @Test
    void everyPermissionOfARoleExistsAndEveryGrantableOneIsGranted() {
        var granted = roles().properties().stream()
                .flatMap(role -> texts(role.getValue().path("permissions")).stream())
                .toList();

        assertThat(granted).allSatisfy(id -> assertThat(Permission.byId(id).filter(Permission::grantable))
                .isPresent());
        assertThat(granted)
                .containsAll(Arrays.stream(Permission.values())
                        .filter(Permission::grantable)
                        .map(Permission::id)
                        .toList());
    }

    @Test
    void thereAreTwelveRolesWithNamesInBothLanguages() {
        assertThat(roles().properties()).hasSize(12).allSatisfy(role -> {
            assertThat(role.getValue().at("/name/zh").asString()).isNotBlank();
            assertThat(role.getValue().at("/name/en").asString()).isNotBlank();
        });
    }

    @Test
    void warehouseWorkersHaveThreeActionsOnly() {
        assertThat(permissions("warehouse-worker"))
                .containsExactlyInAnyOrder("fulfilment.pick", "fulfilment.pack", "fulfilment.outbound");
    }

    @Test
    void supportAgentsChangeContactDataAndNotesOnly() {
        assertThat(permissions("support-agent"))
                .filteredOn(id -> !id.endsWith(".view") && !id.equals("contact.reveal"))
                .containsExactlyInAnyOrder("orders.edit-contact", "orders.note", "customers.edit");
    }

    @Test
    void financeChangesNothing() {
        assertThat(permissions("finance")).allMatch(id -> id.endsWith(".view") || id.equals("orders.export-completed"));
    }

    @Test
    void onlySupervisorsVoid() {
        assertThat(roles().properties().stream()
                        .filter(role ->
                                texts(role.getValue().path("permissions")).contains("orders.void")))
                .extracting(java.util.Map.Entry::getKey)
                .containsExactly("support-supervisor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"qinghe", "xiaolu"})
    void everyRoleHasASignIn(String merchant) {
        var held = yaml(merchant, "staff")
                .path("staff")
                .valueStream()
                .flatMap(person -> texts(person.path("roles")).stream())
                .collect(Collectors.toSet());

        assertThat(held).isEqualTo(new HashSet<>(roles().propertyNames()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"qinghe", "xiaolu"})
    void everyBarcodeHasItsCheckDigitAndIsUnique(String merchant) {
        var barcodes = column(merchant, "catalogue", "barcodes");

        assertThat(barcodes)
                .hasSizeGreaterThanOrEqualTo(40)
                .doesNotHaveDuplicates()
                .allMatch(DemoMerchantsTest::isEan13);
    }

    @ParameterizedTest
    @ValueSource(strings = {"qinghe", "xiaolu"})
    void stockAndListingsNameKnownSkusWarehousesAndShops(String merchant) {
        var skus = Set.copyOf(column(merchant, "catalogue", "code"));
        var warehouses = yaml(merchant, "warehouses")
                .path("warehouses")
                .valueStream()
                .map(warehouse -> warehouse.path("code").asString())
                .toList();
        var shops = yaml(merchant, "shops")
                .path("shops")
                .valueStream()
                .map(shop -> shop.path("key").asString())
                .toList();

        assertThat(column(merchant, "stock", "sku")).isSubsetOf(skus);
        assertThat(column(merchant, "stock", "warehouse")).isSubsetOf(warehouses);
        assertThat(column(merchant, "listings", "shop")).isSubsetOf(shops);
        assertThat(column(merchant, "listings", "sku"))
                .filteredOn(sku -> !sku.isEmpty())
                .isSubsetOf(skus);
    }

    @ParameterizedTest
    @ValueSource(strings = {"qinghe", "xiaolu"})
    void someItemsAreNotMappedSoThatTheRepairListShowsSomething(String merchant) {
        assertThat(column(merchant, "listings", "sku"))
                .filteredOn(String::isEmpty)
                .hasSize(3);
    }

    private static boolean isEan13(String code) {
        if (!code.matches("\\d{13}")) {
            return false;
        }
        var sum = 0;
        for (var i = 0; i < 12; i++) {
            sum += (code.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return (10 - sum % 10) % 10 == code.charAt(12) - '0';
    }

    private static JsonNode roles() {
        return new YAMLMapper().readTree(TENANTS.resolve("roles.yaml")).path("roles");
    }

    private static List<String> permissions(String role) {
        return texts(roles().path(role).path("permissions"));
    }

    private static JsonNode yaml(String merchant, String file) {
        return new YAMLMapper().readTree(TENANTS.resolve(merchant).resolve(file + ".yaml"));
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    private static List<String> column(String merchant, String file, String name) {
        var format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader text = Files.newBufferedReader(TENANTS.resolve(merchant).resolve(file + ".csv"));
                var rows = format.parse(text)) {
            return rows.stream().map((CSVRecord row) -> row.get(name)).toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
