package com.dingshu.orders.ui;

import com.dingshu.inventory.WarehouseInfo;
import com.dingshu.orders.BoardCounts;
import com.dingshu.tenancy.ShopInfo;
import com.dingshu.uikit.Buttons;
import com.dingshu.uikit.Icon;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.Consumer;

/** Shop, warehouse, time and sort as chips; a chip that narrows the list is tinted. */
final class FilterBar extends Div {

    private static final List<Integer> DAYS = List.of(1, 7, 30, 90);

    private final OrderWords words;
    private final List<ShopInfo> shops;
    private final List<WarehouseInfo> warehouses;
    private final Consumer<BoardState> go;
    private final Button shop;
    private final Button warehouse;
    private final Button placed;
    private final Button sort;
    private final Button clear;
    private final Span count = new Span();
    private BoardState state = BoardState.START;

    FilterBar(OrderWords words, List<ShopInfo> shops, List<WarehouseInfo> warehouses, Consumer<BoardState> go) {
        this.words = words;
        this.shops = shops;
        this.warehouses = warehouses;
        this.go = go;
        shop = chip();
        warehouse = chip();
        placed = chip();
        sort = chip();
        clear = Buttons.small(Buttons.with(Icon.X, Buttons.flat(words.say("orders.filter.clear"), this::clear)));
        menus();
        Span gap = new Span();
        gap.addClassName("grow");
        count.addClassName("faint");
        addClassNames("row", "grow");
        add(shop, warehouse, placed, clear, gap, count, sort);
    }

    void show(BoardState now) {
        state = now;
        label(shop, "orders.filter.shop", shopName(), now.shop() != null);
        label(warehouse, "orders.filter.warehouse", warehouseName(), now.warehouse() != null);
        label(placed, "orders.filter.placed", days(now.days()), now.days() > 0);
        sort.setText(words.say(now.urgentFirst() ? "orders.sort.urgent" : "orders.sort.newest"));
        clear.setVisible(now.narrowed());
    }

    void count(long orders) {
        count.setText(words.say("orders.count", words.formats().count(orders, BoardCounts.CAP - 1L)));
    }

    private void menus() {
        ContextMenu ofShop = menu(shop);
        ofShop.addItem(words.say("orders.filter.all"), click -> go.accept(state.withShop(null)));
        shops.forEach(each -> ofShop.addItem(each.name(), click -> go.accept(state.withShop(each.id()))));
        ContextMenu ofWarehouse = menu(warehouse);
        ofWarehouse.addItem(words.say("orders.filter.all"), click -> go.accept(state.withWarehouse(null)));
        warehouses.forEach(
                each -> ofWarehouse.addItem(each.name(), click -> go.accept(state.withWarehouse(each.id()))));
        ContextMenu ofPlaced = menu(placed);
        ofPlaced.addItem(words.say("orders.filter.all"), click -> go.accept(state.withDays(0)));
        DAYS.forEach(each -> ofPlaced.addItem(days(each), click -> go.accept(state.withDays(each))));
        ContextMenu ofSort = menu(sort);
        ofSort.addItem(words.say("orders.sort.newest"), click -> go.accept(state.withUrgentFirst(false)));
        ofSort.addItem(words.say("orders.sort.urgent"), click -> go.accept(state.withUrgentFirst(true)));
    }

    private void clear() {
        go.accept(state.withShop(null).withWarehouse(null).withDays(0));
    }

    private static ContextMenu menu(Button chip) {
        ContextMenu menu = new ContextMenu(chip);
        menu.setOpenOnClick(true);
        return menu;
    }

    private static Button chip() {
        Button chip = Buttons.chip("", () -> {});
        chip.setSuffixComponent(Icon.CHEVRON_DOWN.create());
        return chip;
    }

    private void label(Button chip, String key, String value, boolean narrowed) {
        chip.setText(words.say(key) + " " + value);
        Buttons.narrowed(chip, narrowed);
    }

    private String shopName() {
        return shops.stream()
                .filter(each -> each.id().equals(state.shop()))
                .map(ShopInfo::name)
                .findFirst()
                .orElseGet(() -> words.say("orders.filter.all"));
    }

    private String warehouseName() {
        return warehouses.stream()
                .filter(each -> each.id().equals(state.warehouse()))
                .map(WarehouseInfo::name)
                .findFirst()
                .orElseGet(() -> words.say("orders.filter.all"));
    }

    private String days(int days) {
        return days == 0 ? words.say("orders.filter.all") : words.say("orders.filter.days", days);
    }
}
