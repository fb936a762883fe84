package com.dingshu.catalog;

import com.dingshu.shared.Ids;
import com.dingshu.tenancy.AuditedRow;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.List;
import java.util.UUID;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

/** The smallest thing that is stored, ordered and packed. */
@Entity
@Audited
class Sku extends AuditedRow {

    private UUID productId;
    private String code;
    private String name;
    private @Nullable String spec;

    @Enumerated(EnumType.STRING)
    private SkuType type;

    private long weightGrams;
    private @Nullable Integer lengthMm;
    private @Nullable Integer widthMm;
    private @Nullable Integer heightMm;
    private long costMinor;
    private long priceMinor;
    private String currency;
    private @Nullable Integer safetyStock;
    private @Nullable Integer bufferPercentTimes100;
    private boolean bufferRoundsUp;
    private @Nullable String taxCode;
    private boolean active;

    @SuppressWarnings("NullAway.Init")
    protected Sku() {}

    Sku(UUID productId, SaveSku wish) {
        super(Ids.next());
        this.code = wish.code();
        this.productId = productId;
        this.name = wish.name();
        this.type = wish.type();
        this.currency = wish.currency();
        become(productId, wish);
    }

    /** Takes every field over; a field that is equal already causes no change. */
    final void become(UUID productId, SaveSku wish) {
        this.productId = productId;
        this.name = wish.name();
        this.spec = wish.spec();
        this.type = wish.type();
        this.weightGrams = wish.weightGrams();
        this.lengthMm = wish.size() == null ? null : (Integer) wish.size().lengthMm();
        this.widthMm = wish.size() == null ? null : (Integer) wish.size().widthMm();
        this.heightMm = wish.size() == null ? null : (Integer) wish.size().heightMm();
        this.costMinor = wish.costMinor();
        this.priceMinor = wish.priceMinor();
        this.currency = wish.currency();
        this.safetyStock = wish.safetyStock();
        this.bufferPercentTimes100 = wish.bufferPercentTimes100();
        this.bufferRoundsUp = wish.bufferRoundsUp();
        this.taxCode = wish.taxCode();
        this.active = wish.active();
    }

    /** The SKU as a wish: equal to the one that would change nothing. */
    SaveSku asWish(@Nullable String productCode, List<String> barcodes) {
        return new SaveSku(
                code,
                productCode,
                name,
                spec,
                barcodes,
                type,
                weightGrams,
                size(),
                costMinor,
                priceMinor,
                currency,
                safetyStock,
                bufferPercentTimes100,
                bufferRoundsUp,
                taxCode,
                active);
    }

    SkuInfo info(List<String> barcodes) {
        return new SkuInfo(
                id(),
                code,
                name,
                spec,
                barcodes,
                type,
                weightGrams,
                priceMinor,
                currency,
                safetyStock,
                bufferPercentTimes100,
                bufferRoundsUp,
                active);
    }

    UUID productId() {
        return productId;
    }

    String code() {
        return code;
    }

    long costMinor() {
        return costMinor;
    }

    @Nullable
    String taxCode() {
        return taxCode;
    }

    @Nullable
    SkuSize size() {
        return lengthMm == null || widthMm == null || heightMm == null
                ? null
                : new SkuSize(lengthMm, widthMm, heightMm);
    }

    boolean keepsBack(@Nullable Integer percentTimes100, boolean roundsUp) {
        return java.util.Objects.equals(bufferPercentTimes100, percentTimes100) && bufferRoundsUp == roundsUp;
    }
}
