package com.dingshu.channels;

import com.dingshu.channels.csv.FileContent;
import com.dingshu.channels.csv.OrderFiles;
import com.dingshu.channels.mapping.Mapping;
import com.dingshu.tenancy.ShopInfo;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a file gathered into orders: rows of one order number and shop are one order, wherever they stand. A row that
 * names goods and nothing of the order as a whole goes on with the order above it, as below cells that were merged.
 */
final class OrderGroups {

    private static final List<String> SHOP_HEADINGS = List.of("店铺", "店铺名称", "shop", "Shop");

    private OrderGroups() {}

    /** An order of the file. */
    record Group(ShopInfo shop, String orderNo, List<FileContent.Row> rows) {

        /** The payload: of the order the first row that says something stands, all rows are its lines. */
        Map<String, Object> payload() {
            Map<String, Object> payload = new LinkedHashMap<>();
            rows.forEach(row -> row.cells().forEach(payload::putIfAbsent));
            payload.put("lines", rows.stream().map(FileContent.Row::cells).toList());
            return payload;
        }
    }

    /** A file's rows; its headings are those that the mapping knows. */
    static FileContent read(byte[] content, Mapping mapping) {
        return OrderFiles.read(content, headings -> mapping.recognised(headings).size());
    }

    /** @param shop for rows that name none of the merchant's shops */
    static List<Group> of(FileContent.Rows file, Mapping mapping, ShopInfo shop, List<ShopInfo> shops) {
        Map<String, Group> groups = new LinkedHashMap<>();
        Mapping.Headings headings = mapping.headings(file.headings());
        @Nullable Group above = null;
        for (FileContent.Row row : file.rows()) {
            if (above != null && goesOn(row.cells().keySet(), headings)) {
                above.rows().add(row);
                continue;
            }
            ShopInfo own = named(row, shops, shop);
            String orderNo = mapping.orderNoOf(row.cells());
            // a row without a number stands alone and is refused alone
            String key = orderNo.isEmpty() ? "row " + row.number() : own.id() + "/" + orderNo;
            Group group = groups.computeIfAbsent(key, any -> new Group(own, orderNo, new ArrayList<>()));
            group.rows().add(row);
            above = orderNo.isEmpty() ? null : group;
        }
        return List.copyOf(groups.values());
    }

    private static boolean goesOn(Set<String> filled, Mapping.Headings headings) {
        return Collections.disjoint(filled, headings.ofOrders())
                && Collections.disjoint(filled, SHOP_HEADINGS)
                && !Collections.disjoint(filled, headings.ofGoods());
    }

    private static ShopInfo named(FileContent.Row row, List<ShopInfo> shops, ShopInfo otherwise) {
        for (String heading : SHOP_HEADINGS) {
            @Nullable Object said = row.cells().get(heading);
            if (said != null) {
                String name = said.toString().strip();
                return shops.stream()
                        .filter(shop ->
                                shop.name().equals(name) || shop.externalId().equals(name))
                        .findFirst()
                        .orElse(otherwise);
            }
        }
        return otherwise;
    }
}
