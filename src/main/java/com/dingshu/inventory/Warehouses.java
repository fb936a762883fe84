package com.dingshu.inventory;

import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Requires;
import com.dingshu.tenancy.TenantKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The merchant's warehouses, and which of them serve which shop. */
@Service
@Transactional
public class Warehouses {

    private final WarehouseRepository warehouses;
    private final ShopWarehouseRepository shopOrder;

    Warehouses(WarehouseRepository warehouses, ShopWarehouseRepository shopOrder) {
        this.warehouses = warehouses;
        this.shopOrder = shopOrder;
    }

    /** All of them in the order of their codes. */
    @Requires({
        Permission.STOCK_VIEW,
        Permission.ORDERS_VIEW,
        Permission.ORDERS_ACCEPT,
        Permission.FULFILMENT_VIEW,
        Permission.FULFILMENT_PICK,
        Permission.FULFILMENT_PACK,
        Permission.FULFILMENT_OUTBOUND,
        Permission.SHIPPING_VIEW,
        Permission.FACTS_RECORD
    })
    @Transactional(readOnly = true)
    public List<WarehouseInfo> all() {
        return warehouses.findAllByOrderByCode().stream().map(Warehouse::info).toList();
    }

    @Requires({
        Permission.STOCK_VIEW,
        Permission.ORDERS_VIEW,
        Permission.ORDERS_ACCEPT,
        Permission.FULFILMENT_VIEW,
        Permission.FULFILMENT_PICK,
        Permission.FULFILMENT_PACK,
        Permission.FULFILMENT_OUTBOUND,
        Permission.SHIPPING_VIEW,
        Permission.FACTS_RECORD
    })
    @Transactional(readOnly = true)
    public Optional<WarehouseInfo> byId(UUID id) {
        return warehouses.findById(TenantKey.own(id)).map(Warehouse::info);
    }

    /** Those that serve the shop, in the order in which they are asked; all of them when the shop names none. */
    @Requires({Permission.STOCK_VIEW, Permission.ORDERS_VIEW, Permission.ORDERS_ACCEPT, Permission.FACTS_RECORD})
    @Transactional(readOnly = true)
    public List<WarehouseInfo> forShop(UUID shopId) {
        List<ShopWarehouse> order = shopOrder.findByShopIdOrderByPosition(shopId);
        if (order.isEmpty()) {
            return all();
        }
        Map<UUID, WarehouseInfo> byId =
                all().stream().collect(Collectors.toMap(WarehouseInfo::id, Function.identity()));
        return order.stream().map(place -> byId.get(place.warehouseId())).toList();
    }

    /** Opens a warehouse. Opening the same code again returns the one that is there, unchanged. */
    @Requires(Permission.SETTINGS_MANAGE)
    public WarehouseInfo open(OpenWarehouse command) {
        return warehouses
                .findByCode(command.code())
                .orElseGet(() -> warehouses.save(new Warehouse(command)))
                .info();
    }

    /**
     * Says which warehouses serve the shop, first choice first. Orders that already have their pieces keep them.
     *
     * @throws IllegalArgumentException when a warehouse is unknown or named twice
     */
    @Requires({Permission.SETTINGS_MANAGE, Permission.CHANNELS_CONFIGURE})
    public void setShopOrder(UUID shopId, List<UUID> warehouseIds) {
        if (warehouseIds.stream().distinct().count() != warehouseIds.size()
                || !warehouseIds.stream().allMatch(id -> warehouses.existsById(TenantKey.own(id)))) {
            throw new IllegalArgumentException("Warehouses unknown or named twice: " + warehouseIds);
        }
        Map<UUID, ShopWarehouse> known = shopOrder.findByShopIdOrderByPosition(shopId).stream()
                .collect(Collectors.toMap(ShopWarehouse::warehouseId, Function.identity()));
        for (int position = 0; position < warehouseIds.size(); position++) {
            ShopWarehouse place = known.remove(warehouseIds.get(position));
            if (place == null) {
                shopOrder.save(new ShopWarehouse(shopId, warehouseIds.get(position), position));
            } else {
                place.moveTo(position);
            }
        }
        shopOrder.deleteAll(known.values());
    }
}
