package com.dingshu.orders.ui;

import com.dingshu.jobs.JobId;
import com.dingshu.jobs.JobProgress;
import com.dingshu.orders.OrderBulk;
import com.dingshu.uikit.Buttons;
import com.dingshu.uikit.Icon;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import java.util.List;
import java.util.function.Consumer;

/** The person's latest bulk jobs, in the head of the board: how far they are, and the way back to each. */
final class BulkJobs extends Composite<Div> {

    private static final int LATEST = 8;

    private final OrderBulk bulk;
    private final OrderWords words;
    private final Consumer<JobId> open;
    private final Button button;
    private final Div list = new Div();
    private final Popover popover = new Popover(list);

    BulkJobs(OrderBulk bulk, OrderWords words, Consumer<JobId> open) {
        this.bulk = bulk;
        this.words = words;
        this.open = open;
        this.button = Buttons.with(Icon.CLIPBOARD_CHECK, Buttons.plain("", this::list));
        list.addClassName("jobs");
        popover.setTarget(button);
        popover.setAriaLabel(words.say("orders.bulk.jobs"));
        getContent().add(button, popover);
        look();
    }

    /** Looks again how far they are; hidden while there is none. */
    void look() {
        List<JobProgress> latest = bulk.latest(LATEST);
        setVisible(!latest.isEmpty());
        int left = latest.stream()
                .filter(job -> !job.ended())
                .mapToInt(job -> job.total() - job.settled())
                .sum();
        button.setText(left == 0 ? words.say("orders.bulk.jobs") : words.say("orders.bulk.jobs.left", left));
    }

    private void list() {
        look();
        list.removeAll();
        bulk.latest(LATEST).forEach(job -> list.add(line(job)));
    }

    private Component line(JobProgress job) {
        var title = new Span(BulkDialog.title(job, words));
        var figures = new Span(BulkDialog.figures(job, words));
        figures.addClassName("faint");
        var at = new Span(words.formats().time(job.startedAt()));
        at.addClassNames("faint", "num");
        var line = new NativeButton("", click -> {
            popover.close();
            open.accept(job.id());
        });
        line.add(title, at, figures);
        return line;
    }
}
