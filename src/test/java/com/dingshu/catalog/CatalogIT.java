package com.dingshu.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dingshu.audit.Change;
import com.dingshu.catalog.FieldProblem.Kind;
import com.dingshu.shared.Ids;
import com.dingshu.tenancy.AccessDenied;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Actor;
import com.dingshu.tenancy.OpenShop;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Shops;
import com.dingshu.testing.IntegrationTest;
import com.dingshu.testing.Merchants;
import com.dingshu.testing.Merchants.Merchant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
class CatalogIT {

    @Autowired
    private Merchants merchants;

    @Autowired
    private Catalog catalog;

    @Autowired
    private ItemMappings mappings;

    @Autowired
    private Shops shops;

    @Autowired
    private TransactionTemplate transaction;

    private Merchant merchant;

    @BeforeEach
    void open() {
        merchant = merchants.open();
    }

    @Test
    void keepsEveryFieldOfASku() {
        SaveSku wish = new SaveSku(
                "LJ-050",
                new SaveSku.Naming("LJ", "明前西湖龙井", "罐装 50g", List.of("6970031810012", "6970031810029")),
                new SaveSku.Handling(SkuType.FRAGILE, 180, new SkuSize(80, 80, 120)),
                new SaveSku.Pricing(22800, 9600, "CNY", "1030202010000000000"),
                new SaveSku.Keeping(12, 250, true),
                true);
        SkuInfo saved = saved(wish);
        assertThat(merchant.call(() -> catalog.byCode("LJ-050"))).contains(saved);
        assertThat(merchant.call(() -> catalog.byBarcode("6970031810029"))).contains(saved);
        assertThat(saved.barcodes()).containsExactly("6970031810012", "6970031810029");
        SkuDetails details = merchant.call(() -> catalog.details("LJ-050")).orElseThrow();
        assertThat(details.productCode()).isEqualTo("LJ");
        assertThat(details.size()).isEqualTo(new SkuSize(80, 80, 120));
        assertThat(details.costMinor()).isEqualTo(9600);
        assertThat(details.taxCode()).isEqualTo("1030202010000000000");
    }

    @Test
    void changesNothingWhenTheSameIsImportedAgain() {
        List<SaveSku> rows = IntStream.rangeClosed(1, 450)
                .mapToObj(n -> SaveSku.of("C-%03d".formatted(n), "商品 " + n, n, "CNY")
                        .withBarcodes(List.of("69%05d".formatted(n))))
                .toList();
        assertThat(merchant.call(() -> catalog.importSkus(rows))).isEqualTo(new SkuImport(450, 0, 0, List.of()));
        assertThat(merchant.call(() -> catalog.importSkus(rows))).isEqualTo(new SkuImport(0, 0, 450, List.of()));
        UUID first = merchant.call(() -> catalog.byCode("C-001")).orElseThrow().id();
        assertThat(merchant.call(() -> catalog.history(first))).hasSize(1);
    }

