package com.dingshu.catalog;

import com.dingshu.shared.Ids;
import com.dingshu.tenancy.AuditedRow;
import jakarta.persistence.Entity;
import java.util.UUID;
import org.hibernate.envers.Audited;

/** A barcode by which a SKU is scanned. One barcode belongs to one SKU of the merchant. */
@Entity
@Audited
class SkuBarcode extends AuditedRow {

    private UUID skuId;
    private String barcode;
    private int position;

    @SuppressWarnings("NullAway.Init")
    protected SkuBarcode() {}

    SkuBarcode(UUID skuId, String barcode, int position) {
        super(Ids.next());
        this.skuId = skuId;
        this.barcode = barcode;
        this.position = position;
    }

    UUID skuId() {
        return skuId;
    }

    String barcode() {
        return barcode;
    }

    int position() {
        return position;
    }

    void moveTo(int position) {
        this.position = position;
    }
}
