package com.dingshu.inventory;

import com.dingshu.catalog.Catalog;
import com.dingshu.catalog.SaveSku;
import com.dingshu.catalog.SaveSkuResult;
import com.dingshu.inventory.ReserveStock.Need;
import com.dingshu.shared.Ids;
import com.dingshu.shared.PostalAddress;
import com.dingshu.tenancy.OpenShop;
import com.dingshu.tenancy.Retrying;
import com.dingshu.tenancy.Shops;
import com.dingshu.testing.Merchants;
import com.dingshu.testing.Merchants.Merchant;
import com.dingshu.testing.StockInvariants;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.beans.factory.BeanFactory;

/** A merchant with a shop, a warehouse and SKUs of its own, and the commands of orders in transactions of their own. */
final class Pools {

    private final Merchants merchants;
    private final Shops shops;
    private final Warehouses warehouses;
    private final Catalog catalog;
    private final Stock stock;
    private final StockQueries queries;
    private final Retrying retrying;

    Pools(BeanFactory beans) {
        this.merchants = beans.getBean(Merchants.class);
        this.shops = beans.getBean(Shops.class);
        this.warehouses = beans.getBean(Warehouses.class);
        this.catalog = beans.getBean(Catalog.class);
        this.stock = beans.getBean(Stock.class);
        this.queries = beans.getBean(StockQueries.class);
        this.retrying = beans.getBean(Retrying.class);
    }

    Pool open() {
        Merchant merchant = merchants.open();
        return merchant.call(() -> new Pool(
                this,
                merchant,
                shops.open(new OpenShop("taobao", "店", Ids.next().toString(), "CNY", OpenShop.USUAL_PAYMENT_TIMEOUT))
                        .id(),
                warehouses
                        .open(new OpenWarehouse("W1", "一仓", PostalAddress.UNKNOWN, "仓", "0571-1"))
                        .id()));
    }

    record Pool(Pools pools, Merchant merchant, UUID shop, UUID warehouse) {

        UUID warehouse(String code) {
            return merchant.call(() -> pools.warehouses
                    .open(new OpenWarehouse(code, code, PostalAddress.UNKNOWN, "仓", "0571-2"))
                    .id());
        }

        UUID sku(String code, int pieces) {
            return sku(SaveSku.of(code, "商品 " + code, 100, "CNY"), pieces);
        }

        UUID sku(SaveSku wish, int pieces) {
            SaveSkuResult result = merchant.call(() -> pools.catalog.save(wish));
            UUID sku = ((SaveSkuResult.Created) result).sku().id();
            if (pieces > 0) {
                receive(warehouse, sku, pieces);
            }
            return sku;
        }

        BookingResult receive(UUID warehouse, UUID sku, int pieces) {
            return merchant.call(() -> pools.stock.receive(new ReceiveStock(warehouse, sku, pieces, "期初", Ids.next())));
        }

        BookingResult adjust(UUID sku, int delta) {
            return adjust(warehouse, sku, delta);
        }

        BookingResult adjust(UUID warehouse, UUID sku, int delta) {
            return merchant.call(() -> pools.stock.adjust(new AdjustStock(warehouse, sku, delta, "盘点", Ids.next())));
        }

        <T> T in(Function<Stock, T> commands) {
            return merchant.call(() -> pools.retrying.inTransaction(() -> commands.apply(pools.stock)));
        }

        ReserveStock order(boolean paid, Need... needs) {
            UUID order = Ids.next();
            return new ReserveStock(order, "N-" + order.toString().substring(24), shop, List.of(needs), paid, null);
        }

        static Need need(UUID sku, int quantity) {
            return new Need(Ids.next(), sku, quantity);
        }

        ReservationResult reserve(ReserveStock wish) {
            return Objects.requireNonNull(reserveAll(List.of(wish)).get(wish.orderId()));
        }

        ReservationResult reserveAgain(ReserveStock wish) {
            return in(stock -> stock.reserveAgain(wish));
        }

        CommitResult commit(UUID order) {
            return in(stock -> stock.commit(order));
        }

        ReleaseResult release(UUID order, ReleaseCause cause) {
            return in(stock -> stock.release(order, cause));
        }

        ConsumeResult consume(UUID order) {
            return in(stock -> stock.consume(order, Ids.next()));
        }

        Map<UUID, ReservationResult> reserveAll(List<ReserveStock> wishes) {
            return in(stock -> stock.reserve(wishes));
        }

        StockFigures figures(UUID sku) {
            return merchant.call(() -> pools.queries.figures(List.of(sku))).getOrDefault(sku, StockFigures.NONE);
        }

        List<String> violations() {
            return new ArrayList<>(StockInvariants.violations(merchant.id()));
        }
    }
}
