package com.dingshu.selfservice;

import com.dingshu.catalog.Catalog;
import com.dingshu.catalog.SaveSku;
import com.dingshu.inventory.OpenWarehouse;
import com.dingshu.inventory.ReceiveStock;
import com.dingshu.inventory.Stock;
import com.dingshu.inventory.WarehouseInfo;
import com.dingshu.inventory.Warehouses;
import com.dingshu.orders.AcceptResult;
import com.dingshu.orders.ChannelOrderSnapshot;
import com.dingshu.orders.OrderProgress;
import com.dingshu.orders.OrderQueries;
import com.dingshu.orders.Orders;
import com.dingshu.orders.SnapshotAmounts;
import com.dingshu.orders.SnapshotBuyer;
import com.dingshu.orders.SnapshotLine;
import com.dingshu.orders.SnapshotPayment;
import com.dingshu.orders.SnapshotReceiver;
import com.dingshu.orders.SourceStatus;
import com.dingshu.shared.Ids;
import com.dingshu.shared.PostalAddress;
import com.dingshu.shipping.CarrierAccount;
import com.dingshu.shipping.CarrierAccounts;
import com.dingshu.tenancy.OpenShop;
import com.dingshu.tenancy.ShopInfo;
import com.dingshu.tenancy.Shops;
import com.dingshu.testing.Merchants;
import com.dingshu.testing.Merchants.Merchant;
import com.dingshu.testing.SimulatorProcess;
import com.dingshu.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A merchant with goods on the shelf, for customers who look after their orders. */
@Component
class TeaShop {

    private final Merchants merchants;
    private final Shops shops;
    private final Catalog catalog;
    private final Warehouses warehouses;
    private final Stock stock;
    private final Orders orders;
    private final OrderProgress progress;
    private final CarrierAccounts carriers;
    private final OrderQueries queries;
    private final TestClock clock;

    TeaShop(
            Merchants merchants,
            Shops shops,
            Catalog catalog,
            Warehouses warehouses,
            Stock stock,
            Orders orders,
            OrderProgress progress,
            CarrierAccounts carriers,
            OrderQueries queries,
            TestClock clock) {
        this.merchants = merchants;
        this.shops = shops;
        this.catalog = catalog;
        this.warehouses = warehouses;
        this.stock = stock;
        this.orders = orders;
        this.progress = progress;
        this.carriers = carriers;
        this.queries = queries;
        this.clock = clock;
    }

    /** An order as its customer knows it. */
    record Placed(UUID id, String number, String channelNumber) {}

    /** An open shop. */
    final class Open {

        final Merchant merchant;
        private final ShopInfo shop;
        private final UUID tea;
        private final UUID bag;

        private Open(Merchant merchant, ShopInfo shop, UUID tea, UUID bag) {
            this.merchant = merchant;
            this.shop = shop;
            this.tea = tea;
            this.bag = bag;
        }

        Placed paidOrder(String phone) {
            return order(phone, true, 0);
        }

        Placed unpaidOrder(String phone) {
            return order(phone, false, 0);
        }

        /** From a channel that adds the tax to the prices. */
        Placed taxedOrder(String phone, long taxMinor) {
            return order(phone, true, taxMinor);
        }

        /** The channel takes the bag out of the order before it leaves. */
        void withoutTheBag(Placed order, String phone) {
            merchant.run(() -> orders.accept(List.of(snapshot(order.channelNumber(), phone, true, teaOnly(), 0))));
        }

        /** Packed and out of the door with a waybill; answers the number. */
        String ship(Placed order) {
            merchant.run(() -> orders.release(order.id()));
            merchant.settle();
            merchant.run(() -> progress.shipped(order.id(), clock.instant()));
            return Objects.requireNonNull(merchant.call(() ->
                    queries.detailsById(order.id()).orElseThrow().summary().waybillNo()));
        }

        private Placed order(String phone, boolean paid, long tax) {
            String number = "TB" + Ids.next().toString().replace("-", "").substring(8, 28);
            var accepted = merchant.call(() -> orders.accept(List.of(snapshot(number, phone, paid, teaAndBag(), tax))));
            var created = (AcceptResult.Created) accepted.getFirst();
            return new Placed(created.orderId(), created.orderNumber(), number);
        }

        private List<SnapshotLine> teaOnly() {
            return List.of(line("1", tea, "金骏眉 小罐", "12 罐礼盒", 24_800, false));
        }

        private List<SnapshotLine> teaAndBag() {
            return List.of(teaOnly().getFirst(), line("2", bag, "手提袋", "竹青色", 0, true));
        }

        private ChannelOrderSnapshot snapshot(
                String number, String phone, boolean paid, List<SnapshotLine> lines, long tax) {
            Instant now = clock.instant();
            long due = 26_800 + tax;
            return new ChannelOrderSnapshot(
                    shop.id(),
                    "taobao",
                    number,
                    paid ? SourceStatus.PAID : SourceStatus.UNPAID,
                    now,
                    now,
                    paid ? now : null,
                    "CNY",
                    lines,
                    new SnapshotAmounts(24_800, 0, 0, 0, 0, 2_000, tax, due, paid ? due : 0),
                    paid ? new SnapshotPayment("alipay", "T" + number, now, true, "taobao.trade.fullinfo.get") : null,
                    new SnapshotBuyer("buyer-" + phone, "小敏"),
                    new SnapshotReceiver("黄小敏", phone, "CN", "广东省", "广州市", "天河区", "五山路 381 号 3 栋 702", "", false),
                    "",
                    "",
                    List.of(),
                    Map.of(),
                    Ids.next(),
                    1,
                    null);
        }

        private static SnapshotLine line(String no, UUID sku, String name, String spec, long price, boolean gift) {
            return new SnapshotLine(no, name, sku, name, spec, 1, price, 0, null, null, null, null, gift, Map.of());
        }
    }

    Open open(SimulatorProcess simulator) {
        Merchant merchant = merchants.open();
        String partner = "T" + merchant.id();
        simulator.post("/_sim/sf/accounts", "{\"partnerID\":\"" + partner + "\",\"checkWord\":\"word\",\"push\":\"\"}");
        simulator.post("/_sim/sf/timeline", "[]");
        return merchant.call(() -> {
            carriers.configure(new CarrierAccount("SF", partner, "word", ""));
            ShopInfo shop =
                    shops.open(new OpenShop("taobao", "青禾优品旗舰店", "tea" + merchant.id(), "CNY", Duration.ofMinutes(15)));
            UUID tea = sku("TEA-JJM-12", "金骏眉 小罐 12 罐礼盒", 24_800);
            UUID bag = sku("BAG-ZQ-01", "手提袋 竹青色", 0);
            WarehouseInfo warehouse = warehouses.open(new OpenWarehouse(
                    "GZ",
                    "广州白云仓",
                    new PostalAddress("CN", "广东省", "广州市", "白云区", "白云仓 1 号", ""),
                    "青禾优品",
                    "021-59508800"));
            warehouses.setShopOrder(shop.id(), List.of(warehouse.id()));
            stock.receive(new ReceiveStock(warehouse.id(), tea, 1000, "首批", Ids.next()));
            stock.receive(new ReceiveStock(warehouse.id(), bag, 1000, "首批", Ids.next()));
            return new Open(merchant, shop, tea, bag);
        });
    }

    private UUID sku(String code, String name, long price) {
        catalog.save(SaveSku.of(code, name, price, "CNY"));
        return catalog.byCode(code).orElseThrow().id();
    }
}
