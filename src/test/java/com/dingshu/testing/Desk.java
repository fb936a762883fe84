package com.dingshu.testing;

import com.dingshu.catalog.Catalog;
import com.dingshu.catalog.SaveSku;
import com.dingshu.catalog.SaveSkuResult;
import com.dingshu.inventory.OpenWarehouse;
import com.dingshu.inventory.ReceiveStock;
import com.dingshu.inventory.Stock;
import com.dingshu.inventory.WarehouseInfo;
import com.dingshu.inventory.Warehouses;
import com.dingshu.orders.AcceptResult;
import com.dingshu.orders.ChannelOrderSnapshot;
import com.dingshu.orders.OrderDetails;
import com.dingshu.orders.OrderQueries;
import com.dingshu.orders.Orders;
import com.dingshu.shared.Ids;
import com.dingshu.shared.PostalAddress;
import com.dingshu.tenancy.OpenShop;
import com.dingshu.tenancy.ShopInfo;
import com.dingshu.tenancy.Shops;
import com.dingshu.testing.Merchants.Merchant;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.BeanFactory;

/** A merchant of its own with a Taobao shop and a warehouse, ready to take orders. */
public final class Desk {

    private final BeanFactory beans;
    private final Merchant merchant;
    private final ShopInfo shop;
    private final WarehouseInfo warehouse;
    private final Map<String, UUID> skus = new HashMap<>();

    private Desk(BeanFactory beans, Merchant merchant) {
        this.beans = beans;
        this.merchant = merchant;
        this.shop = merchant.call(() -> beans.getBean(Shops.class)
                .open(new OpenShop("taobao", "淘宝一店", "desk-" + merchant.id(), "CNY", OpenShop.USUAL_PAYMENT_TIMEOUT)));
        this.warehouse = merchant.call(() -> beans.getBean(Warehouses.class)
                .open(new OpenWarehouse(
                        "SH",
                        "上海仓",
                        new PostalAddress("CN", "上海市", "上海市", "嘉定区", "嘉戬公路118号", "201800"),
                        "仓库",
                        "13900000000")));
    }

    public static Desk open(BeanFactory beans) {
        return new Desk(beans, beans.getBean(Merchants.class).open());
    }

    public Merchant merchant() {
        return merchant;
    }

    public ShopInfo shop() {
        return shop;
    }

    public WarehouseInfo warehouse() {
        return warehouse;
    }

    /** Puts a SKU without a buffer on the shelf, so that every piece of it can be sold. */
    public UUID stocked(String code, int pieces) {
        UUID sku = merchant.call(() -> {
            var saved = beans.getBean(Catalog.class)
                    .save(SaveSku.of(code, "商品 " + code, 1_000, "CNY").withBuffer(0, false));
            return ((SaveSkuResult.Created) saved).sku().id();
        });
        skus.put(code, sku);
        receive(code, pieces);
        return sku;
    }

    public void receive(String code, int pieces) {
        if (pieces > 0) {
            merchant.run(() -> beans.getBean(Stock.class)
                    .receive(new ReceiveStock(warehouse.id(), sku(code), pieces, "期初", Ids.next())));
        }
    }

    public UUID sku(String code) {
        return java.util.Objects.requireNonNull(skus.get(code), code);
    }

    /** An order of the shop, unpaid until said otherwise. */
    public OrderInTheMaking anOrder() {
        return new OrderInTheMaking(this, beans.getBean(Clock.class).instant());
    }

    /** Hands it in; expects it to become an order. */
    public Placed place(OrderInTheMaking order) {
        AcceptResult result = accept(order.snapshot());
        if (result instanceof AcceptResult.Created created) {
            return new Placed(created.orderId(), created.orderNumber());
        }
        throw new AssertionError("not created: " + result);
    }

    /** An order that is there. */
    public record Placed(UUID id, String number) {}

    public AcceptResult accept(ChannelOrderSnapshot snapshot) {
        return accept(List.of(snapshot)).getFirst();
    }

    public List<AcceptResult> accept(List<ChannelOrderSnapshot> snapshots) {
        return merchant.call(() -> orders().accept(snapshots));
    }

    public Orders orders() {
        return beans.getBean(Orders.class);
    }

    public OrderDetails details(UUID order) {
        return merchant.call(
                () -> beans.getBean(OrderQueries.class).detailsById(order).orElseThrow());
    }
}
