package com.dingshu.catalog;

import com.dingshu.audit.Change;
import com.dingshu.catalog.FieldProblem.Kind;
import com.dingshu.tenancy.Events;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Requires;
import com.dingshu.tenancy.TenantKey;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The merchant's products and SKUs. Codes and barcodes are exact: case and spaces inside them count. */
@Service
@Transactional
public class Catalog {

    private static final int PORTION = 200;

    private final ProductRepository products;
    private final SkuRepository skus;
    private final SkuBarcodeRepository barcodes;
    private final ItemMappingRepository mappings;
    private final CatalogGateway gateway;
    private final CatalogCache cache;
    private final EntityManager entities;
    private final Events events;
    private final SkuHistory history;

    Catalog(
            ProductRepository products,
            SkuRepository skus,
            SkuBarcodeRepository barcodes,
            ItemMappingRepository mappings,
            CatalogGateway gateway,
            CatalogCache cache,
            EntityManager entities,
            Events events,
            SkuHistory history) {
        this.products = products;
        this.skus = skus;
        this.barcodes = barcodes;
        this.mappings = mappings;
        this.gateway = gateway;
        this.cache = cache;
        this.entities = entities;
        this.events = events;
        this.history = history;
    }

    @ReadsGoods
    @Transactional(readOnly = true)
    public Optional<SkuInfo> byCode(String code) {
        return gateway.byCode(code);
    }

    @ReadsGoods
    @Transactional(readOnly = true)
    public Optional<SkuInfo> byBarcode(String barcode) {
        return gateway.byBarcode(barcode);
    }

    /** The SKUs of these ids; ids that are unknown or another merchant's are missing. At most two statements. */
    @ReadsGoods
    @Transactional(readOnly = true)
    public Map<UUID, SkuInfo> byIds(Collection<UUID> ids) {
        return cache.byIds(ids);
    }

    @Requires({Permission.CATALOG_VIEW, Permission.STOCK_VIEW, Permission.CHANNELS_VIEW})
    @Transactional(readOnly = true)
    public SkuPage page(SkuQuery query) {
        List<SkuInfo> rows = gateway.page(query);
        return rows.size() <= query.size()
                ? new SkuPage(rows, null)
                : new SkuPage(
                        rows.subList(0, query.size()),
                        rows.get(query.size() - 1).code());
    }

    @Requires(Permission.CATALOG_VIEW)
    @Transactional(readOnly = true)
    public Optional<SkuDetails> details(String code) {
        return skus.findByCode(code)
                .map(sku -> new SkuDetails(
                        gateway.byCode(code).orElseThrow(),
                        products.findById(TenantKey.own(sku.productId()))
                                .orElseThrow()
                                .code(),
                        sku.size(),
                        sku.costMinor(),
                        sku.taxCode(),
                        mappings.findBySkuIdOrderByItemKey(sku.id()).stream()
                                .map(item -> new SkuDetails.MappedItem(item.shopId(), item.itemKey()))
                                .toList()));
    }

    /**
     * All changes ever made to a SKU, its barcodes and the shops' items that stand or stood for it, oldest first. The
     * field {@code barcode} holds one barcode, {@code item} a shop's id and the item's key with a space between.
     */
    @Requires(Permission.HISTORY_VIEW)
    @Transactional(readOnly = true)
    public List<Change> history(UUID skuId) {
        return history.of(skuId);
    }

    /** Makes a SKU whose code is not there yet; one that is there is refused as taken. */
    @Requires(Permission.CATALOG_EDIT)
    public SaveSkuResult create(SaveSku wish) {
        SkuWriter writer = writer(List.of(wish));
        return settled(writer, writer.saveNew(wish));
    }

    /**
     * Changes what somebody looked at.
     *
     * @param before the SKU as it was then ({@link SkuDetails#asWish}); when it is not any more, nothing is written
     */
    @Requires(Permission.CATALOG_EDIT)
    public SaveSkuResult change(SaveSku before, SaveSku wish) {
        SkuWriter writer = writer(List.of(before, wish));
        return settled(writer, writer.saveChange(before, wish));
    }

    /**
     * Takes a SKU out of the assortment, or back into it. What channels sell of it still comes in, and its stock stays:
     * who wants neither unmaps its items and books the pieces out.
     *
     * @throws IllegalArgumentException when the code is unknown
     */
    @Requires(Permission.CATALOG_EDIT)
    public void setActive(String code, boolean active) {
        Sku sku = skus.findByCode(code).orElseThrow(() -> new IllegalArgumentException("No SKU " + code));
        if (sku.setActive(active)) {
            skus.flush();
            gateway.renewStamp();
        }
    }

    /** Makes the SKU of this code as wished. Doing it again changes nothing. */
    @Requires(Permission.CATALOG_EDIT)
    public SaveSkuResult save(SaveSku wish) {
        SkuWriter writer = writer(List.of(wish));
        return settled(writer, writer.save(wish));
    }

    private SkuWriter writer(List<SaveSku> wishes) {
        return new SkuWriter(products, skus, barcodes, wishes);
    }

    private SaveSkuResult settled(SkuWriter writer, SaveSkuResult result) {
        if (result instanceof SaveSkuResult.Created || result instanceof SaveSkuResult.Changed) {
            written(writer);
        }
        return result;
    }

    /** Saves many; each refused row is named with its reasons and leaves the others alone. */
    @Requires(Permission.CATALOG_EDIT)
    public SkuImport importSkus(List<SaveSku> rows) {
        ImportTally tally = new ImportTally();
        for (int from = 0; from < rows.size(); from += PORTION) {
            List<SaveSku> portion = rows.subList(from, Math.min(rows.size(), from + PORTION));
            SkuWriter writer = writer(portion);
            int before = tally.written();
            portion.forEach(row -> tally.count(row, tally.isRepeated(row) ? tally.repeated(row) : writer.save(row)));
            if (tally.written() > before) {
                written(writer);
            }
            entities.clear();
        }
        return tally.result();
    }

    private void written(SkuWriter writer) {
        skus.flush();
        gateway.renewStamp();
        events.publish(writer.events());
    }

    /** Counts the rows of one import and knows which codes it has seen. */
    private static final class ImportTally {
        private final Set<String> codes = new HashSet<>();
        private final List<SkuImport.RefusedRow> refused = new ArrayList<>();
        private int row;
        private int created;
        private int changed;
        private int unchanged;

        boolean isRepeated(SaveSku wish) {
            return !wish.code().isEmpty() && !codes.add(wish.code());
        }

        SaveSkuResult repeated(SaveSku wish) {
            return new SaveSkuResult.Refused(List.of(FieldProblem.of("code", Kind.REPEATED, wish.code())));
        }

        void count(SaveSku wish, SaveSkuResult result) {
            row++;
            switch (result) {
                case SaveSkuResult.Created done -> created++;
                case SaveSkuResult.Changed done -> changed++;
                case SaveSkuResult.Unchanged done -> unchanged++;
                case SaveSkuResult.Overtaken overtaken -> throw new IllegalStateException("Imports overtake everybody");
                case SaveSkuResult.Refused(List<FieldProblem> problems) ->
                    refused.add(new SkuImport.RefusedRow(row, wish.code(), problems));
            }
        }

        int written() {
            return created + changed;
        }

        SkuImport result() {
            return new SkuImport(created, changed, unchanged, List.copyOf(refused));
        }
    }
}
