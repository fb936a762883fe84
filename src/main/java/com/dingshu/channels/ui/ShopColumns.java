package com.dingshu.channels.ui;

import com.dingshu.channels.ShopSync;
import com.dingshu.uikit.Marks;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import com.vaadin.flow.function.ValueProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The columns of the list of shops, and the one card that stands for them on a phone. */
final class ShopColumns {

    private final Grid<ShopSync> grid;
    private final ChannelWords words;
    private final List<Grid.Column<ShopSync>> wide = new ArrayList<>();
    private final Grid.Column<ShopSync> card;

    ShopColumns(Grid<ShopSync> grid, ChannelWords words) {
        this.grid = grid;
        this.words = words;
        column(
                "channels.shops.shop",
                "220px",
                Marks.numbered(
                        row -> row.shop().channel(),
                        row -> words.channel(row.shop().channel()),
                        row -> row.shop().name()));
        column("channels.shops.state", "116px", Marks.tag(words::tone, words::state));
        column("channels.shops.pulled", "112px", text(row -> words.time(row.lastPullAt())));
        column("channels.shops.pushed", "112px", text(row -> words.time(row.lastPushAt())));
        column("channels.shops.next", "112px", text(row -> row.pulls() ? words.time(row.nextPullAt()) : "–"));
        figure("channels.shops.backlog", ShopSync::backlog);
        figure("channels.shops.repair", ShopSync::needsRepair);
        column("channels.shops.problem", "200px", text(words::trouble)).setFlexGrow(1);
        card = grid.addColumn(card()).setFlexGrow(1);
        card.setVisible(false);
    }

    void narrow(boolean narrow) {
        wide.forEach(column -> column.setVisible(!narrow));
        card.setVisible(narrow);
        grid.setClassName("cards", narrow);
    }

    private Grid.Column<ShopSync> column(String key, String width, Renderer<ShopSync> renderer) {
        Grid.Column<ShopSync> column = grid.addColumn(renderer)
                .setHeader(words.say(key))
                .setWidth(width)
                .setFlexGrow(0);
        wide.add(column);
        return column;
    }

    private void figure(String key, ValueProvider<ShopSync, Integer> figure) {
        column(key, "72px", Marks.figure(row -> words.formats().count(figure.apply(row))))
                .setTextAlign(ColumnTextAlign.END);
    }

    private static Renderer<ShopSync> text(ValueProvider<ShopSync, String> value) {
        return LitRenderer.<ShopSync>of("<span class=\"cut\" title=${item.text}>${item.text}</span>")
                .withProperty("text", value);
    }

    private Renderer<ShopSync> card() {
        return LitRenderer.<ShopSync>of("""
                        <div class="order-card">
                          <div><ds-channel channel=${item.channel} label=${item.channelName}></ds-channel>
                            <b class="cut grow">${item.shop}</b><ds-tag tone=${item.tone}>${item.state}</ds-tag></div>
                          <div><span class="cut grow">${item.work}</span><span class="faint">${item.at}</span></div>
                          ${item.problem ? html`<div class="bad">${item.problem}</div>` : ''}
                        </div>""")
                .withProperty("channel", row -> row.shop().channel())
                .withProperty("channelName", row -> words.channel(row.shop().channel()))
                .withProperty("shop", row -> row.shop().name())
                .withProperty("tone", row -> words.tone(row).name().toLowerCase(Locale.ROOT))
                .withProperty("state", words::state)
                .withProperty("work", row -> words.say("channels.shops.work", row.backlog(), row.needsRepair()))
                .withProperty("at", row -> words.time(row.lastPullAt()))
                .withProperty("problem", words::trouble);
    }
}
