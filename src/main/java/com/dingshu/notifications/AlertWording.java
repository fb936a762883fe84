package com.dingshu.notifications;

import com.dingshu.catalog.Catalog;
import com.dingshu.catalog.SkuInfo;
import com.dingshu.notifications.AlertGateway.Item;
import com.dingshu.tenancy.TenantInfo;
import com.dingshu.tenancy.Tenants;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts what came together into the words of one message. */
@Component
class AlertWording {

    private static final int MOST_SKUS = 5;
    private static final DateTimeFormatter TODAY = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter OTHER_DAY = DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);

    private final MessageTemplates templates;
    private final Catalog catalog;
    private final Tenants tenants;
    private final Clock clock;

    AlertWording(MessageTemplates templates, Catalog catalog, Tenants tenants, Clock clock) {
        this.templates = templates;
        this.catalog = catalog;
        this.tenants = tenants;
        this.clock = clock;
    }

    static Item oldest(List<Item> items) {
        return items.stream().min(Comparator.comparing(Item::happenedAt)).orElseThrow();
    }

    /** The parameters of the kind's template, for either language. */
    StaffAlerts.AlertWords words(AlertKind kind, List<Item> items) {
        List<Missing> missing = kind == AlertKind.SHORTAGE ? missing(items) : List.of();
        return language -> words(kind, items, missing, language);
    }

    private Map<String, String> words(AlertKind kind, List<Item> items, List<Missing> missing, String language) {
        Item oldest = oldest(items);
        Map<String, String> words = new HashMap<>();
        words.put("merchant", tenants.current().name());
        words.put("count", Long.toString(orders(items)));
        words.put("oldest", oldest.orderNumber());
        switch (kind) {
            case OVERDUE -> words.put("due", time(oldest.happenedAt()));
            case NOT_COLLECTED -> words.put("shipped", time(oldest.happenedAt()));
            case SHORTAGE -> words.put("goods", goods(missing, language));
            case PAYMENT_TIMEOUT, LATE_PAYMENT -> {}
        }
        return words;
    }

    private static long orders(List<Item> items) {
        return items.stream().map(Item::orderId).distinct().count();
    }

    /** A SKU, how many pieces all these orders together lack of it, and how many orders they are. */
    private record Missing(String sku, long pieces, long orders) {}

    /** The most wanted first. */
    private List<Missing> missing(List<Item> items) {
        Map<UUID, List<Item>> bySku = items.stream()
                .filter(item -> item.skuId() != null)
                .collect(Collectors.groupingBy(
                        item -> Objects.requireNonNull(item.skuId()), LinkedHashMap::new, Collectors.toList()));
        Map<UUID, SkuInfo> skus = catalog.byIds(bySku.keySet());
        List<Missing> all = new ArrayList<>();
        bySku.forEach((id, ofSku) -> {
            SkuInfo sku = skus.get(id);
            all.add(new Missing(sku == null ? "?" : sku.code(), pieces(ofSku), orders(ofSku)));
        });
        all.sort(Comparator.comparingLong(Missing::pieces).reversed().thenComparing(Missing::sku));
        return all;
    }

    /** Orders that are short hold nothing: all of them share the pieces that were there last. */
    private static long pieces(List<Item> ofSku) {
        long wanted = ofSku.stream().mapToLong(Item::wanted).sum();
        return Math.max(0, wanted - ofSku.getLast().available());
    }

    private String goods(List<Missing> missing, String language) {
        List<String> parts = new ArrayList<>();
        missing.stream()
                .limit(MOST_SKUS)
                .forEach(one -> parts.add(templates.part(
                        "alert-shortage-line",
                        language,
                        Map.of(
                                "sku", one.sku(),
                                "missing", Long.toString(one.pieces()),
                                "orders", Long.toString(one.orders())))));
        if (missing.size() > MOST_SKUS) {
            parts.add(templates.part(
                    "alert-shortage-rest", language, Map.of("count", Integer.toString(missing.size() - MOST_SKUS))));
        }
        return String.join(language.equals(Message.ENGLISH) ? "; " : "；", parts);
    }

    private String time(Instant at) {
        TenantInfo tenant = tenants.current();
        ZonedDateTime then = at.atZone(tenant.zone());
        return (tenant.dayOf(at).equals(tenant.dayOf(clock.instant())) ? TODAY : OTHER_DAY).format(then);
    }
}
