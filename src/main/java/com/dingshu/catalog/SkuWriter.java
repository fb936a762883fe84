package com.dingshu.catalog;

import com.dingshu.catalog.FieldProblem.Kind;
import com.dingshu.catalog.events.BufferChanged;
import com.dingshu.catalog.events.SkuAdded;
import com.dingshu.tenancy.DomainEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Brings a batch of wishes into being against what is stored, read once for the whole batch. */
final class SkuWriter {

    private final ProductRepository products;
    private final SkuRepository skus;
    private final SkuBarcodeRepository barcodes;
    private final Map<String, Product> productByCode;
    private final Map<UUID, String> productCodes = new HashMap<>();
    private final Map<String, Sku> skuByCode;
    private final Map<UUID, List<SkuBarcode>> barcodesBySku;
    private final Map<String, UUID> ownerOfBarcode = new HashMap<>();
    private final List<DomainEvent> events = new ArrayList<>();

    SkuWriter(ProductRepository products, SkuRepository skus, SkuBarcodeRepository barcodes, List<SaveSku> wishes) {
        this.products = products;
        this.skus = skus;
        this.barcodes = barcodes;
        this.skuByCode = new HashMap<>(
                skus.findByCodeIn(codes(wishes)).stream().collect(Collectors.toMap(Sku::code, Function.identity())));
        List<UUID> ids = skuByCode.values().stream().map(Sku::id).toList();
        this.barcodesBySku =
                new HashMap<>(barcodes.findBySkuIdIn(ids).stream().collect(Collectors.groupingBy(SkuBarcode::skuId)));
        this.productByCode = new HashMap<>(products.findByCodeIn(productCodes(wishes)).stream()
                .collect(Collectors.toMap(Product::code, Function.identity())));
        productByCode.values().forEach(product -> productCodes.put(product.id(), product.code()));
        barcodes.findByBarcodeIn(wishes.stream()
                        .flatMap(wish -> wish.naming().barcodes().stream())
                        .distinct()
                        .toList())
                .forEach(known -> ownerOfBarcode.put(known.barcode(), known.skuId()));
    }

    /** Makes the SKU anew; its code must not be there. */
    SaveSkuResult saveNew(SaveSku wish) {
        if (!skuByCode.containsKey(wish.code())) {
            return save(wish);
        }
        List<FieldProblem> problems = new ArrayList<>(SkuRules.check(wish));
        problems.add(FieldProblem.of("code", Kind.TAKEN, wish.code()));
        return new SaveSkuResult.Refused(List.copyOf(problems));
    }

    /** Changes what somebody has seen as {@code before}, unless it has been changed since. */
    SaveSkuResult saveChange(SaveSku before, SaveSku wish) {
        Sku sku = skuByCode.get(before.code());
        boolean seen = sku != null
                && sku.asWish(productCodes.get(sku.productId()), barcodeTexts(sku))
                        .equals(before);
        return seen ? save(wish) : new SaveSkuResult.Overtaken();
    }

    SaveSkuResult save(SaveSku wish) {
        List<FieldProblem> problems = new ArrayList<>(SkuRules.check(wish));
        Sku known = skuByCode.get(wish.code());
        wish.naming().barcodes().stream()
                .filter(barcode -> isAnothers(barcode, known))
                .forEach(barcode -> problems.add(FieldProblem.of("barcodes", Kind.TAKEN, barcode)));
        if (!problems.isEmpty()) {
            return new SaveSkuResult.Refused(List.copyOf(problems));
        }
        return known == null ? create(wish) : change(known, wish);
    }

    List<DomainEvent> events() {
        return events;
    }

    private boolean isAnothers(String barcode, @Nullable Sku known) {
        UUID owner = ownerOfBarcode.get(barcode);
        return owner != null && (known == null || !owner.equals(known.id()));
    }

    private SaveSkuResult create(SaveSku wish) {
        Sku sku = skus.save(new Sku(product(wish).id(), wish));
        skuByCode.put(wish.code(), sku);
        setBarcodes(sku, wish.naming().barcodes());
        List<String> keys = new ArrayList<>(List.of(wish.code()));
        keys.addAll(wish.naming().barcodes());
        events.add(new SkuAdded(sku.tenantId(), sku.id(), keys));
        return new SaveSkuResult.Created(sku.info(wish.naming().barcodes()));
    }

    private SaveSkuResult change(Sku sku, SaveSku wish) {
        List<String> before = barcodeTexts(sku);
        String productCode = wish.naming().productCode() == null ? null : productCodes.get(sku.productId());
        if (sku.asWish(productCode, before).equals(wish)) {
            return new SaveSkuResult.Unchanged(sku.info(before));
        }
        boolean sameBuffer = sku.keepsBack(wish.keeping());
        sku.become(
                wish.naming().productCode() == null
                        ? sku.productId()
                        : product(wish).id(),
                wish);
        setBarcodes(sku, wish.naming().barcodes());
        List<String> added = wish.naming().barcodes().stream()
                .filter(barcode -> !before.contains(barcode))
                .toList();
        if (!added.isEmpty()) {
            events.add(new SkuAdded(sku.tenantId(), sku.id(), added));
        }
        if (!sameBuffer) {
            events.add(new BufferChanged(
                    sku.tenantId(),
                    sku.id(),
                    wish.keeping().bufferPercentTimes100(),
                    wish.keeping().bufferRoundsUp()));
        }
        return new SaveSkuResult.Changed(sku.info(wish.naming().barcodes()));
    }

    private Product product(SaveSku wish) {
        String code = Objects.requireNonNullElse(wish.naming().productCode(), wish.code());
        return productByCode.computeIfAbsent(code, missing -> {
            Product product = products.save(new Product(missing, wish.naming().name()));
            productCodes.put(product.id(), missing);
            return product;
        });
    }

    private void setBarcodes(Sku sku, List<String> wished) {
        List<SkuBarcode> kept = new ArrayList<>();
        for (SkuBarcode old : barcodesBySku.getOrDefault(sku.id(), List.of())) {
            if (wished.contains(old.barcode())) {
                old.moveTo(wished.indexOf(old.barcode()));
                kept.add(old);
            } else {
                barcodes.delete(old);
                ownerOfBarcode.remove(old.barcode());
            }
        }
        for (int i = 0; i < wished.size(); i++) {
            String barcode = wished.get(i);
            if (kept.stream().noneMatch(old -> old.barcode().equals(barcode))) {
                kept.add(barcodes.save(new SkuBarcode(sku.id(), barcode, i)));
                ownerOfBarcode.put(barcode, sku.id());
            }
        }
        barcodesBySku.put(sku.id(), kept);
    }

    private List<String> barcodeTexts(Sku sku) {
        return barcodesBySku.getOrDefault(sku.id(), List.of()).stream()
                .sorted(Comparator.comparingInt(SkuBarcode::position))
                .map(SkuBarcode::barcode)
                .toList();
    }

    private static List<String> codes(List<SaveSku> wishes) {
        return wishes.stream().map(SaveSku::code).distinct().toList();
    }

    private static List<String> productCodes(List<SaveSku> wishes) {
        return wishes.stream()
                .map(wish -> Objects.requireNonNullElse(wish.naming().productCode(), wish.code()))
                .distinct()
                .toList();
    }
}
