package com.dingshu.testing;

import com.dingshu.orders.ChannelOrderSnapshot;
import com.dingshu.orders.SnapshotAmounts;
import com.dingshu.orders.SnapshotBuyer;
import com.dingshu.orders.SnapshotLine;
import com.dingshu.orders.SnapshotPayment;
import com.dingshu.orders.SnapshotReceiver;
import com.dingshu.orders.SourceStatus;
import com.dingshu.shared.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** A channel's order as a test tells it. Each later word is a newer version of it. */
public final class OrderInTheMaking {

    private static final AtomicLong NUMBER = new AtomicLong(4_000_000_000L);

    private final Desk desk;
    private final String channelOrderNo = Long.toString(NUMBER.incrementAndGet());
    private final List<SnapshotLine> lines = new ArrayList<>();
    private final Instant orderedAt;
    private Instant modifiedAt;
    private SourceStatus status = SourceStatus.UNPAID;
    private boolean verified = true;
    private boolean onAccount;
    private boolean paidBeforeTheEnd;
    private long orderDiscount;
    private long coupon;
    private long points;
    private long freight;
    private String currency = "CNY";
    private long tax;
    private String buyerNote = "";
    private String sellerNote = "";
    private UUID shopId;
    private String buyer = "buyer-" + NUMBER.incrementAndGet();
    private SnapshotReceiver receiver = new SnapshotReceiver(
            "陈晓蓉",
            "138" + String.format(java.util.Locale.ROOT, "%08d", NUMBER.incrementAndGet() % 100_000_000L),
            "CN",
            "浙江省",
            "杭州市",
            "西湖区",
            "文三路478号",
            "310000",
            false);

    OrderInTheMaking(Desk desk, Instant now) {
        this.desk = desk;
        this.orderedAt = now;
        this.modifiedAt = now;
        this.shopId = desk.shop().id();
    }

    public OrderInTheMaking with(int quantity, String code) {
        return with(quantity, code, 1_000);
    }

    public OrderInTheMaking with(int quantity, String code, long unitPriceMinor) {
        lines.add(new SnapshotLine(
                "L" + (lines.size() + 1),
                code,
                desk.sku(code),
                "商品 " + code,
                "",
                quantity,
                unitPriceMinor,
                0,
                null,
                null,
                null,
                null,
                false,
                Map.of()));
        return this;
    }

    public OrderInTheMaking line(SnapshotLine line) {
        lines.add(line);
        return this;
    }

    /** Pieces of a line are refunded: so many are left. */
    public OrderInTheMaking only(int quantity, String code) {
        lines.replaceAll(line -> line.itemKey().equals(code) ? changed(line, quantity, line.refundAsked()) : line);
        lines.removeIf(line -> line.quantity() == 0);
        return later(Duration.ofSeconds(1));
    }

    /** Whether the buyer asks for the money of a line back. */
    public OrderInTheMaking askingBack(boolean asked, String code) {
        lines.replaceAll(line -> line.itemKey().equals(code) ? changed(line, line.quantity(), asked) : line);
        return later(Duration.ofSeconds(1));
    }

    private static SnapshotLine changed(SnapshotLine line, int quantity, boolean asked) {
        return new SnapshotLine(
                line.channelLineNo(),
                line.itemKey(),
                line.skuId(),
                line.name(),
                line.spec(),
                quantity,
                line.unitPriceMinor(),
                line.lineDiscountMinor(),
                line.orderDiscountShareMinor(),
                line.couponShareMinor(),
                line.pointsShareMinor(),
                line.paidMinor(),
                line.gift(),
                asked,
                line.ext());
    }

    public OrderInTheMaking withoutLines() {
        lines.clear();
        return this;
    }

    /** The channel tells its lines from the last to the first. */
    public OrderInTheMaking linesTurnedRound() {
        Collections.reverse(lines);
        return this;
    }

