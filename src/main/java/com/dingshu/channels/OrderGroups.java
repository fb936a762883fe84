package com.dingshu.channels;

import com.dingshu.channels.csv.FileContent;
import com.dingshu.channels.mapping.Mapping;
import com.dingshu.tenancy.ShopInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of a file gathered into orders: rows of one order number and shop are one order, wherever they stand. */
final class OrderGroups {

    private static final List<String> SHOP_HEADINGS = List.of("店铺", "店铺名称", "shop", "Shop");

    private OrderGroups() {}

    /** An order of the file. */
    record Group(ShopInfo shop, String orderNo, List<FileContent.Row> rows) {

        /** The payload: the first row stands for the order, all rows are its lines. */
        Map<String, Object> payload() {
            Map<String, Object> payload = new LinkedHashMap<>(rows.getFirst().cells());
            payload.put("lines", rows.stream().map(FileContent.Row::cells).toList());
            return payload;
        }
    }

    /** @param shop for rows that name none of the merchant's shops */
    static List<Group> of(FileContent.Rows file, Mapping mapping, ShopInfo shop, List<ShopInfo> shops) {
        Map<String, Group> groups = new LinkedHashMap<>();
        for (FileContent.Row row : file.rows()) {
            ShopInfo own = named(row, shops, shop);
            String orderNo = mapping.orderNoOf(row.cells());
            // a row without a number stands alone and is refused alone
            String key = orderNo.isEmpty() ? "row " + row.number() : own.id() + "/" + orderNo;
            groups.computeIfAbsent(key, any -> new Group(own, orderNo, new ArrayList<>()))
                    .rows()
                    .add(row);
        }
        return List.copyOf(groups.values());
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
