package com.dingshu.channels.ui;

import com.dingshu.channels.IntakeRunInfo;
import com.dingshu.channels.IntakeRunItem;
import com.dingshu.channels.IntakeRunItemState;
import com.dingshu.channels.IntakeRunKind;
import com.dingshu.channels.IntakeRuns;
import com.dingshu.uikit.Downloads;
import com.dingshu.uikit.Icon;
import com.dingshu.uikit.Marks;
import com.dingshu.uikit.Pulse;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.RouterLink;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** How far a run is, and at its end the report: every thing once, with what became of it. */
final class RunReport extends Div {

    private static final Set<IntakeRunItemState> WORTH_LISTING =
            Set.of(IntakeRunItemState.REPAIR, IntakeRunItemState.MISSING, IntakeRunItemState.FAILED);
    private static final int MOST_SHOWN = 100;

    private final UUID id;
    private final IntakeRuns runs;
    private final ChannelWords words;
    private final Runnable finished;
    private boolean over;

    /** @param finished told once, when the run ends while this is shown */
    RunReport(UUID id, IntakeRuns runs, ChannelWords words, Pulse pulse, Runnable finished) {
        this.id = id;
        this.runs = runs;
        this.words = words;
        this.finished = finished;
        addClassNames("job", "run");
        runs.progress(id).ifPresent(this::show);
        pulse.watch(this, this::lookAgain);
    }

    private void lookAgain() {
        if (!over) {
            runs.progress(id).ifPresent(this::show);
            if (over) {
                finished.run();
            }
        }
    }

    private void show(IntakeRunInfo run) {
        over = run.finished();
        removeAll();
        add(head(run), bar(run), figures(run), verdict(run));
        List<IntakeRunItem> items = runs.items(id, WORTH_LISTING);
        if (!items.isEmpty()) {
            add(table(items));
        }
        if (over && run.total() > 0) {
            add(Downloads.link(
                    Icon.DOWNLOAD,
                    words.say("channels.run.download"),
                    "report-" + run.id() + ".csv",
                    "text/csv",
                    out -> out.write(csv())));
        }
    }

    private Component head(IntakeRunInfo run) {
        return Parts.div(
                "row",
                Parts.bold(title(run)),
                Marks.tag(
                        over ? run.problem().isEmpty() ? Marks.Tone.GREEN : Marks.Tone.RED : Marks.Tone.BLUE,
                        words.say(
                                over
                                        ? run.problem().isEmpty() ? "channels.run.done" : "channels.run.stopped"
                                        : run.listing() ? "channels.run.listing" : "channels.run.running")),
                Parts.gap(),
                Parts.span(
                        "faint",
                        words.say(
                                "channels.run.by",
                                run.startedBy(),
                                words.formats().time(run.startedAt()))));
    }

    private String title(IntakeRunInfo run) {
        if (run.kind() == IntakeRunKind.RERUN) {
            return words.say("channels.run.rerun", words.reason(Objects.requireNonNull(run.reason())));
        }
        String shop = words.shop(Objects.requireNonNull(run.shopId()));
        return run.changedFrom() == null || run.placedUntil() == null
                ? words.say("channels.run.orders", shop)
                : words.say(
                        "channels.run.period",
                        shop,
                        words.formats().time(run.changedFrom()),
                        words.formats().time(run.placedUntil()));
    }

    private Component bar(IntakeRunInfo run) {
        Div bar = Parts.div("job-bar");
        bar.getElement().setAttribute("role", "progressbar");
        bar.getElement().setAttribute("aria-label", words.say("channels.run.progress"));
        bar.getElement().setAttribute("aria-valuemin", "0");
        bar.getElement().setAttribute("aria-valuemax", Integer.toString(Math.max(1, run.total())));
        bar.getElement()
                .setAttribute("aria-valuenow", Integer.toString(run.total() - run.count(IntakeRunItemState.WAITING)));
        part(bar, "ok", run.inSystem(), run.total());
        part(bar, "skipped", run.count(IntakeRunItemState.REPAIR), run.total());
        part(bar, "failed", run.count(IntakeRunItemState.MISSING) + run.count(IntakeRunItemState.FAILED), run.total());
        return bar;
    }

