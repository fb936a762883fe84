package com.dingshu.catalog;

import com.dingshu.audit.Change;
import com.dingshu.audit.Change.FieldChange;
import com.dingshu.audit.History;
import com.dingshu.tenancy.TenantKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was changed of a SKU, its barcodes and its items in one transaction, as one step. */
@Component
class SkuHistory {

    private static final String PRODUCT = "productId";

    private final History history;
    private final ProductRepository products;

    SkuHistory(History history, ProductRepository products) {
        this.history = history;
        this.products = products;
    }

    /** Oldest first. */
    List<Change> of(UUID skuId) {
        TreeMap<Long, Change> steps = new TreeMap<>();
        history.of(Sku.class, skuId).forEach(step -> add(steps, step, named(step.fields())));
        history.ofParts(SkuBarcode.class, "skuId", skuId)
                .values()
                .forEach(barcode -> barcode.forEach(step -> add(steps, step, value(step, "barcode"))));
        history.ofParts(ItemMapping.class, "skuId", skuId)
                .keySet()
                .forEach(item -> items(steps, history.of(ItemMapping.class, item), skuId.toString()));
        return List.copyOf(steps.values());
    }

    /** An item comes to a SKU and leaves it; while it belongs to another it is none of ours. */
    private static void items(TreeMap<Long, Change> steps, List<Change> item, String skuId) {
        String name = value(item.getFirst(), "shopId").getFirst().after()
                + " "
                + value(item.getFirst(), "itemKey").getFirst().after();
        for (Change step : item) {
            for (FieldChange sku : value(step, "skuId")) {
                add(
                        steps,
                        step,
                        List.of(new FieldChange(
                                "item",
                                skuId.equals(sku.before()) ? name : null,
                                skuId.equals(sku.after()) ? name : null)));
            }
        }
    }

    private static List<FieldChange> value(Change step, String field) {
        return step.fields().stream()
                .filter(change -> change.field().equals(field))
                .toList();
    }

    private static void add(TreeMap<Long, Change> steps, Change step, List<FieldChange> fields) {
        List<FieldChange> telling = fields.stream()
                .filter(field -> !Objects.equals(field.before(), field.after()))
                .toList();
        if (telling.isEmpty()) {
            return;
        }
        Change known = steps.get(step.revision());
        List<FieldChange> all = new ArrayList<>(known == null ? List.of() : known.fields());
        all.addAll(telling);
        Change.Kind kind = known == null
                ? (step.kind() == Change.Kind.CREATED && isPart(telling) ? Change.Kind.CHANGED : step.kind())
                : known.kind();
        steps.put(step.revision(), new Change(step.revision(), step.at(), step.who(), step.reason(), kind, all));
    }

    private static boolean isPart(List<FieldChange> fields) {
        return fields.stream()
                .allMatch(field ->
                        field.field().equals("barcode") || field.field().equals("item"));
    }

    private List<FieldChange> named(List<FieldChange> fields) {
        return fields.stream()
                .map(field -> field.field().equals(PRODUCT)
                        ? new FieldChange(PRODUCT, product(field.before()), product(field.after()))
                        : field)
                .toList();
    }

    private @Nullable String product(@Nullable String id) {
        return Optional.ofNullable(id)
                .flatMap(known -> products.findById(TenantKey.own(UUID.fromString(known))))
                .map(Product::code)
                .orElse(null);
    }
}
