package com.dingshu.orders.ui;

import com.dingshu.jobs.JobFailure;
import com.dingshu.jobs.JobId;
import com.dingshu.jobs.JobProgress;
import com.dingshu.orders.BulkVerb;
import com.dingshu.orders.OrderBulk;
import com.dingshu.uikit.Buttons;
import com.dingshu.uikit.Downloads;
import com.dingshu.uikit.Icon;
import com.dingshu.uikit.Pulse;
import com.dingshu.uikit.Sheets;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * One bulk job: how far it is, and each order that was left out with the reason and the way to it. It goes on when the
 * dialog is closed, and is found again in the board's head.
 */
final class BulkDialog extends Dialog {

    private static final int SHOWN = 200;

    private final OrderBulk bulk;
    private final OrderWords words;
    private final JobId job;
    private final Runnable ended;
    private final Div bar = new Div();
    private final Div figures = new Div();
    private final Paragraph hint = new Paragraph();
    private final Div list = new Div();
    private boolean running = true;

    /** @param ended told once the job has ended, while the dialog is open */
    BulkDialog(OrderBulk bulk, OrderWords words, Pulse pulse, JobId job, Runnable ended) {
        this.bulk = bulk;
        this.words = words;
        this.job = job;
        this.ended = ended;
        setWidth("520px");
        setMaxWidth("calc(100vw - 32px)");
        figures.addClassNames("row", "figures");
        figures.getElement().setAttribute("role", "status");
        bar.addClassName("job-bar");
        bar.getElement().setAttribute("role", "progressbar");
        hint.addClassName("faint");
        list.addClassName("left-out");
        var body = new Div(bar, figures, hint, list);
        body.addClassName("bulk-job");
        add(body);
        bulk.progress(job).ifPresent(this::show);
        pulse.follow(this, this::lookAgain);
    }

    private void lookAgain() {
        if (running) {
            bulk.progress(job).ifPresent(this::show);
        }
    }

    private void show(JobProgress now) {
        setHeaderTitle(title(now, words));
        draw(now);
        if (now.ended() && running) {
            running = false;
            showLeftOut();
            ended.run();
        }
        hint.setText(words.say("orders.bulk.goes-on"));
        hint.setVisible(running);
        foot();
    }

    private void draw(JobProgress now) {
        bar.getElement()
                .setAttribute("aria-label", title(now, words))
                .setAttribute("aria-valuemin", "0")
                .setAttribute("aria-valuemax", String.valueOf(now.total()))
                .setAttribute("aria-valuenow", String.valueOf(now.settled()));
        bar.removeAll();
        bar.add(part("ok", now.done(), now), part("skipped", now.skipped(), now), part("failed", now.failed(), now));
        var settled = new Span(words.formats().count(now.settled()));
        settled.addClassName("num");
        var total = new Span(" / " + words.formats().count(now.total()));
        total.addClassName("faint");
        figures.removeAll();
        figures.add(
                new Span(settled, total),
                figure(Icon.CHECK, "good", "orders.bulk.done", now.done()),
                figure(Icon.MINUS, "quiet", "orders.bulk.skipped", now.skipped()),
                figure(Icon.X, "bad", "orders.bulk.failed", now.failed()));
    }

    private static Component part(String className, int count, JobProgress job) {
        var part = new Span();
        part.addClassName(className);
        part.getStyle().set("--part", String.valueOf(100.0 * count / Math.max(1, job.total())));
        return part;
    }

    private Component figure(Icon icon, String className, String key, int count) {
        var figure =
                new Span(icon.create(), new Span(words.say(key, words.formats().count(count))));
        figure.addClassName(className);
        return figure;
    }

    private void foot() {
        getFooter().removeAll();
        List<JobFailure> left = running ? List.of() : bulk.leftOut(job);
        if (!left.isEmpty()) {
            List<List<String>> rows = left.stream()
                    .map(one -> List.of(one.item().label(), why(one)))
                    .toList();
            List<String> headings = List.of(words.say("orders.column.number"), words.say("orders.bulk.left-out.why"));
            getFooter()
                    .add(Downloads.link(
                            Icon.DOWNLOAD,
                            words.say("orders.bulk.left-out.file"),
                            words.say("orders.bulk.left-out.name") + ".csv",
                            "text/csv;charset=utf-8",
                            out -> write(out, headings, rows)));
        }
        getFooter().add(Buttons.plain(words.say(running ? "orders.bulk.put-away" : "orders.bulk.close"), this::close));
    }

    private void showLeftOut() {
        list.removeAll();
        List<JobFailure> left = bulk.leftOut(job);
        left.stream().limit(SHOWN).forEach(one -> list.add(line(one)));
        if (left.size() > SHOWN) {
            list.add(new Paragraph(words.say("orders.bulk.left-out.more", left.size() - SHOWN)));
        }
    }

    private Component line(JobFailure left) {
        var link = new Anchor("orders/" + left.item().label(), words.say("orders.key.open"));
        link.getElement()
                .setAttribute("router-link", true)
                .setAttribute(
                        "aria-label", words.say("orders.bulk.open", left.item().label()))
                .addEventListener("click", click -> close());
        var number = new Span(left.item().label());
        number.addClassName("num");
        var why = new Span(words.say(left.skipped() ? "orders.bulk.skipped.why" : "orders.bulk.failed.why", why(left)));
        why.addClassNames("grow", "cut");
        var line = new Div(number, why, link);
        line.addClassName("row");
        return line;
    }

    private String why(JobFailure left) {
        String number = left.item().label();
        String said = words.say(left.reasonKey(), left.args().toArray());
        return said.startsWith(number) ? said.substring(number.length()).strip() : said;
    }

    private static void write(OutputStream out, List<String> headings, List<List<String>> rows) throws IOException {
        try (Sheets.Table table = Sheets.csv(out, headings)) {
            for (List<String> row : rows) {
                table.row(row);
            }
        }
    }

    /** “审核通过 14 单” */
    static String title(JobProgress job, OrderWords words) {
        return words.say(
                "orders.bulk.title." + BulkBar.key(BulkVerb.valueOf(job.title())),
                words.formats().count(job.total()));
    }

    static String figures(JobProgress job, OrderWords words) {
        String ended = words.say("orders.bulk.done", job.done())
                + " · "
                + words.say("orders.bulk.skipped", job.skipped())
                + " · "
                + words.say("orders.bulk.failed", job.failed());
        return job.ended() ? ended : ended + " · " + words.say("orders.bulk.left", job.total() - job.settled());
    }
}