    public OrderInTheMaking less(long orderDiscountMinor, long couponMinor, long pointsMinor) {
        this.orderDiscount = orderDiscountMinor;
        this.coupon = couponMinor;
        this.points = pointsMinor;
        return this;
    }

    public OrderInTheMaking freight(long minor) {
        this.freight = minor;
        return this;
    }

    public OrderInTheMaking pricedIn(String newCurrency) {
        this.currency = newCurrency;
        return this;
    }

    public OrderInTheMaking tax(long minor) {
        this.tax = minor;
        return this;
    }

    public OrderInTheMaking note(String text) {
        this.buyerNote = text;
        return this;
    }

    public OrderInTheMaking sellerNote(String text) {
        this.sellerNote = text;
        return this;
    }

    public OrderInTheMaking buyer(String key) {
        this.buyer = key;
        return this;
    }

    public OrderInTheMaking to(SnapshotReceiver newReceiver) {
        this.receiver = newReceiver;
        return this;
    }

    public OrderInTheMaking to(String name, String phone) {
        return to(new SnapshotReceiver(name, phone, "CN", "浙江省", "杭州市", "西湖区", "文三路478号", "310000", false));
    }

    public OrderInTheMaking inShop(UUID otherShop) {
        this.shopId = otherShop;
        return this;
    }

    public OrderInTheMaking paid() {
        return now(SourceStatus.PAID);
    }

    /** Sent on account: nothing is said of a payment until {@link #settled}. */
    public OrderInTheMaking onAccount() {
        this.onAccount = true;
        return this;
    }

    public OrderInTheMaking settled() {
        this.onAccount = false;
        return later(Duration.ofSeconds(1));
    }

    public OrderInTheMaking paidAsTheFileSays() {
        return asTheFileSays(SourceStatus.PAID);
    }

    /** In words that nothing proves. */
    public OrderInTheMaking asTheFileSays(SourceStatus newStatus) {
        this.verified = false;
        return now(newStatus);
    }

    /** Proved from now on. */
    public OrderInTheMaking proved() {
        this.verified = true;
        return this;
    }

    /** Called off, and the channel tells of a payment in the same word. */
    public OrderInTheMaking cancelledAfterPayment() {
        this.paidBeforeTheEnd = true;
        return now(SourceStatus.CANCELLED);
    }

    /** The channel moves on. */
    public OrderInTheMaking now(SourceStatus newStatus) {
        this.status = newStatus;
        return later(Duration.ofSeconds(1));
    }

    /** The channel's time of change moves by so much. */
    public OrderInTheMaking later(Duration by) {
        this.modifiedAt = modifiedAt.plus(by);
        return this;
    }

    public String channelOrderNo() {
        return channelOrderNo;
    }

    public ChannelOrderSnapshot snapshot() {
        long goods = lines.stream()
                .mapToLong(line -> line.unitPriceMinor() * line.quantity())
                .sum();
        long own = lines.stream().mapToLong(SnapshotLine::lineDiscountMinor).sum();
        long due = goods - own - orderDiscount - coupon - points + freight + tax;
        boolean paid =
                paidBeforeTheEnd || !onAccount && status != SourceStatus.UNPAID && status != SourceStatus.CANCELLED;
        SnapshotPayment payment =
                paid ? new SnapshotPayment("alipay", "P" + channelOrderNo, modifiedAt, verified, "test") : null;
        return new ChannelOrderSnapshot(
                shopId,
                "taobao",
                channelOrderNo,
                status,
                modifiedAt,
                orderedAt,
                paid ? modifiedAt : null,
                currency,
                lines,
                new SnapshotAmounts(goods, own, orderDiscount, coupon, points, freight, tax, due, paid ? due : 0),
                payment,
                new SnapshotBuyer(buyer, "蓉**"),
                receiver,
                buyerNote,
                sellerNote,
                List.of(),
                Map.of(),
                Ids.next(),
                1,
                null);
    }
}
