package com.dingshu.channels.ui;

import com.dingshu.channels.ShopSync;
import com.dingshu.uikit.Columns;
import com.dingshu.uikit.Marks;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import com.vaadin.flow.function.ValueProvider;
import java.util.Locale;

/** The columns of the list of shops, and the one card that stands for them on a phone. */
final class ShopColumns {

    private final ChannelWords words;
    private final Columns<ShopSync> columns;

    ShopColumns(Grid<ShopSync> grid, ChannelWords words) {
        this.words = words;
        this.columns = new Columns<>(grid, card());
    }

    void fill() {
        columns.add(
                words.say("channels.shops.shop"),
                "220px",
                Marks.numbered(
                        row -> row.shop().channel(),
                        row -> words.channel(row.shop().channel()),
                        row -> row.shop().name()));
        columns.add(words.say("channels.shops.state"), "116px", Marks.tag(words::tone, words::state));
        columns.text(words.say("channels.shops.pulled"), "112px", row -> words.time(row.lastPullAt()));
        columns.text(words.say("channels.shops.pushed"), "112px", row -> words.time(row.lastPushAt()));
        columns.text(
                words.say("channels.shops.next"), "112px", row -> row.pulls() ? words.time(row.nextPullAt()) : "–");
        figure("channels.shops.backlog", ShopSync::backlog);
        figure("channels.shops.repair", ShopSync::needsRepair);
        columns.text(words.say("channels.shops.problem"), "200px", words::trouble)
                .setFlexGrow(1);
    }

    private void figure(String key, ValueProvider<ShopSync, Integer> figure) {
        columns.figure(words.say(key), "72px", row -> words.formats().count(figure.apply(row)));
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