    private static void part(Div bar, String className, int count, int total) {
        if (count > 0) {
            Element part = new Element("i");
            part.getClassList().add(className);
            part.getStyle().set("width", 100.0 * count / total + "%");
            bar.getElement().appendChild(part);
        }
    }

    private Component figures(IntakeRunInfo run) {
        Div figures = Parts.div("figures");
        figures.getElement().setAttribute("aria-live", "polite");
        figures.add(figure("channels.run.total", run.total()));
        if (run.kind() == IntakeRunKind.BACKFILL) {
            figures.add(figure("channels.run.fetched", run.fetched()));
        }
        for (IntakeRunItemState state : IntakeRunItemState.values()) {
            if (run.count(state) > 0) {
                figures.add(figure("channels.run.item." + state, run.count(state)));
            }
        }
        return figures;
    }

    private Component figure(String key, int count) {
        return Parts.div("figure", Parts.bold(words.formats().count(count)), new Span(words.say(key)));
    }

    /** Whether none is left out and none doubled, in a sentence. */
    private Component verdict(IntakeRunInfo run) {
        Div verdict = Parts.div("verdict");
        if (!over) {
            verdict.setText(words.say("channels.run.goes-on"));
            verdict.addClassName("faint");
        } else if (!run.problem().isEmpty()) {
            verdict.setText(words.say("channels.run.broke", run.problem()));
            verdict.addClassName("bad");
        } else if (run.doubled() > 0) {
            verdict.setText(words.say("channels.run.doubled", run.doubled()));
            verdict.addClassName("bad");
        } else {
            int open = run.total() - run.inSystem();
            verdict.setText(
                    open == 0
                            ? words.say("channels.run.complete", run.total())
                            : words.say("channels.run.open", run.total(), run.inSystem(), open));
        }
        return verdict;
    }

    private Component table(List<IntakeRunItem> items) {
        Element body = new Element("tbody");
        items.stream().limit(MOST_SHOWN).forEach(item -> body.appendChild(row(item)));
        return Parts.scrolling(
                "run-items",
                words.say("channels.run.list"),
                Parts.table(
                        "table",
                        body,
                        words.say("channels.run.number"),
                        words.say("channels.run.result"),
                        words.say("channels.run.why"),
                        ""));
    }

    private Element row(IntakeRunItem item) {
        Element why = Parts.element("td", words.problem(item.problemKind(), item.problemField(), item.problemDetail()));
        why.getClassList().add("wrap");
        Element way = new Element("td");
        if (item.rawId() != null) {
            RouterLink link =
                    new RouterLink(words.say("channels.run.see"), InboxView.class, InboxView.at(item.rawId()));
            way.appendChild(link.getElement());
        }
        return new Element("tr")
                .appendChild(
                        Parts.element(
                                "td", item.orderNo().isEmpty() ? words.say("channels.no-number") : item.orderNo()),
                        Parts.element("td", words.say("channels.run.item." + item.state())),
                        why,
                        way);
    }

    private byte[] csv() {
        String lines = runs.items(id, Set.of(IntakeRunItemState.values())).stream()
                .map(item -> String.join(
                        ",",
                        Csv.cell(item.orderNo()),
                        Csv.cell(words.say("channels.run.item." + item.state())),
                        Csv.cell(item.orderNumber() == null ? "" : item.orderNumber()),
                        Csv.cell(words.problem(item.problemKind(), item.problemField(), item.problemDetail()))))
                .collect(Collectors.joining("\r\n"));
        String head = String.join(
                ",",
                words.say("channels.run.number"),
                words.say("channels.run.result"),
                words.say("channels.run.order"),
                words.say("channels.run.why"));
        return (Csv.BOM + head + "\r\n" + lines + "\r\n").getBytes(StandardCharsets.UTF_8);
    }
}
