package com.dingshu.channels.ui;

import com.dingshu.channels.FileImportInfo;
import com.dingshu.channels.FileImports;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Requires;
import com.dingshu.uikit.Buttons;
import com.dingshu.uikit.EmptyState;
import com.dingshu.uikit.Icon;
import com.dingshu.uikit.Keys;
import com.dingshu.uikit.ListAndPane;
import com.dingshu.uikit.Page;
import com.dingshu.uikit.Pulse;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Orders from files: what was imported, what came of each row, and the way to import another. The address holds which one is open. */
@Route("imports/:id?")
@Requires(Permission.CHANNELS_IMPORT)
class ImportsView extends Page implements BeforeEnterObserver {

    private static final int LATEST = 100;

    private final FileImports imports;
    private final ChannelWords words;
    private final Pulse pulse;
    private final Grid<FileImportInfo> grid = new Grid<>();
    private final ListAndPane layout = new ListAndPane(grid, () -> open(null)).wide();
    private @Nullable UUID open;

    ImportsView(FileImports imports, ChannelWords words, Pulse pulse) {
        super("channels.imports.title");
        this.imports = imports;
        this.words = words;
        this.pulse = pulse;
        new ImportColumns(grid, words).fill();
        header().actions(Keys.shown(
                Buttons.with(Icon.UPLOAD, Buttons.primary(words.say("channels.imports.new"), this::start)), "n"));
        prepareGrid();
        fill(layout);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<String> asked = event.getRouteParameters().get("id");
        open = asked.flatMap(InboxState::uuid).orElse(null);
        list();
        layout.setDetail(asked.isEmpty() ? null : detail(Optional.ofNullable(open)));
    }

    private void prepareGrid() {
        grid.setPartNameGenerator(row -> row.id().equals(open) ? "current" : null);
        grid.addItemClickListener(click -> open(click.getItem().id()));
        grid.setEmptyStateComponent(new EmptyState(
                Icon.FILE_TEXT,
                words.say("channels.imports.empty"),
                words.say("channels.imports.empty.why"),
                Buttons.with(Icon.UPLOAD, Buttons.plain(words.say("channels.imports.new"), this::start))));
    }

    private void list() {
        grid.setItems(imports.latest(LATEST));
    }

    private Component detail(Optional<UUID> id) {
        return id.flatMap(imports::progress)
                .<Component>map(
                        found -> new ImportPane(found.id(), imports, words, pulse, () -> open(null), this::list))
                .orElseGet(() -> new EmptyState(
                        Icon.SEARCH,
                        words.say("channels.imports.gone"),
                        words.say("channels.imports.gone.why"),
                        Buttons.plain(words.say("channels.close"), () -> open(null))));
    }

    private void start() {
        new ImportDialog(imports, words, this::open).open();
    }

    private void open(@Nullable UUID id) {
        getUI().ifPresent(ui -> ui.navigate(id == null ? "imports" : "imports/" + id));
    }
}
