package com.dingshu.catalog;

import com.dingshu.shared.Ids;
import com.dingshu.tenancy.AuditedRow;
import jakarta.persistence.Entity;
import java.util.UUID;
import org.hibernate.envers.Audited;

/** Says which SKU an item of a shop stands for. */
@Entity
@Audited
class ItemMapping extends AuditedRow {

    private UUID shopId;
    private String itemKey;
    private UUID skuId;

    @SuppressWarnings("NullAway.Init")
    protected ItemMapping() {}

    ItemMapping(UUID shopId, String itemKey, UUID skuId) {
        super(Ids.next());
        this.shopId = shopId;
        this.itemKey = itemKey;
        this.skuId = skuId;
    }

    UUID shopId() {
        return shopId;
    }

    String itemKey() {
        return itemKey;
    }

    UUID skuId() {
        return skuId;
    }

    void standsFor(UUID skuId) {
        this.skuId = skuId;
    }
}
