package com.dingshu.channels.ui;

import com.dingshu.catalog.Catalog;
import com.dingshu.catalog.SkuInfo;
import com.dingshu.catalog.SkuQuery;
import com.dingshu.channels.InboxQueries;
import com.dingshu.channels.InboxRepair;
import com.dingshu.channels.InboxSummary;
import com.dingshu.uikit.Buttons;
import com.dingshu.uikit.Toasts;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.data.provider.Query;
import java.util.Objects;
import java.util.stream.Stream;

/** Finds the SKU that an item of a shop stands for; everything that waits for the item is run again by itself. */
final class MapItemDialog extends Dialog {

    private static final int MOST_FOUND = 100;

    private final InboxSummary row;
    private final String item;
    private final InboxRepair repair;
    private final Catalog catalog;
    private final ChannelWords words;
    private final Runnable mapped;
    private final ComboBox<SkuInfo> sku = new ComboBox<>();

    MapItemDialog(
            InboxSummary row,
            InboxQueries inbox,
            InboxRepair repair,
            Catalog catalog,
            ChannelWords words,
            Runnable mapped) {
        this.row = row;
        this.item = Objects.requireNonNull(row.waitingItem());
        this.repair = repair;
        this.catalog = catalog;
        this.words = words;
        this.mapped = mapped;
        int waiting = inbox.waitingFor(row.shopId(), item);
        setHeaderTitle(words.say("channels.item.title"));
        setWidth("480px");
        setMaxWidth("calc(100vw - 32px)");
        prepareSku();
        Paragraph which = new Paragraph(words.say(
                "channels.item.which",
                words.shop(row.shopId()),
                row.problemDetail() == null ? item : row.problemDetail()));
        Paragraph then = new Paragraph(words.say("channels.item.then", waiting));
        then.addClassName("quiet");
        add(Parts.div("form", which, sku, then));
        getFooter()
                .add(
                        Buttons.plain(words.say("channels.item.keep"), this::close),
                        Buttons.primary(words.say("channels.item.do", waiting), this::map));
    }

    private void prepareSku() {
        sku.setLabel(words.say("channels.item.sku"));
        sku.setPlaceholder(words.say("channels.item.search"));
        sku.setItemLabelGenerator(found -> found.code() + "  " + found.title());
        sku.setItems(this::found);
        sku.setWidthFull();
        sku.setAutofocus(true);
    }

    private Stream<SkuInfo> found(Query<SkuInfo, String> query) {
        return catalog.page(new SkuQuery(query.getFilter().orElse(null), null, true, null, MOST_FOUND)).rows().stream()
                .skip(query.getOffset())
                .limit(query.getLimit());
    }

    private void map() {
        SkuInfo chosen = sku.getValue();
        sku.setErrorMessage(words.say("channels.item.missing"));
        sku.setInvalid(chosen == null);
        if (chosen != null) {
            int waiting = repair.mapItem(row.shopId(), item, chosen.id());
            close();
            Toasts.done(words.say("channels.item.done", item, chosen.code(), waiting));
            mapped.run();
        }
    }
}
