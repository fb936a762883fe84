package com.dingshu.orders;

import com.dingshu.shared.Money;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The columns of exports and what they say. */
enum ExportColumn {
    NUMBER((row, words) -> row.number()),
    CHANNEL((row, words) -> words.channel(row.channel())),
    SHOP((row, words) -> words.shop(row.shopId())),
    CHANNEL_NUMBER((row, words) -> row.channelNumber()),
    FULFILMENT((row, words) -> words.state("anchor", row.anchor())),
    PAYMENT((row, words) -> words.state("payment", row.payment())),
    AFTER_SALES((row, words) -> words.state("after-sales", row.afterSales())),
    ITEMS((row, words) -> row.items()),
    UNITS((row, words) -> row.units()),
    GOODS(OrderDetails.Money::goods),
    DISCOUNT(money -> -(money.lineDiscounts() + money.orderDiscount() + money.other())),
    COUPON(money -> -money.coupon()),
    POINTS(money -> -money.points()),
    FREIGHT(OrderDetails.Money::freight),
    TAX(OrderDetails.Money::tax),
    DUE(OrderDetails.Money::due),
    PAID(OrderDetails.Money::paid),
    REFUNDED(OrderDetails.Money::refunded),
    CURRENCY((row, words) -> row.money().currency()),
    RECEIVER((row, words) -> words.receiver(row).name()),
    PHONE((row, words) -> words.receiver(row).phone()),
    ADDRESS((row, words) -> words.receiver(row).address()),
    WAREHOUSE((row, words) -> words.warehouse(row.warehouseId())),
    CARRIER((row, words) -> row.carrier()),
    WAYBILL((row, words) -> row.waybillNo()),
    BUYER_NOTE((row, words) -> row.buyerNote()),
    SELLER_NOTE((row, words) -> row.sellerNote()),
    TAGS((row, words) -> String.join(" ", row.tags())),
    PLACED_AT((row, words) -> words.time(row.placedAt())),
    PAID_AT((row, words) -> words.time(row.paidAt())),
    SHIPPED_AT((row, words) -> words.time(row.shippedAt())),
    COMPLETED_AT((row, words) -> words.time(row.completedAt()));

    /** What the list of the board is exported with. */
    static final List<ExportColumn> OF_THE_LIST = List.of(values());

    /** What accounting needs of a completed order; notes and goods are no business of it. */
    static final List<ExportColumn> OF_COMPLETED = List.of(
            NUMBER,
            CHANNEL,
            SHOP,
            CHANNEL_NUMBER,
            PLACED_AT,
            PAID_AT,
            SHIPPED_AT,
            COMPLETED_AT,
            UNITS,
            GOODS,
            DISCOUNT,
            COUPON,
            POINTS,
            FREIGHT,
            TAX,
            DUE,
            PAID,
            REFUNDED,
            CURRENCY,
            PAYMENT,
            AFTER_SALES,
            RECEIVER,
            PHONE);

    private final BiFunction<ExportRow, ExportWords, @Nullable Object> value;

    ExportColumn(BiFunction<ExportRow, ExportWords, @Nullable Object> value) {
        this.value = value;
    }

    ExportColumn(ToLongFunction<OrderDetails.Money> amount) {
        this((row, words) ->
                new Money(amount.applyAsLong(row.money()), row.money().currency()).amount());
    }

    @Nullable
    Object of(ExportRow row, ExportWords words) {
        return value.apply(row, words);
    }

    /** The key of its heading. */
    String heading() {
        return "orders.export." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** How an export words what a row has only the code of. */
    interface ExportWords {

        String channel(String channel);

        String shop(UUID shop);

        String warehouse(@Nullable UUID warehouse);

        String state(String kind, @Nullable Enum<?> state);

        Receiver receiver(ExportRow row);

        @Nullable
        Object time(@Nullable Instant at);

        /** Whom the goods go to, masked or in clear. */
        record Receiver(String name, String phone, String address) {}
    }
}
