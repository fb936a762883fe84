package com.dingshu.inventory;

import com.dingshu.shared.Ids;
import com.dingshu.tenancy.AuditedRow;
import jakarta.persistence.Entity;
import java.util.UUID;
import org.hibernate.envers.Audited;

/** A warehouse that serves a shop, and the place it has in the order in which warehouses are asked. */
@Entity
@Audited
class ShopWarehouse extends AuditedRow {

    private UUID shopId;
    private UUID warehouseId;
    private int position;

    @SuppressWarnings("NullAway.Init")
    protected ShopWarehouse() {}

    ShopWarehouse(UUID shopId, UUID warehouseId, int position) {
        super(Ids.next());
        this.shopId = shopId;
        this.warehouseId = warehouseId;
        this.position = position;
    }

    UUID warehouseId() {
        return warehouseId;
    }

    void moveTo(int position) {
        this.position = position;
    }
}
