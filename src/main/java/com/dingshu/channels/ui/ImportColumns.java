package com.dingshu.channels.ui;

import com.dingshu.channels.FileImportInfo;
import com.dingshu.channels.FileImportState;
import com.dingshu.uikit.Columns;
import com.dingshu.uikit.Marks;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import com.vaadin.flow.function.ValueProvider;
import java.util.Locale;

/** The columns of the list of imports, and the one card that stands for them on a phone. */
final class ImportColumns {

    private final ChannelWords words;
    private final Columns<FileImportInfo> columns;

    ImportColumns(Grid<FileImportInfo> grid, ChannelWords words) {
        this.words = words;
        this.columns = new Columns<>(grid, card());
    }

    void fill() {
        columns.text(words.say("channels.imports.file"), "200px", FileImportInfo::fileName)
                .setFlexGrow(1);
        columns.add(words.say("channels.imports.state"), "104px", Marks.tag(this::tone, this::state));
        figure("channels.imports.rows", FileImportInfo::rowsTotal);
        figure("channels.imports.CREATED", FileImportInfo::created);
        figure("channels.imports.CHANGED", FileImportInfo::changed);
        figure("channels.imports.UNCHANGED", FileImportInfo::unchanged);
        figure("channels.imports.REFUSED", FileImportInfo::refused);
        columns.text(words.say("channels.imports.shop"), "140px", row -> words.shop(row.shopId()));
        columns.text(words.say("channels.imports.by"), "96px", FileImportInfo::startedBy);
        columns.text(words.say("channels.imports.at"), "104px", row -> words.formats()
                .time(row.startedAt()));
    }

    private void figure(String key, ValueProvider<FileImportInfo, Integer> figure) {
        columns.figure(words.say(key), "72px", row -> words.formats().count(figure.apply(row)));
    }

    private Renderer<FileImportInfo> card() {
        return LitRenderer.<FileImportInfo>of("""
                        <div class="order-card">
                          <div><b class="cut grow">${item.file}</b><ds-tag tone=${item.tone}>${item.state}</ds-tag></div>
                          <div><span class="cut grow">${item.result}</span><span class="faint">${item.at}</span></div>
                        </div>""")
                .withProperty("file", FileImportInfo::fileName)
                .withProperty("tone", row -> tone(row).name().toLowerCase(Locale.ROOT))
                .withProperty("state", this::state)
                .withProperty(
                        "result",
                        row -> words.say(
                                "channels.imports.summary",
                                row.rowsTotal(),
                                row.created() + row.changed() + row.unchanged(),
                                row.refused()))
                .withProperty("at", row -> words.formats().time(row.startedAt()));
    }

    private String state(FileImportInfo row) {
        return row.state() == FileImportState.DONE && row.refused() > 0
                ? words.say("channels.imports.state.partly")
                : words.say("channels.imports.state." + row.state());
    }

    private Marks.Tone tone(FileImportInfo row) {
        return switch (row.state()) {
            case RUNNING -> Marks.Tone.BLUE;
            case REFUSED -> Marks.Tone.RED;
            case DONE -> row.refused() > 0 ? Marks.Tone.AMBER : Marks.Tone.GREEN;
        };
    }
}