    @Test
    void namesWhatIsWrongAndTakesTheGoodRowsIn() {
        saved(SaveSku.of("OLD", "旧", 1, "CNY").withBarcodes(List.of("111")));
        SkuImport done = merchant.call(() -> catalog.importSkus(List.of(
                SaveSku.of("A", "甲", 100, "CNY"),
                SaveSku.of("", "乙", 100, "CNY"),
                SaveSku.of("A", "又一个", 100, "CNY"),
                SaveSku.of("B", "丙", -1, "RMB").withBarcodes(List.of("111")),
                SaveSku.of("C/D", "丁", 1, "CNY").withBuffer(10_001, false))));
        assertThat(done.created()).isEqualTo(1);
        assertThat(done.refused()).extracting(SkuImport.RefusedRow::row).containsExactly(2, 3, 4, 5);
        assertThat(done.refused().stream().flatMap(row -> row.problems().stream()))
                .extracting(FieldProblem::field, FieldProblem::kind)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("code", Kind.MISSING),
                        org.assertj.core.groups.Tuple.tuple("code", Kind.REPEATED),
                        org.assertj.core.groups.Tuple.tuple("priceMinor", Kind.OUT_OF_RANGE),
                        org.assertj.core.groups.Tuple.tuple("currency", Kind.UNKNOWN_CURRENCY),
                        org.assertj.core.groups.Tuple.tuple("barcodes", Kind.TAKEN),
                        org.assertj.core.groups.Tuple.tuple("code", Kind.BAD_CHARACTERS),
                        org.assertj.core.groups.Tuple.tuple("bufferPercentTimes100", Kind.OUT_OF_RANGE));
    }

    @Test
    void keepsTheHistoryOfASku() {
        SkuInfo sku = saved(SaveSku.of("H", "茶", 100, "CNY"));
        merchant.call(() -> catalog.save(SaveSku.of("H", "茶", 120, "CNY")));
        assertThat(merchant.call(() -> catalog.history(sku.id())).getLast().fields())
                .extracting(field -> field.field() + " " + field.before() + " → " + field.after())
                .containsExactly("priceMinor 100 → 120");
    }

    @Test
    void makesOnlyWhatIsNotThere() {
        saved(SaveSku.of("A", "甲", 1, "CNY"));
        assertThat(merchant.call(() -> catalog.create(SaveSku.of("A", "又一个", 1, "CNY"))))
                .isEqualTo(new SaveSkuResult.Refused(List.of(new FieldProblem("code", Kind.TAKEN, "A"))));
        assertThat(merchant.call(() -> catalog.create(SaveSku.of("B", "乙", 1, "CNY"))))
                .isInstanceOf(SaveSkuResult.Created.class);
    }

    @Test
    void doesNotOverwriteWhatSomebodyElseHasChanged() {
        saved(SaveSku.of("A", "甲", 100, "CNY"));
        SaveSku seen = merchant.call(() -> catalog.details("A")).orElseThrow().asWish();
        saved(seen.withCost(60));
        assertThat(merchant.call(() -> catalog.change(seen, seen.withSafetyStock(5))))
                .isEqualTo(new SaveSkuResult.Overtaken());
        SaveSku now = merchant.call(() -> catalog.details("A")).orElseThrow().asWish();
        assertThat(now.pricing().costMinor()).isEqualTo(60);
        assertThat(now.keeping().safetyStock()).isNull();
        assertThat(merchant.call(() -> catalog.change(now, now.withSafetyStock(5))))
                .isInstanceOf(SaveSkuResult.Changed.class);
    }

    @Test
    void listsWhatIsStillSoldAndWhatIsNot() {
        saved(SaveSku.of("A", "甲", 1, "CNY"));
        saved(SaveSku.of("B", "乙", 1, "CNY").handled(new SaveSku.Handling(SkuType.FRESH, 500, null)));
        merchant.run(() -> Acting.current().because("换季").run(() -> catalog.setActive("A", false)));
        assertThat(listed(null, true)).containsExactly("B");
        assertThat(listed(null, false)).containsExactly("A");
        assertThat(listed(SkuType.FRESH, null)).containsExactly("B");
        assertThat(listed(SkuType.LIQUID, null)).isEmpty();
        SkuInfo gone = merchant.call(() -> catalog.byCode("A")).orElseThrow();
        assertThat(gone.active()).isFalse();
        assertThat(merchant.call(() -> catalog.history(gone.id())).getLast())
                .satisfies(step -> assertThat(step.reason()).isEqualTo("换季"))
                .satisfies(step ->
                        assertThat(step.fields()).containsExactly(new Change.FieldChange("active", "true", "false")));
    }

    @Test
    void tellsInTheHistoryWhichBarcodesAndItemsCameAndWent() {
        UUID shop = shop();
        SkuInfo sku = saved(SaveSku.of("A", "甲", 1, "CNY").withBarcodes(List.of("690")));
        UUID other = saved(SaveSku.of("B", "乙", 1, "CNY")).id();
        saved(SaveSku.of("A", "甲", 1, "CNY").withBarcodes(List.of("691")));
        merchant.run(() -> mappings.map(shop, "i", sku.id()));
        merchant.run(() -> mappings.map(shop, "i", other));
        List<Change> steps = merchant.call(() -> catalog.history(sku.id()));
        assertThat(steps).hasSize(4);
        assertThat(steps.get(1).fields())
                .containsExactlyInAnyOrder(
                        new Change.FieldChange("barcode", "690", null), new Change.FieldChange("barcode", null, "691"));
        assertThat(steps.get(2).fields()).containsExactly(new Change.FieldChange("item", null, shop + " i"));
        assertThat(steps.get(3).fields()).containsExactly(new Change.FieldChange("item", shop + " i", null));
    }

    @Test
    void forgetsAMappingThatIsTakenBack() {
        UUID shop = shop();
        UUID sku = saved(SaveSku.of("A", "甲", 1, "CNY")).id();
        merchant.run(() -> mappings.map(shop, "i", sku));
        assertThat(resolve(shop, "i")).containsEntry("i", sku);
        assertThat(merchant.call(() -> mappings.unmap(shop, "i"))).isTrue();
        assertThat(resolve(shop, "i")).isEmpty();
        assertThat(merchant.call(() -> mappings.unmap(shop, "i"))).isFalse();
        assertThat(merchant.call(() -> catalog.details("A")).orElseThrow().items())
                .isEmpty();
    }

    @Test
    void pagesByKeyAndFindsByCodeNameAndBarcode() {
        merchant.call(() -> catalog.importSkus(IntStream.rangeClosed(1, 25)
                .mapToObj(n -> SaveSku.of("P-%02d".formatted(n), n == 7 ? "100% 龙井" : "毛峰", 1, "CNY")
                        .withBarcodes(List.of("77%02d".formatted(n))))
                .toList()));
        List<String> seen = new ArrayList<>();
        @Nullable String after = null;
        do {
            SkuPage page = next(after);
            page.rows().forEach(row -> seen.add(row.code()));
            after = page.next();
        } while (after != null);
        assertThat(seen).hasSize(25).isSorted().doesNotHaveDuplicates();
        assertThat(found("龙井")).containsExactly("P-07");
        assertThat(found("100%")).containsExactly("P-07");
        assertThat(found("%")).containsExactly("P-07");
        assertThat(found("7712")).containsExactly("P-12");
        assertThat(found("P-2")).hasSize(6);
    }

    @Test
    void resolvesByMappingThenCodeThenBarcode() {
        UUID shop = shop();
        SkuInfo mapped = saved(SaveSku.of("M", "映射", 1, "CNY"));
        SkuInfo byCode = saved(SaveSku.of("K", "编码", 1, "CNY"));
        SkuInfo byBarcode = saved(SaveSku.of("X", "条码", 1, "CNY").withBarcodes(List.of("K", "690")));
        merchant.run(() -> mappings.map(shop, "item-1", mapped.id()));
        assertThat(resolve(shop, "item-1", "K", "690", "nothing"))
                .isEqualTo(Map.of("item-1", mapped.id(), "K", byCode.id(), "690", byBarcode.id()));
        merchant.run(() -> mappings.map(shop, "K", mapped.id()));
        assertThat(resolve(shop, "K")).isEqualTo(Map.of("K", mapped.id()));
    }

    @Test
    void neverAnswersWithAMappingThatIsNoMore() {
        UUID shop = shop();
        UUID one = saved(SaveSku.of("ONE", "一", 1, "CNY")).id();
        UUID two = saved(SaveSku.of("TWO", "二", 1, "CNY")).id();
        merchant.run(() -> mappings.map(shop, "i", one));
        assertThat(resolve(shop, "i")).containsEntry("i", one);
        merchant.run(() -> transaction.executeWithoutResult(undone -> {
            mappings.map(shop, "i", two);
            assertThat(mappings.resolve(shop, List.of("i"))).containsEntry("i", two);
            undone.setRollbackOnly();
        }));
        assertThat(resolve(shop, "i")).as("the change was rolled back").containsEntry("i", one);
        merchant.run(() -> mappings.map(shop, "i", two));
        assertThat(resolve(shop, "i")).containsEntry("i", two);
    }

    @Test
    void knowsNothingOfAnotherMerchantsGoods() {
        UUID shop = shop();
        SkuInfo sku = saved(SaveSku.of("SAME", "同码", 1, "CNY").withBarcodes(List.of("123")));
        Merchant other = merchants.open();
        assertThat(other.call(() -> catalog.byCode("SAME"))).isEmpty();
        assertThat(other.call(() -> catalog.byBarcode("123"))).isEmpty();
        assertThat(other.call(() -> catalog.byIds(List.of(sku.id())))).isEmpty();
        other.call(() -> catalog.save(SaveSku.of("SAME", "别家的", 2, "CNY").withBarcodes(List.of("123"))));
        assertThat(other.call(() -> mappings.resolve(shop, List.of("SAME")))).doesNotContainValue(sku.id());
        assertThatThrownBy(() -> other.run(() -> mappings.map(shop, "i", sku.id())))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> other.run(() -> mappings.map(
                        shop, "i", catalog.byCode("SAME").orElseThrow().id())))
                .as("the shop is another merchant's")
                .isInstanceOf(org.springframework.dao.DataIntegrityViolationException.class);
    }

    @Test
    void refusesEditsWithoutThePermission() {
        Actor reader = Actor.job("reader", Permission.CATALOG_VIEW);
        assertThatThrownBy(() -> merchant.call(reader, () -> catalog.save(SaveSku.of("N", "无", 1, "CNY"))))
                .isInstanceOf(AccessDenied.class);
    }

    private SkuInfo saved(SaveSku wish) {
        return switch (merchant.call(() -> catalog.save(wish))) {
            case SaveSkuResult.Created(SkuInfo sku) -> sku;
            case SaveSkuResult.Changed(SkuInfo sku) -> sku;
            case SaveSkuResult.Unchanged(SkuInfo sku) -> sku;
            case SaveSkuResult.Overtaken overtaken -> throw new AssertionError(overtaken);
            case SaveSkuResult.Refused(List<FieldProblem> problems) -> throw new AssertionError(problems);
        };
    }

    private UUID shop() {
        return merchant.call(() -> shops.open(
                        new OpenShop("taobao", "一号店", Ids.next().toString(), "CNY", OpenShop.USUAL_PAYMENT_TIMEOUT)))
                .id();
    }

    private Map<String, UUID> resolve(UUID shop, String... keys) {
        return merchant.call(() -> mappings.resolve(shop, List.of(keys)));
    }

    private List<String> listed(@Nullable SkuType type, @Nullable Boolean active) {
        return merchant.call(() -> catalog.page(new SkuQuery(null, type, active, null, 50))).rows().stream()
                .map(SkuInfo::code)
                .toList();
    }

    private SkuPage next(@Nullable String after) {
        return merchant.call(() -> catalog.page(SkuQuery.of(null, after, 10)));
    }

    private List<String> found(String text) {
        return merchant.call(() -> catalog.page(SkuQuery.of(text, null, 50))).rows().stream()
                .map(SkuInfo::code)
                .toList();
    }
}
