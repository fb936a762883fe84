package com.dingshu.channels.mapping;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

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
    /** What has come of an order that is not paid in full: a deposit, a first instalment. */
    DEPOSIT("deposit", FieldType.MONEY, Scope.ORDER, false),
    /** Whether the money is there, where status and time of payment do not tell, as with payment on delivery. */
    PAID("paid", FieldType.FLAG, Scope.ORDER, false),
    /** Due after pieces were withdrawn. */
    CURRENT_AMOUNT_DUE("currentAmountDue", FieldType.MONEY, Scope.ORDER, false),
    /** Tax after pieces were withdrawn. */
    CURRENT_TAX("currentTax", FieldType.MONEY, Scope.ORDER, false),
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
    /** Pieces still wanted after refunds and edits; 0 withdraws the line. */
    CURRENT_QUANTITY("currentQuantity", FieldType.QUANTITY, Scope.LINE, false),
    /** Marks a line that is money only, such as a tip: nothing is picked for it. */
    NOT_GOODS("notGoods", FieldType.FLAG, Scope.LINE, false),
    UNIT_PRICE("unitPrice", FieldType.MONEY, Scope.LINE, true),
    LINE_DISCOUNT("lineDiscount", FieldType.MONEY, Scope.LINE, false),
    ORDER_DISCOUNT_SHARE("orderDiscountShare", FieldType.MONEY, Scope.LINE, false),
    COUPON_SHARE("couponShare", FieldType.MONEY, Scope.LINE, false),
    POINTS_SHARE("pointsShare", FieldType.MONEY, Scope.LINE, false),
    LINE_PAID("linePaid", FieldType.MONEY, Scope.LINE, false),
    GIFT("gift", FieldType.FLAG, Scope.LINE, false),
    /** The buyer has asked for the money of the line back and nothing is decided yet. */
    REFUND_ASKED("refundAsked", FieldType.FLAG, Scope.LINE, false),
    /** The warehouse, or the place in it, that the channel wants the line sent from; kept with the line. */
    WAREHOUSE_POSITION("warehousePosition", FieldType.TEXT, Scope.LINE, false);

    /** Whether a field belongs to the order or to each of its lines. */
    public enum Scope {
        ORDER,
        LINE
    }

    private static final Set<StandardField> PERSONAL = EnumSet.of(
            BUYER_KEY, BUYER_NICK, CUSTOMER_NAME, RECEIVER_PHONE, POSTCODE, ADDRESS, BUYER_NOTE, SELLER_NOTE);

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

    /** Whether it says who or where a person is, or holds what somebody wrote. */
    boolean personal() {
        return PERSONAL.contains(this);
    }

    static Optional<StandardField> of(String key, Scope scope) {
        return Arrays.stream(values())
                .filter(field -> field.key.equals(key) && field.scope == scope)
                .findFirst();
    }
}
