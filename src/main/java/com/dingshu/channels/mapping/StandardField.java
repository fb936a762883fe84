package com.dingshu.channels.mapping;

import java.util.Arrays;
import java.util.Optional;

/** The fields of the standard order model, by the names that mapping documents use. */
public enum StandardField {
    CHANNEL_ORDER_NO("channelOrderNo", FieldType.ID, Scope.ORDER, true),
    STATUS("status", FieldType.STATUS, Scope.ORDER, true),
    SOURCE_MODIFIED_AT("sourceModifiedAt", FieldType.TIME, Scope.ORDER, true),
    ORDERED_AT("orderedAt", FieldType.TIME, Scope.ORDER, true),
    PAID_AT("paidAt", FieldType.TIME, Scope.ORDER, false),
    CURRENCY("currency", FieldType.CURRENCY, Scope.ORDER, false),
    ORDER_DISCOUNT("orderDiscount", FieldType.MONEY, Scope.ORDER, false),
    COUPON("coupon", FieldType.MONEY, Scope.ORDER, false),
    POINTS("points", FieldType.MONEY, Scope.ORDER, false),
    FREIGHT("freight", FieldType.MONEY, Scope.ORDER, false),
    TAX("tax", FieldType.MONEY, Scope.ORDER, false),
    AMOUNT_DUE("amountDue", FieldType.MONEY, Scope.ORDER, false),
    ACTUAL_PAID("actualPaid", FieldType.MONEY, Scope.ORDER, false),
    PAYMENT_METHOD("paymentMethod", FieldType.TEXT, Scope.ORDER, false),
    PAYMENT_NO("paymentNo", FieldType.ID, Scope.ORDER, false),
    BUYER_KEY("buyerKey", FieldType.ID, Scope.ORDER, false),
    BUYER_NICK("buyerNick", FieldType.TEXT, Scope.ORDER, false),
    CUSTOMER_NAME("customerName", FieldType.TEXT, Scope.ORDER, false),
    RECEIVER_PHONE("receiverPhone", FieldType.ID, Scope.ORDER, false),
    COUNTRY("country", FieldType.TEXT, Scope.ORDER, false),
    POSTCODE("postcode", FieldType.ID, Scope.ORDER, false),
    PROVINCE("province", FieldType.TEXT, Scope.ORDER, false),
    CITY("city", FieldType.TEXT, Scope.ORDER, false),
    DISTRICT("district", FieldType.TEXT, Scope.ORDER, false),
    ADDRESS("address", FieldType.TEXT, Scope.ORDER, false),
    BUYER_NOTE("buyerNote", FieldType.TEXT, Scope.ORDER, false),
    SELLER_NOTE("sellerNote", FieldType.TEXT, Scope.ORDER, false),
    TAGS("tags", FieldType.TAGS, Scope.ORDER, false),
    SHIP_BY("shipBy", FieldType.TIME, Scope.ORDER, false),

    LINE_NO("lineNo", FieldType.ID, Scope.LINE, false),
    SKU_CODE("skuCode", FieldType.ID, Scope.LINE, true),
    ITEM_NAME("itemName", FieldType.TEXT, Scope.LINE, false),
    SPEC("spec", FieldType.TEXT, Scope.LINE, false),
    QUANTITY("quantity", FieldType.QUANTITY, Scope.LINE, true),
    UNIT_PRICE("unitPrice", FieldType.MONEY, Scope.LINE, true),
    LINE_DISCOUNT("lineDiscount", FieldType.MONEY, Scope.LINE, false),
    ORDER_DISCOUNT_SHARE("orderDiscountShare", FieldType.MONEY, Scope.LINE, false),
    COUPON_SHARE("couponShare", FieldType.MONEY, Scope.LINE, false),
    POINTS_SHARE("pointsShare", FieldType.MONEY, Scope.LINE, false),
    LINE_PAID("linePaid", FieldType.MONEY, Scope.LINE, false),
    GIFT("gift", FieldType.FLAG, Scope.LINE, false);

    /** Whether a field belongs to the order or to each of its lines. */
    public enum Scope {
        ORDER,
        LINE
    }

    private final String key;
    private final FieldType type;
    private final Scope scope;
    private final boolean required;

    StandardField(String key, FieldType type, Scope scope, boolean required) {
        this.key = key;
        this.type = type;
        this.scope = scope;
        this.required = required;
    }

    /** The name in mapping documents, e.g. {@code receiverPhone}. */
    public String key() {
        return key;
    }

    public FieldType type() {
        return type;
    }

    public Scope scope() {
        return scope;
    }

    public boolean required() {
        return required;
    }

    static Optional<StandardField> of(String key, Scope scope) {
        return Arrays.stream(values())
                .filter(field -> field.key.equals(key) && field.scope == scope)
                .findFirst();
    }
}
