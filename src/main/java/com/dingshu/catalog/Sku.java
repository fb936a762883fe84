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
        this.name = wish.naming().name();
        this.type = wish.handling().type();
        this.currency = wish.pricing().currency();
        become(productId, wish);
    }

    /** Takes every field over; a field that is equal already causes no change. */
    final void become(UUID productId, SaveSku wish) {
        this.productId = productId;
        this.name = wish.naming().name();
        this.spec = wish.naming().spec();
        this.type = wish.handling().type();
        this.weightGrams = wish.handling().weightGrams();
        SkuSize size = wish.handling().size();
        this.lengthMm = size == null ? null : (Integer) size.lengthMm();
        this.widthMm = size == null ? null : (Integer) size.widthMm();
        this.heightMm = size == null ? null : (Integer) size.heightMm();
        this.costMinor = wish.pricing().costMinor();
        this.priceMinor = wish.pricing().priceMinor();
        this.currency = wish.pricing().currency();
        this.taxCode = wish.pricing().taxCode();
        this.safetyStock = wish.keeping().safetyStock();
        this.bufferPercentTimes100 = wish.keeping().bufferPercentTimes100();
        this.bufferRoundsUp = wish.keeping().bufferRoundsUp();
        this.active = wish.active();
    }

    /** The SKU as a wish: equal to the one that would change nothing. */
    SaveSku asWish(@Nullable String productCode, List<String> barcodes) {
        return new SaveSku(
                code,
                new SaveSku.Naming(productCode, name, spec, barcodes),
                new SaveSku.Handling(type, weightGrams, size()),
                new SaveSku.Pricing(priceMinor, costMinor, currency, taxCode),
                new SaveSku.Keeping(safetyStock, bufferPercentTimes100, bufferRoundsUp),
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

    boolean keepsBack(SaveSku.Keeping wish) {
        return java.util.Objects.equals(bufferPercentTimes100, wish.bufferPercentTimes100())
                && bufferRoundsUp == wish.bufferRoundsUp();
    }

    /** Whether it is still sold; true when that is news. */
    boolean setActive(boolean wished) {
        boolean news = active != wished;
        active = wished;
        return news;
    }
}
