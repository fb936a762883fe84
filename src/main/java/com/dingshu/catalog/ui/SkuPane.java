package com.dingshu.catalog.ui;

import com.dingshu.audit.ui.HistoryPanel;
import com.dingshu.catalog.Catalog;
import com.dingshu.catalog.ItemMappings;
import com.dingshu.catalog.SkuDetails;
import com.dingshu.catalog.SkuInfo;
import com.dingshu.catalog.SkuSize;
import com.dingshu.catalog.ui.SkuListView.Moves;
import com.dingshu.shared.Money;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Shops;
import com.dingshu.uikit.Buttons;
import com.dingshu.uikit.Confirm;
import com.dingshu.uikit.Facts;
import com.dingshu.uikit.Icon;
import com.dingshu.uikit.Keys;
import com.dingshu.uikit.Marks;
import com.dingshu.uikit.Pane;
import com.dingshu.uikit.Toasts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Supplier;

/** Draws one SKU beside the list: its data, the shops' items that stand for it, what others know of it, its history. */
final class SkuPane {

    private final Catalog catalog;
    private final ItemMappings mappings;
    private final Shops shops;
    private final SkuWords words;
    private final List<SkuPanel> panels;
    private final Moves moves;

    SkuPane(Catalog catalog, ItemMappings mappings, Shops shops, SkuWords words, List<SkuPanel> panels, Moves moves) {
        this.catalog = catalog;
        this.mappings = mappings;
        this.shops = shops;
        this.words = words;
        this.panels = panels;
        this.moves = moves;
    }

    Component of(SkuDetails details) {
        SkuInfo sku = details.sku();
        Pane pane = new Pane(sku.title(), words.say("catalog.close"), moves::close);
        if (!sku.active()) {
            pane.beside(Marks.tag(Marks.Tone.GREY, words.say("catalog.active.false")));
        }
        pane.tabs(tabs(details));
        if (may(Permission.CATALOG_EDIT)) {
            pane.foot(
                    Keys.shown(
                            Buttons.with(
                                    Icon.PENCIL,
                                    Buttons.plain(words.say("catalog.edit"), () -> moves.edit(sku.code()))),
                            "e"),
                    sku.active()
                            ? Buttons.with(Icon.BAN, Buttons.danger(words.say("catalog.deactivate"), () -> ask(sku)))
                            : Buttons.with(
                                    Icon.UNDO_2,
                                    Buttons.plain(words.say("catalog.activate"), () -> setActive(sku, true, ""))));
        }
        return pane;
    }

    private LinkedHashMap<String, Supplier<Component>> tabs(SkuDetails details) {
        var tabs = new LinkedHashMap<String, Supplier<Component>>();
        tabs.put(words.say("catalog.tab.overview"), () -> overview(details));
        tabs.put(
                words.say("catalog.tab.items", details.items().size()),
                () -> new ItemsTab(details, catalog, mappings, shops.all(), words, moves));
        panels.stream()
                .filter(panel -> panel.shows(details))
                .forEach(panel -> tabs.put(words.say(panel.titleKey()), () -> panel.create(details)));
        if (may(Permission.HISTORY_VIEW)) {
            tabs.put(
                    words.say("catalog.tab.history"),
                    () -> new HistoryPanel(
                            catalog.history(details.sku().id()),
                            words.history(details.sku(), shops.all()),
                            words.formats()));
        }
        return tabs;
    }

    private Component overview(SkuDetails details) {
        SkuInfo sku = details.sku();
        var names = new Facts()
                .line(words.say("catalog.field.code"), sku.code())
                .line(words.say("catalog.field.name"), sku.name())
                .line(words.say("catalog.field.spec"), sku.spec() == null ? "" : sku.spec())
                .line(words.say("catalog.field.productId"), details.productCode())
                .line(words.say("catalog.field.barcode"), String.join(" · ", sku.barcodes()));
        var prices = new Facts()
                .line(words.say("catalog.field.priceMinor"), words.money(sku.priceMinor(), sku.currency()))
                .line(words.say("catalog.field.costMinor"), cost(details))
                .line(words.say("catalog.field.taxCode"), details.taxCode() == null ? "" : details.taxCode());
        var handling = new Facts()
                .line(words.say("catalog.field.type"), words.type(sku.type()))
                .line(words.say("catalog.field.weightGrams"), weight(sku.weightGrams()))
                .line(words.say("catalog.field.size"), size(details));
        var keeping = new Facts()
                .line(words.say("catalog.field.safetyStock"), words.count(sku.safetyStock()))
                .line(
                        words.say("catalog.field.bufferPercentTimes100"),
                        words.buffer(sku.bufferPercentTimes100()) + " · "
                                + words.say("catalog.rounds." + sku.bufferRoundsUp()));
        return new Div(
                Pane.section(words.say("catalog.part.naming"), names),
                Pane.section(words.say("catalog.part.pricing"), prices),
                Pane.section(words.say("catalog.part.handling"), handling),
                Pane.section(words.say("catalog.part.keeping"), keeping));
    }

    private String cost(SkuDetails details) {
        SkuInfo sku = details.sku();
        String cost = words.money(details.costMinor(), sku.currency());
        return details.costMinor() == 0 || sku.priceMinor() == 0
                ? cost
                : words.say(
                        "catalog.cost.margin",
                        cost,
                        words.formats()
                                .percent(1
                                        - new Money(details.costMinor(), sku.currency())
                                                        .amount()
                                                        .doubleValue()
                                                / new Money(sku.priceMinor(), sku.currency())
                                                        .amount()
                                                        .doubleValue()));
    }

    private String weight(long grams) {
        return grams == 0 ? "" : words.say("catalog.grams", words.formats().count(grams));
    }

    private String size(SkuDetails details) {
        SkuSize size = details.size();
        return size == null ? "" : words.say("catalog.millimetres", size.lengthMm(), size.widthMm(), size.heightMm());
    }

    private void ask(SkuInfo sku) {
        var reason = new TextField(words.say("catalog.reason"));
        reason.setMaxLength(200);
        reason.setWidthFull();
        Confirm.ask(words.say("catalog.deactivate.ask", sku.code()))
                .says(words.say("catalog.deactivate.says"))
                .with(reason)
                .open(
                        words.say("catalog.deactivate.keep"),
                        words.say("catalog.deactivate"),
                        () -> setActive(sku, false, reason.getValue()));
    }

    private void setActive(SkuInfo sku, boolean active, String reason) {
        Acting.current()
                .because(reason.isBlank() ? null : reason.strip())
                .run(() -> catalog.setActive(sku.code(), active));
        Toasts.done(words.say(active ? "catalog.activated" : "catalog.deactivated", sku.code()));
        moves.changed(sku);
    }

    private static boolean may(Permission permission) {
        return Acting.current().actor().may(permission);
    }
}
