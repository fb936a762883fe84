package com.dingshu.channels.ui;

import com.dingshu.channels.FileImportInfo;
import com.dingshu.channels.FileImportState;
import com.dingshu.channels.FileImports;
import com.dingshu.channels.FileRow;
import com.dingshu.channels.FileRowOutcome;
import com.dingshu.channels.RefusedRows;
import com.dingshu.tenancy.Permission;
import com.dingshu.uikit.Buttons;
import com.dingshu.uikit.Downloads;
import com.dingshu.uikit.Icon;
import com.dingshu.uikit.Pulse;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.RouterLink;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One import: how far it is, how many rows did what, and each refused row with its reason and the way to put it right. */
final class ImportPane extends Aside {

    private static final int MOST_SHOWN = 200;

    private final UUID id;
    private final FileImports imports;
    private final ChannelWords words;
    private final Runnable close;
    private final Runnable changed;
    private final Div body = Parts.div("pane-body");
    private @Nullable FileImportInfo shown;

    ImportPane(UUID id, FileImports imports, ChannelWords words, Pulse pulse, Runnable close, Runnable changed) {
        this.id = id;
        this.imports = imports;
        this.words = words;
        this.close = close;
        this.changed = changed;
        addClassName("pane");
        body.getElement().setAttribute("tabindex", "0");
        imports.progress(id).ifPresent(this::show);
        pulse.watch(this, this::lookAgain);
    }

    private void lookAgain() {
        if (shown != null && shown.state() == FileImportState.RUNNING) {
            imports.progress(id).filter(now -> !now.equals(shown)).ifPresent(now -> {
                show(now);
                changed.run();
            });
        }
    }

    private void show(FileImportInfo now) {
        shown = now;
        getElement().setAttribute("aria-label", now.fileName());
        removeAll();
        body.removeAll();
        H2 title = new H2(now.fileName());
        title.addClassName("cut");
        add(Parts.div("pane-head", title, Parts.gap(), Buttons.icon(Icon.X, words.say("channels.close"), close)), body);
        body.add(progress(now));
        if (now.refused() > 0) {
            body.add(refused(now));
        }
        body.getElement().appendChild(facts(now));
    }

    private Component progress(FileImportInfo now) {
        Div bar = Parts.div("job-bar");
        bar.getElement().setAttribute("role", "progressbar");
        bar.getElement().setAttribute("aria-label", words.say("channels.run.progress"));
        bar.getElement().setAttribute("aria-valuemin", "0");
        bar.getElement().setAttribute("aria-valuemax", Integer.toString(Math.max(1, now.rowsTotal())));
        bar.getElement().setAttribute("aria-valuenow", Integer.toString(now.rowsDone()));
        part(bar, "ok", now.created() + now.changed() + now.unchanged(), now.rowsTotal());
        part(bar, "failed", now.refused(), now.rowsTotal());
        Div figures = Parts.div("figures");
        figures.getElement().setAttribute("aria-live", "polite");
        figures.add(
                figure("channels.imports.rows", now.rowsTotal()),
                figure("channels.imports.CREATED", now.created()),
                figure("channels.imports.CHANGED", now.changed()),
                figure("channels.imports.UNCHANGED", now.unchanged()),
                figure("channels.imports.REFUSED", now.refused()));
        Span verdict = Parts.span("verdict", verdict(now));
        Section section = new Section(Parts.div("job run", bar, figures, verdict));
        section.addClassName("section");
        return section;
    }

    private String verdict(FileImportInfo now) {
        return switch (now.state()) {
            case RUNNING -> words.say("channels.run.goes-on");
            case REFUSED -> words.say("channels.imports.refusal." + now.problem());
            case DONE ->
                now.refused() == 0
                        ? words.say("channels.imports.all")
                        : words.say("channels.imports.partly", now.refused());
        };
    }

    private static void part(Div bar, String className, int count, int total) {
        if (count > 0) {
            Element part = new Element("i");
            part.getClassList().add(className);
            part.getStyle().set("width", 100.0 * count / total + "%");
            bar.getElement().appendChild(part);
        }
    }

    private Component figure(String key, int count) {
        return Parts.div("figure", Parts.bold(words.formats().count(count)), new Span(words.say(key)));
    }

    private Component refused(FileImportInfo now) {
        List<FileRow> rows = imports.rows(id, FileRowOutcome.REFUSED, 0);
        Section section = new Section(new H3(words.say("channels.imports.refused")));
        section.addClassName("section");
        section.add(ImportRows.of(words, rows.stream().limit(MOST_SHOWN).toList()));
        if (rows.size() > MOST_SHOWN) {
            section.add(Parts.span("faint", words.say("channels.imports.more", MOST_SHOWN)));
        }
        section.add(Parts.div(
                "row",
                Downloads.link(
                        Icon.DOWNLOAD,
                        words.say("channels.imports.download"),
                        "errors-" + now.fileName().replaceAll("\\.[A-Za-z]+$", "") + ".csv",
                        "text/csv",
                        out -> out.write(errors())),
                new RouterLink(words.say("channels.imports.inbox"), InboxView.class)));
        return section;
    }

    /** With all cells for those who may see contact data, so that it can be put right and imported again. */
    private byte[] errors() {
        String text = Parts.may(Permission.CONTACT_REVEAL)
                ? imports.refusedRows(id).map(this::withCells).orElseGet(this::withoutCells)
                : withoutCells();
        return (Csv.BOM + text).getBytes(StandardCharsets.UTF_8);
    }

    private String withCells(RefusedRows refused) {
        Stream<String> head = Stream.of(line(Stream.concat(refused.headings().stream(), errorHeads())));
        Stream<String> rows = refused.rows().stream()
                .map(row -> line(Stream.concat(
                        refused.headings().stream().map(heading -> row.cells().getOrDefault(heading, "")),
                        errors(row.row()))));
        return Stream.concat(head, rows).collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private String withoutCells() {
        Stream<String> head =
                Stream.of(line(Stream.concat(Stream.of(words.say("channels.imports.number")), errorHeads())));
        Stream<String> rows = imports.rows(id, FileRowOutcome.REFUSED, 0).stream()
                .map(row -> line(Stream.concat(Stream.of(row.channelOrderNo()), errors(row))));
        return Stream.concat(head, rows).collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private Stream<String> errorHeads() {
        return Stream.of(
                words.say("channels.imports.row"),
                words.say("channels.imports.problem"),
                words.say("channels.imports.fix"));
    }

    private Stream<String> errors(FileRow row) {
        return Stream.of(
                Integer.toString(row.rowNo()), words.problemInFile(row), words.remedyInFile(row.problemKind()));
    }

    private static String line(Stream<String> cells) {
        return cells.map(Csv::cell).collect(Collectors.joining(","));
    }

    private Element facts(FileImportInfo now) {
        Element facts = new Element("dl");
        facts.getClassList().add("facts");
        fact(facts, "channels.imports.shop", words.shop(now.shopId()));
        fact(facts, "channels.imports.encoding", now.encoding());
        fact(facts, "channels.imports.by", now.startedBy());
        fact(facts, "channels.imports.at", words.formats().time(now.startedAt()));
        Element section = new Element("section");
        section.getClassList().add("section");
        return section.appendChild(facts);
    }

    private void fact(Element facts, String key, String value) {
        facts.appendChild(Parts.element("dt", words.say(key)), Parts.element("dd", value));
    }
}
