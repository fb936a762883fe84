package com.dingshu.fulfilment;

import com.dingshu.shared.Ids;
import com.dingshu.tenancy.AuditedRow;
import jakarta.persistence.Entity;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

/** One article of a parcel, with what has been picked and packed of it. */
@Entity
@Audited
class FulfilmentLine extends AuditedRow {

    private static final String SEPARATOR = " ";

    private UUID fulfilmentOrderId;
    private int lineNo;
    private UUID orderLineId;
    private UUID skuId;
    private String skuCode;
    private String name;
    private @Nullable String spec;
    private String barcodes;
    private @Nullable String bin;
    private int quantity;
    private int picked;
    private int packed;

    @SuppressWarnings("NullAway.Init")
    protected FulfilmentLine() {}

    FulfilmentLine(UUID fulfilmentOrderId, int lineNo, Goods goods, int quantity) {
        super(Ids.next());
        this.fulfilmentOrderId = fulfilmentOrderId;
        this.lineNo = lineNo;
        this.orderLineId = goods.orderLineId();
        this.skuId = goods.skuId();
        this.skuCode = goods.code();
        this.name = goods.name();
        this.spec = goods.spec();
        this.barcodes = String.join(SEPARATOR, goods.barcodes());
        this.bin = goods.bin();
        this.quantity = quantity;
    }

    /** What an order line asks the warehouse to fetch. */
    record Goods(
            UUID orderLineId,
            UUID skuId,
            String code,
            String name,
            @Nullable String spec,
            List<String> barcodes,
            @Nullable String bin) {}

    UUID fulfilmentOrderId() {
        return fulfilmentOrderId;
    }

    UUID skuId() {
        return skuId;
    }

    String skuCode() {
        return skuCode;
    }

    String name() {
        return name;
    }

    @Nullable
    String spec() {
        return spec;
    }

    List<String> barcodes() {
        return barcodes.isEmpty() ? List.of() : Arrays.asList(barcodes.split(SEPARATOR));
    }

    @Nullable
    String bin() {
        return bin;
    }

    int quantity() {
        return quantity;
    }

    int picked() {
        return picked;
    }

    int packed() {
        return packed;
    }

    boolean is(String code) {
        return skuCode.equalsIgnoreCase(code) || barcodes().contains(code);
    }

    void pickOne() {
        picked++;
    }

    void packOne() {
        packed++;
    }

    ScanResult.Item item() {
        return new ScanResult.Item(skuCode, name, bin);
    }
}
