package com.dingshu.channels.ui;

import com.dingshu.channels.FileImportInfo;
import com.dingshu.channels.FileImportState;
import com.dingshu.uikit.Marks;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import com.vaadin.flow.function.ValueProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The columns of the list of imports, and the one card that stands for them on a phone. */
final class ImportColumns {

    private final Grid<FileImportInfo> grid;
    private final ChannelWords words;
    private final List<Grid.Column<FileImportInfo>> wide = new ArrayList<>();
    private final Grid.Column<FileImportInfo> card;

    ImportColumns(Grid<FileImportInfo> grid, ChannelWords words) {
        this.grid = grid;
        this.words = words;
        column("channels.imports.file", "200px", text(FileImportInfo::fileName)).setFlexGrow(1);
        column("channels.imports.state", "104px", Marks.tag(this::tone, this::state));
        figure("channels.imports.rows", FileImportInfo::rowsTotal);
        figure("channels.imports.CREATED", FileImportInfo::created);
        figure("channels.imports.CHANGED", FileImportInfo::changed);
        figure("channels.imports.UNCHANGED", FileImportInfo::unchanged);
        figure("channels.imports.REFUSED", FileImportInfo::refused);
        column("channels.imports.shop", "140px", text(row -> words.shop(row.shopId())));
        column("channels.imports.by", "96px", text(FileImportInfo::startedBy));
        column("channels.imports.at", "104px", text(row -> words.formats().time(row.startedAt())));
        card = grid.addColumn(card()).setFlexGrow(1);
        card.setVisible(false);
    }

    void narrow(boolean narrow) {
        wide.forEach(column -> column.setVisible(!narrow));
        card.setVisible(narrow);
        grid.setClassName("cards", narrow);
    }

    private Grid.Column<FileImportInfo> column(String key, String width, Renderer<FileImportInfo> renderer) {
        Grid.Column<FileImportInfo> column = grid.addColumn(renderer)
                .setHeader(words.say(key))
                .setWidth(width)
                .setFlexGrow(0);
        wide.add(column);
        return column;
    }

    private void figure(String key, ValueProvider<FileImportInfo, Integer> figure) {
        column(key, "72px", Marks.figure(row -> words.formats().count(figure.apply(row))))
                .setTextAlign(ColumnTextAlign.END);
    }

    private static Renderer<FileImportInfo> text(ValueProvider<FileImportInfo, String> value) {
        return LitRenderer.<FileImportInfo>of("<span class=\"cut\" title=${item.text}>${item.text}</span>")
                .withProperty("text", value);
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
