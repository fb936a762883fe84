package com.dingshu.catalog.ui;

import com.dingshu.catalog.Catalog;
import com.dingshu.catalog.ItemMappings;
import com.dingshu.catalog.SkuDetails;
import com.dingshu.catalog.SkuDetails.MappedItem;
import com.dingshu.catalog.SkuInfo;
import com.dingshu.catalog.ui.SkuListView.Moves;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.ShopInfo;
import com.dingshu.uikit.Buttons;
import com.dingshu.uikit.Confirm;
import com.dingshu.uikit.Icon;
import com.dingshu.uikit.Marks;
import com.dingshu.uikit.Pane;
import com.dingshu.uikit.Toasts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The shops' items that stand for the SKU; items are mapped to it and taken off it here. */
final class ItemsTab extends Div {

    private static final int LONGEST_KEY = 120;

    private final transient SkuDetails details;
    private final transient Catalog catalog;
    private final transient ItemMappings mappings;
    private final transient List<ShopInfo> shops;
    private final transient SkuWords words;
    private final transient Moves moves;
    private final Select<ShopInfo> shop = new Select<>();
    private final TextField key = new TextField();

    ItemsTab(
            SkuDetails details,
            Catalog catalog,
            ItemMappings mappings,
            List<ShopInfo> shops,
            SkuWords words,
            Moves moves) {
        this.details = details;
        this.catalog = catalog;
        this.mappings = mappings;
        this.shops = shops;
        this.words = words;
        this.moves = moves;
        add(Pane.section(words.say("catalog.items"), items(), hint("catalog.items.hint")));
        if (mayMap() && !shops.isEmpty()) {
            add(Pane.section(words.say("catalog.items.add"), form(), hint("catalog.items.add.hint")));
        }
    }

    private Component items() {
        if (details.items().isEmpty()) {
            return new Paragraph(words.say("catalog.items.none"));
        }
        var list = new UnorderedList();
        list.addClassName("mapped");
        details.items().forEach(item -> list.add(line(item)));
        return list;
    }

    private ListItem line(MappedItem item) {
        var key = new Span(item.itemKey());
        key.addClassNames("grow", "cut");
        key.setTitle(item.itemKey());
        var line = new ListItem();
        shop(item.shopId()).ifPresent(known -> {
            var name = new Span(known.name());
            name.addClassName("nowrap");
            line.add(Marks.channel(known.channel(), words.say("uikit.channel." + known.channel())), name);
        });
        line.add(key);
        if (mayMap()) {
            line.add(Buttons.small(Buttons.danger(words.say("catalog.unmap"), () -> askToUnmap(item))));
        }
        return line;
    }

    private Component form() {
        shop.setLabel(words.say("catalog.items.shop"));
        shop.setItems(shops);
        shop.setItemLabelGenerator(ShopInfo::name);
        shop.setValue(shops.getFirst());
        key.setLabel(words.say("catalog.items.key"));
        key.setMaxLength(LONGEST_KEY);
        var fields = new Div(shop, key);
        fields.addClassName("fields");
        var act = new Div(Buttons.with(Icon.LINK, Buttons.plain(words.say("catalog.map"), this::askToMap)));
        act.addClassName("form-foot");
        return new Div(fields, act);
    }

    private void askToMap() {
        String item = key.getValue().strip();
        key.setErrorMessage(words.say("catalog.items.key.missing"));
        key.setInvalid(item.isEmpty());
        if (item.isEmpty()) {
            return;
        }
        ShopInfo chosen = shop.getValue();
        Optional<SkuInfo> other = stoodFor(chosen.id(), item);
        Confirm ask = Confirm.ask(words.say("catalog.map.ask", details.sku().code()))
                .says(words.say("catalog.map.says", chosen.name(), item));
        other.ifPresent(sku -> ask.warns(words.say("catalog.map.moves", sku.code(), sku.title())));
        ask.open(words.say("catalog.map.keep"), words.say("catalog.map"), () -> map(chosen, item));
    }

    private Optional<SkuInfo> stoodFor(UUID shopId, String item) {
        return Optional.ofNullable(mappings.resolve(shopId, List.of(item)).get(item))
                .filter(sku -> !sku.equals(details.sku().id()))
                .map(sku -> catalog.byIds(List.of(sku)).get(sku));
    }

    private void map(ShopInfo chosen, String item) {
        mappings.map(chosen.id(), item, details.sku().id());
        Toasts.done(words.say("catalog.mapped", item, details.sku().code()));
        moves.changed(details.sku());
    }

    private void askToUnmap(MappedItem item) {
        Confirm.ask(words.say("catalog.unmap.ask", item.itemKey()))
                .says(words.say("catalog.unmap.says"))
                .open(words.say("catalog.unmap.keep"), words.say("catalog.unmap"), () -> unmap(item));
    }

    private void unmap(MappedItem item) {
        mappings.unmap(item.shopId(), item.itemKey());
        Toasts.done(words.say("catalog.unmapped", item.itemKey()));
        moves.changed(details.sku());
    }

    private Optional<ShopInfo> shop(UUID id) {
        return shops.stream().filter(known -> known.id().equals(id)).findFirst();
    }

    private Component hint(String textKey) {
        var hint = new Paragraph(words.say(textKey));
        hint.addClassName("faint");
        return hint;
    }

    private static boolean mayMap() {
        var actor = Acting.current().actor();
        return actor.may(Permission.CATALOG_EDIT) || actor.may(Permission.CHANNELS_REPAIR);
    }
}
