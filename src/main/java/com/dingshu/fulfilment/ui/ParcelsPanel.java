package com.dingshu.fulfilment.ui;

import com.dingshu.fulfilment.Documents;
import com.dingshu.fulfilment.FulfilmentState;
import com.dingshu.fulfilment.ParcelInfo;
import com.dingshu.fulfilment.Parcels;
import com.dingshu.orders.OrderDetails;
import com.dingshu.orders.ui.OrderPanel;
import com.dingshu.shipping.CarrierScan;
import com.dingshu.shipping.Tracking;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Permission;
import com.dingshu.uikit.Buttons;
import com.dingshu.uikit.Downloads;
import com.dingshu.uikit.EmptyState;
import com.dingshu.uikit.Formats;
import com.dingshu.uikit.Icon;
import com.dingshu.uikit.Marks;
import com.dingshu.uikit.Toasts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.List;

/** The order's parcels: how far the warehouse is, the waybill, where the parcel is, and what can be printed. */
@org.springframework.stereotype.Component
public class ParcelsPanel implements OrderPanel {

    private static final String PDF = "application/pdf";

    private final Parcels parcels;
    private final Documents documents;
    private final Tracking tracking;
    private final Formats formats;

    ParcelsPanel(Parcels parcels, Documents documents, Tracking tracking, Formats formats) {
        this.parcels = parcels;
        this.documents = documents;
        this.tracking = tracking;
        this.formats = formats;
    }

    @Override
    public String titleKey() {
        return "fulfilment.panel";
    }

    @Override
    public int position() {
        return 100;
    }

    @Override
    public Component create(OrderDetails order) {
        Div all = new Div();
        List<ParcelInfo> found = parcels.ofOrder(order.id());
        if (found.isEmpty()) {
            all.add(new EmptyState(Icon.PACKAGE, say(all, "fulfilment.none"), say(all, "fulfilment.none.why")));
        }
        found.forEach(parcel -> all.add(section(parcel)));
        return all;
    }

    private Component section(ParcelInfo parcel) {
        Div section = new Div();
        section.addClassName("section");
        H3 head = new H3(
                new Span(parcel.number()), Marks.tag(tone(parcel), say(section, "fulfilment.state." + parcel.state())));
        section.add(head, facts(parcel));
        if (parcel.waybillProblem() != null) {
            section.add(problem(parcel));
        }
        if (may(Permission.FULFILMENT_PRINT)) {
            section.add(prints(parcel));
        }
        if (parcel.waybillNo() != null && may(Permission.SHIPPING_VIEW)) {
            section.add(track(parcel.waybillNo()));
        }
        return section;
    }

    private Component facts(ParcelInfo parcel) {
        Div holder = new Div();
        Element list = new Element("dl");
        list.getClassList().add("facts");
        fact(
                list,
                say(holder, "fulfilment.waybill"),
                parcel.waybillNo() == null ? "–" : parcel.carrier() + " " + parcel.waybillNo());
        fact(list, say(holder, "fulfilment.picked"), parcel.pickedUnits() + " / " + parcel.totalUnits());
        fact(list, say(holder, "fulfilment.packed"), parcel.packedUnits() + " / " + parcel.totalUnits());
        fact(list, say(holder, "fulfilment.due"), parcel.dueAt() == null ? "–" : formats.time(parcel.dueAt()));
        fact(
                list,
                say(holder, "fulfilment.shipped"),
                parcel.shippedAt() == null ? "–" : formats.time(parcel.shippedAt()));
        holder.getElement().appendChild(list);
        return holder;
    }

    private Component problem(ParcelInfo parcel) {
        Div box = new Div(Icon.TRIANGLE_ALERT.create(), new Div(new Span(String.valueOf(parcel.waybillProblem()))));
        box.addClassNames("hold", "amber");
        if (may(Permission.FULFILMENT_PRINT)) {
            box.add(Buttons.small(Buttons.plain(say(box, "fulfilment.waybill.again"), () -> {
                parcels.requestWaybillAgain(parcel.id());
                Toasts.done(say(box, "fulfilment.waybill.asked", parcel.number()));
            })));
        }
        return box;
    }

    private Component prints(ParcelInfo parcel) {
        Div row = new Div();
        row.addClassName("row");
        boolean here = parcel.state().inTheHouse();
        if (here && parcel.waybillNo() != null) {
            row.add(Downloads.link(
                    Icon.PRINTER,
                    say(
                            row,
                            parcel.labelPrintedAt() == null
                                    ? "fulfilment.print.label"
                                    : "fulfilment.print.label.again"),
                    parcel.number() + ".pdf",
                    PDF,
                    out -> out.write(documents.labels(List.of(parcel.id())))));
        }
        if (parcel.state() == FulfilmentState.OPEN || parcel.state() == FulfilmentState.IN_PROGRESS) {
            row.add(Downloads.link(
                    Icon.FILE_TEXT,
                    say(row, "fulfilment.print.pick-list"),
                    parcel.number() + "-pick.pdf",
                    PDF,
                    out -> out.write(documents.pickList(List.of(parcel.id())))));
        }
        return row;
    }

    private Component track(String waybillNo) {
        Element list = new Element("ol");
        list.getClassList().add("timeline");
        for (CarrierScan line : tracking.events(waybillNo)) {
            Element time = new Element("time");
            time.setText(formats.time(line.at()));
            Element text = new Element("b");
            text.setText(line.text());
            Element place = new Element("small");
            place.setText(line.place());
            list.appendChild(
                    new Element("li").appendChild(time, new Element("i"), new Element("div").appendChild(text, place)));
        }
        Div holder = new Div();
        holder.getElement().appendChild(list);
        return holder;
    }

    private static Marks.Tone tone(ParcelInfo parcel) {
        return switch (parcel.state()) {
            case OPEN, IN_PROGRESS, PICKED, PACKED -> Marks.Tone.ACCENT;
            case SHIPPED -> Marks.Tone.GREEN;
            case CANCELLED -> Marks.Tone.GREY;
        };
    }

    private static void fact(Element list, String name, String value) {
        Element term = new Element("dt");
        term.setText(name);
        Element said = new Element("dd");
        said.setText(value);
        list.appendChild(term, said);
    }

    private static String say(Component owner, String key, Object... args) {
        return owner.getTranslation(key, args);
    }

    private static boolean may(Permission permission) {
        return Acting.current().actor().may(permission);
    }
}
