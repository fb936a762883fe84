package com.dingshu.orders.ui;

import com.dingshu.orders.BoardQuery;
import com.dingshu.orders.OrderExport;
import com.dingshu.orders.OrderExport.Format;
import com.dingshu.orders.OrderExport.Paper;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Tenants;
import com.dingshu.uikit.Buttons;
import com.dingshu.uikit.Downloads;
import com.dingshu.uikit.Icon;
import com.dingshu.uikit.Segment;
import com.dingshu.uikit.Toasts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import java.time.Clock;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.stream.IntStream;

/** What to take along: the list as it stands, or a month's completed orders; in which file; masked or not. */
final class ExportDialog extends Dialog {

    private static final int MONTHS = 24;

    private final OrderExport export;
    private final OrderWords words;
    private final Component owner;
    private final BoardQuery query;
    private final String listName;
    private final Select<YearMonth> month = new Select<>();
    private final Checkbox inClear = new Checkbox();
    private final Paragraph consequence = new Paragraph();
    private boolean ofTheList = OrderActions.may(Permission.ORDERS_EXPORT);
    private Format format = Format.XLSX;

    /**
     * @param owner the page the file is started from
     * @param listName the list in words, with its count
     */
    ExportDialog(
            OrderExport export,
            OrderWords words,
            Tenants tenants,
            Clock clock,
            Component owner,
            BoardQuery query,
            String listName) {
        this.export = export;
        this.words = words;
        this.owner = owner;
        this.query = query;
        this.listName = listName;
        setHeaderTitle(words.say("orders.export.title"));
        setWidth("420px");
        setMaxWidth("calc(100vw - 32px)");
        YearMonth now = YearMonth.from(tenants.current().dayOf(clock.instant()));
        month.setLabel(words.say("orders.export.month"));
        month.setItems(IntStream.range(0, MONTHS).mapToObj(now::minusMonths).toList());
        month.setValue(now.minusMonths(1));
        month.setWidthFull();
        inClear.setLabel(words.say("orders.export.in-clear"));
        inClear.addValueChangeListener(change -> say());
        var body = new Div(what(), month, formats(), inClear, consequence);
        body.addClassName("confirm");
        add(body);
        getFooter()
                .add(
                        Buttons.plain(words.say("orders.export.keep"), this::close),
                        Buttons.with(Icon.DOWNLOAD, Buttons.primary(words.say("orders.export.go"), this::go)));
        say();
    }

    /** Whether the person may export anything. */
    static boolean offered() {
        return OrderActions.may(Permission.ORDERS_EXPORT) || OrderActions.may(Permission.ORDERS_EXPORT_COMPLETED);
    }

    /** “导出”, or what alone can be exported. */
    static String buttonKey() {
        return OrderActions.may(Permission.ORDERS_EXPORT) ? "orders.export" : "orders.export.completed";
    }

    private Component what() {
        var choices = new LinkedHashMap<Boolean, String>();
        if (OrderActions.may(Permission.ORDERS_EXPORT)) {
            choices.put(true, words.say("orders.export.list"));
        }
        if (OrderActions.may(Permission.ORDERS_EXPORT_COMPLETED)) {
            choices.put(false, words.say("orders.export.completed-of"));
        }
        var segment = new Segment<>(words.say("orders.export.what"), choices, ofTheList, list -> {
            ofTheList = list;
            say();
        });
        segment.setVisible(choices.size() > 1);
        return segment;
    }

    private Component formats() {
        var choices = new LinkedHashMap<Format, String>();
        choices.put(Format.XLSX, "Excel");
        choices.put(Format.CSV, "CSV");
        return new Segment<>(words.say("orders.export.format"), choices, format, chosen -> format = chosen);
    }

    private void say() {
        month.setVisible(!ofTheList);
        inClear.setVisible(OrderActions.may(Permission.CONTACT_REVEAL));
        consequence.setText((ofTheList ? listName + " · " : "")
                + words.say(inClear.getValue() ? "orders.export.clear" : "orders.export.masked"));
    }

    private void go() {
        boolean list = ofTheList;
        YearMonth of = month.getValue();
        var paper = new Paper(format, OrderWords.locale(), inClear.getValue());
        String name = list ? words.say("orders.export.file") : words.say("orders.export.file.completed", of.toString());
        Downloads.start(owner, name + "." + format.extension(), format.contentType(), out -> {
            if (list) {
                export.listed(query, paper, out);
            } else {
                export.completed(of, paper, out);
            }
        });
        close();
        Toasts.done(words.say("orders.export.started"));
    }
}
