package com.dingshu.blueprints;

import static org.assertj.core.api.Assertions.assertThat;

import com.dingshu.catalog.Catalog;
import com.dingshu.catalog.ItemMappings;
import com.dingshu.identity.UserInfo;
import com.dingshu.identity.Users;
import com.dingshu.inventory.StockQueries;
import com.dingshu.inventory.WarehouseInfo;
import com.dingshu.inventory.Warehouses;
import com.dingshu.shipping.CarrierAccounts;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Actor;
import com.dingshu.tenancy.ShopInfo;
import com.dingshu.tenancy.Shops;
import com.dingshu.tenancy.TenantInfo;
import com.dingshu.testing.IntegrationTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class MerchantSetUpIT {

    private static final String PASSWORD = "a first password";
    private static final Actor TESTER = Actor.system("test");

    @Autowired
    MerchantSetUp setUp;

    @Autowired
    Catalog catalog;

    @Autowired
    Shops shops;

    @Autowired
    ItemMappings mappings;

    @Autowired
    Warehouses warehouses;

    @Autowired
    StockQueries stock;

    @Autowired
    Users users;

    @Autowired
    CarrierAccounts carriers;

    Path folder;

    TenantInfo merchant;

    /** A demo merchant under names of its own, so that tests do not meet. */
    @BeforeEach
    void setUpACopy(@TempDir Path copy) throws IOException {
        folder = copy;
        var mark = Long.toString(System.nanoTime(), 36);
        try (var files = Files.list(Path.of("tenants/xiaolu"))) {
            for (var file : files.toList()) {
                var text = Files.readString(file)
                        .replace("slug: xiaolu", "slug: m" + mark)
                        .replaceAll("(externalId: \"?)", "$1" + mark + "-");
                Files.writeString(folder.resolve(file.getFileName()), text);
            }
        }
        merchant = setUp.setUp(new MerchantFolder(folder), () -> PASSWORD).tenant();
    }

    @Test
    void bringsWhatTheFolderDescribesIntoBeing() {
        assertThat(merchant.name()).isEqualTo("小鹿亲选");
        assertThat(as(() -> catalog.byCode("BTL-240-PINK"))).hasValueSatisfying(sku -> {
            assertThat(sku.priceMinor()).isEqualTo(5900);
            assertThat(sku.barcodes()).containsExactly("6970062710015");
            assertThat(sku.bufferPercentTimes100()).isEqualTo(1000);
        });
        assertThat(as(shops::all)).hasSize(4);
        assertThat(as(users::list)).hasSize(13).extracting(UserInfo::login).contains("owner", "picker", "packer");
        assertThat(as(() -> carriers.has("SF"))).isTrue();
    }

    @Test
    void putsTheFirstStockIntoItsBinsOnce() {
        setUp.setUp(new MerchantFolder(folder), () -> PASSWORD);
        var bottle = as(() -> catalog.byCode("BTL-240-PINK")).orElseThrow().id();
        var ningbo = as(warehouses::all).stream()
                .filter(warehouse -> warehouse.code().equals("NB01"))
                .findFirst()
                .orElseThrow();

        assertThat(as(() -> stock.bins(ningbo.id(), List.of(bottle)))).containsEntry(bottle, "A-01-01");
        assertThat(as(() -> stock.figures(List.of(bottle))))
                .hasEntrySatisfying(bottle, figures -> assertThat(figures.onHand())
                        .isEqualTo(new MerchantFolder(folder)
                                .stock().stream()
                                        .filter(row -> row.sku().equals("BTL-240-PINK"))
                                        .mapToInt(MerchantFolder.OpeningStock::quantity)
                                        .sum()));
        assertThat(as(() -> warehouses.forShop(shop("shopify").id())))
                .extracting(WarehouseInfo::code)
                .containsExactly("SZ01", "NB01");
    }

    @Test
    void mapsWhatTheListingsNameAndLeavesTheOthersToBeRepaired() {
        var listings = new MerchantFolder(folder).listings();
        var douyin = shop("douyin");

        for (var listing :
                listings.stream().filter(l -> l.shop().equals("douyin")).toList()) {
            assertThat(as(() -> mappings.resolve(douyin.id(), List.of(listing.itemKey())))
                            .keySet()
                            .isEmpty())
                    .as(listing.itemKey())
                    .isEqualTo(listing.sku() == null);
        }
    }

    @Test
    void keepsWhatPeopleChangedWhenItRunsAgain() {
        var bottle = as(() -> catalog.byCode("BTL-240-BLUE")).orElseThrow();
        var shop = shop("douyin");
        Acting.as(merchant.id(), TESTER).run(() -> mappings.mapAll(shop.id(), Map.of("DY-MYB-01", bottle.id())));

        var again = setUp.setUp(new MerchantFolder(folder), () -> PASSWORD);

        assertThat(again.tenant().id()).isEqualTo(merchant.id());
        assertThat(again.newcomers()).isEmpty();
        assertThat(as(shops::all)).hasSize(4);
        assertThat(as(() -> mappings.resolve(shop.id(), List.of("DY-MYB-01")))).containsEntry("DY-MYB-01", bottle.id());
    }

    private ShopInfo shop(String channel) {
        return as(shops::all).stream()
                .filter(shop -> shop.channel().equals(channel))
                .findFirst()
                .orElseThrow();
    }

    private <T> T as(Callable<T> work) {
        return Acting.as(merchant.id(), TESTER).call(work);
    }
}
