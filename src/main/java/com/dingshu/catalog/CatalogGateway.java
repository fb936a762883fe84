package com.dingshu.catalog;

import com.dingshu.shared.Batches;
import com.dingshu.shared.Ids;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Db;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads of the catalogue that others wait for, and the stamp that tells whether anything in it has changed. */
@Repository
class CatalogGateway {

    private static final String SKU = """
            select s.id, s.code, s.name, s.spec, s.type, s.weight_grams, s.price_minor, s.currency, s.safety_stock,
              s.buffer_percent_times100, s.buffer_rounds_up, s.active,
              (select group_concat(b.barcode order by b.position separator '\\n')
               from sku_barcode b where b.tenant_id = s.tenant_id and b.sku_id = s.id) as barcodes
            from sku s where s.tenant_id = :tenant\s""";

    private final JdbcClient jdbc;

    CatalogGateway(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Differs after every change of the merchant's catalogue; empty before the first. */
    Optional<UUID> stamp() {
        return jdbc.sql("select stamp from catalog_stamp where tenant_id = :tenant")
                .param("tenant", tenant())
                .query((row, n) -> Db.uuid(row, "stamp"))
                .optional();
    }

    /** Part of every change, so that no cached answer outlives it on any node. */
    void renewStamp() {
        jdbc.sql("""
                insert into catalog_stamp (tenant_id, stamp) values (:tenant, :stamp)
                on duplicate key update stamp = :stamp""")
                .param("tenant", tenant())
                .param("stamp", Db.uuid(Ids.next()))
                .update();
    }

    /** The SKUs that items of a shop stand for: by mapping, else by equal code, else by equal barcode. */
    Map<String, UUID> resolve(UUID shopId, Collection<String> itemKeys) {
        Map<String, UUID> found = new HashMap<>();
        for (List<String> keys : Batches.filledUp(itemKeys)) {
            jdbc.sql("""
                    select 1 as choice, m.item_key as item_key, m.sku_id as sku_id from item_mapping m
                    where m.tenant_id = :tenant and m.shop_id = :shop and m.item_key in (:keys)
                    union all
                    select 2, s.code, s.id from sku s where s.tenant_id = :tenant and s.code in (:keys)
                    union all
                    select 3, b.barcode, b.sku_id from sku_barcode b
                    where b.tenant_id = :tenant and b.barcode in (:keys)
                    order by choice""")
                    .param("tenant", tenant())
                    .param("shop", Db.uuid(shopId))
                    .param("keys", keys)
                    .query((row, n) -> found.putIfAbsent(row.getString("item_key"), Db.uuid(row, "sku_id")))
                    .list();
        }
        return found;
    }

    List<SkuInfo> byIds(Collection<UUID> ids) {
        List<SkuInfo> found = new ArrayList<>();
        for (List<UUID> some : Batches.filledUp(ids)) {
            found.addAll(jdbc.sql(SKU + "and s.id in (:ids)")
                    .param("tenant", tenant())
                    .param("ids", some.stream().map(Db::uuid).toList())
                    .query(CatalogGateway::sku)
                    .list());
        }
        return found;
    }

    Optional<SkuInfo> byCode(String code) {
        return jdbc.sql(SKU + "and s.code = :code")
                .param("tenant", tenant())
                .param("code", code)
                .query(CatalogGateway::sku)
                .optional();
    }

    Optional<SkuInfo> byBarcode(String barcode) {
        return jdbc.sql(SKU + """
                and s.id = (select c.sku_id from sku_barcode c where c.tenant_id = :tenant and c.barcode = :barcode)""")
                .param("tenant", tenant())
                .param("barcode", barcode)
                .query(CatalogGateway::sku)
                .optional();
    }

    /** One row more than asked for tells whether there is a next page. */
    List<SkuInfo> page(SkuQuery query) {
        return jdbc.sql(SKU + """
                and s.code > :after
                and (:type is null or s.type = :type)
                and (:active is null or s.active = :active)
                and (:text is null or s.code like :begins or s.name like :contains or s.spec like :contains
                  or exists (select 1 from sku_barcode c
                             where c.tenant_id = :tenant and c.sku_id = s.id and c.barcode = :text))
                order by s.code limit :most""")
                .param("tenant", tenant())
                .param("after", query.after() == null ? "" : query.after())
                .param("type", query.type() == null ? null : query.type().name())
                .param("active", query.active())
                .param("text", query.text())
                .param("begins", query.text() == null ? null : likeText(query.text()) + "%")
                .param("contains", query.text() == null ? null : "%" + likeText(query.text()) + "%")
                .param("most", query.size() + 1)
                .query(CatalogGateway::sku)
                .list();
    }

    private static String likeText(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private static SkuInfo sku(ResultSet row, int n) throws SQLException {
        String barcodes = row.getString("barcodes");
        return new SkuInfo(
                Db.uuid(row, "id"),
                row.getString("code"),
                row.getString("name"),
                row.getString("spec"),
                barcodes == null ? List.of() : List.of(barcodes.split("\n")),
                SkuType.valueOf(row.getString("type")),
                row.getLong("weight_grams"),
                row.getLong("price_minor"),
                row.getString("currency"),
                number(row, "safety_stock"),
                number(row, "buffer_percent_times100"),
                row.getBoolean("buffer_rounds_up"),
                row.getBoolean("active"));
    }

    private static @Nullable Integer number(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : (Integer) value;
    }

    private static int tenant() {
        return Acting.current().tenantId();
    }
}
