package com.dingshu.fulfilment.ui;

import com.dingshu.fulfilment.Documents;
import com.dingshu.fulfilment.FulfilmentState;
import com.dingshu.fulfilment.ParcelInfo;
import com.dingshu.fulfilment.ParcelResult;
import com.dingshu.fulfilment.Parcels;
import com.dingshu.fulfilment.WaybillProgress;
import com.dingshu.orders.BlockedBy;
import com.dingshu.orders.OrderDetails;
import com.dingshu.orders.ui.OrderPanel;
import com.dingshu.shared.Sentence;
import com.dingshu.shipping.CarrierScan;
import com.dingshu.shipping.NumbersLeft;
import com.dingshu.shipping.TrackedParcel;
import com.dingshu.shipping.Tracking;
import com.dingshu.shipping.Waybills;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Permission;
import com.dingshu.uikit.Buttons;
import com.dingshu.uikit.Confirm;
import com.dingshu.uikit.Downloads;
import com.dingshu.uikit.EmptyState;
import com.dingshu.uikit.Formats;
import com.dingshu.uikit.Icon;
import com.dingshu.uikit.Marks;
import com.dingshu.uikit.Pulse;
import com.dingshu.uikit.Toasts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.dom.Element;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The order's parcels: how far the warehouse is, the waybill, where the parcel is, and what can be printed. */
@org.springframework.stereotype.Component
public class ParcelsPanel implements OrderPanel {

    private static final String PDF = "application/pdf";
    private static final int LONGEST_REASON = 200;

    private final Parcels parcels;
    private final Documents documents;
    private final Waybills waybills;
    private final Tracking tracking;
    private final Formats formats;
    private final Pulse pulse;

    ParcelsPanel(
            Parcels parcels, Documents documents, Waybills waybills, Tracking tracking, Formats formats, Pulse pulse) {
        this.parcels = parcels;
        this.documents = documents;
        this.waybills = waybills;
        this.tracking = tracking;
        this.formats = formats;
        this.pulse = pulse;
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
        return new Sheet(order);
    }

    /** The parcels, drawn anew when something has become of a number that is being fetched. */
    private final class Sheet extends Div {

        private final transient OrderDetails order;
        private transient List<ParcelInfo> drawn = List.of();

        Sheet(OrderDetails order) {
            this.order = order;
            draw(parcels.ofOrder(order.id()));
            pulse.watch(this, this::lookAgain);
        }

        private void lookAgain() {
            if (drawn.stream().anyMatch(ParcelsPanel::fetching)) {
                List<ParcelInfo> now = parcels.ofOrder(order.id());
                if (!now.equals(drawn)) {
                    draw(now);
                }
            }
        }

        private void draw(List<ParcelInfo> found) {
            drawn = found;
            removeAll();
            if (found.isEmpty()) {
                add(new EmptyState(Icon.PACKAGE, say(this, "fulfilment.none"), say(this, "fulfilment.none.why")));
            }
            Map<UUID, TrackedParcel> tracked =
                    tracking.ofParcels(found.stream().map(ParcelInfo::id).toList());
            boolean waits = order.summary().blockedBy().kind() == BlockedBy.Kind.NOT_COLLECTED;
            found.forEach(parcel -> add(section(new Shown(
                    parcel,
                    tracked.get(parcel.id()),
                    waits && parcel.shippedAt() != null,
                    () -> draw(parcels.ofOrder(order.id()))))));
        }
    }

    private static boolean fetching(ParcelInfo parcel) {
        return parcel.state().inTheHouse() && parcel.waybill() == WaybillProgress.ASKED;
    }

    /**
     * One parcel on screen.
     *
     * @param uncollected the carrier should have fetched it long ago
     * @param again draws all of them anew
     */
    private record Shown(ParcelInfo parcel, @Nullable TrackedParcel tracked, boolean uncollected, Runnable again) {}

    private Component section(Shown shown) {
        ParcelInfo parcel = shown.parcel();
        Div section = new Div();
        section.addClassName("section");
        H3 head = new H3(
                new Span(parcel.number()), Marks.tag(tone(parcel), say(section, "fulfilment.state." + parcel.state())));
        if (shown.uncollected()) {
            head.add(Marks.tag(Marks.Tone.AMBER, say(section, "fulfilment.not-collected")));
        }
        if (parcel.toRelabel() && parcel.state().inTheHouse()) {
            head.add(Marks.tag(Marks.Tone.AMBER, say(section, "fulfilment.relabel")));
        }
        section.add(head, facts(shown));
        if (parcel.toRelabel() && parcel.state().inTheHouse()) {
            section.add(note(say(section, "fulfilment.relabel.then")));
        }
        if (parcel.waybillProblem() != null || parcel.waybill() == WaybillProgress.WITHDRAWN) {
            section.add(problem(shown));
        }
        if (may(Permission.FULFILMENT_PRINT)) {
            section.add(prints(shown));
        }
        if (parcel.waybillNo() != null && may(Permission.SHIPPING_VIEW)) {
            section.add(track(parcel.waybillNo()));
        }
        return section;
    }

    private Component facts(Shown shown) {
        ParcelInfo parcel = shown.parcel();
        Instant collectedAt = shown.tracked() == null ? null : shown.tracked().collectedAt();
        Div holder = new Div();
        Element list = new Element("dl");
        list.getClassList().add("facts");
        fact(list, say(holder, "fulfilment.waybill"), waybill(holder, parcel));
        if (parcel.labelPrints() > 0) {
            fact(list, say(holder, "fulfilment.prints"), printed(holder, parcel));
        }
        if (parcel.state().inTheHouse() && may(Permission.FULFILMENT_PRINT)) {
            fact(list, say(holder, "fulfilment.numbers"), numbersLeft(holder, parcel.carrier()));
        }
        fact(list, say(holder, "fulfilment.picked"), parcel.pickedUnits() + " / " + parcel.totalUnits());
        fact(list, say(holder, "fulfilment.packed"), parcel.packedUnits() + " / " + parcel.totalUnits());
        fact(list, say(holder, "fulfilment.due"), time(parcel.dueAt()));
        fact(list, say(holder, "fulfilment.shipped"), time(parcel.shippedAt()));
        fact(list, say(holder, "fulfilment.collected"), time(collectedAt));
        holder.getElement().appendChild(list);
        return holder;
    }

    private String waybill(Component owner, ParcelInfo parcel) {
        if (parcel.waybillNo() != null) {
            return carrier(owner, parcel.carrier()) + " " + parcel.waybillNo();
        }
        return parcel.state().inTheHouse() ? say(owner, "fulfilment.waybill." + parcel.waybill()) : "–";
    }

    private static String carrier(Component owner, String code) {
        String key = "fulfilment.carrier." + code;
        String name = say(owner, key);
        return name.equals(key) ? code : name;
    }

    private String printed(Component owner, ParcelInfo parcel) {
        String by = parcel.labelPrintedBy() == null ? "" : parcel.labelPrintedBy();
        return say(owner, "fulfilment.prints.by", parcel.labelPrints(), time(parcel.labelPrintedAt()), by)
                .strip();
    }

    private String numbersLeft(Component owner, String carrier) {
        return switch (waybills.numbersLeft(carrier)) {
            case NumbersLeft.Counted counted -> formats.count(counted.left());
            case NumbersLeft.NotCounted billed -> say(owner, "fulfilment.numbers.not-counted");
            case NumbersLeft.Unknown unknown -> Sentence.told(unknown.reason(), (key, args) -> say(owner, key, args));
        };
    }

    private String time(@Nullable Instant at) {
        return at == null ? "–" : formats.time(at);
    }

    private Component problem(Shown shown) {
        ParcelInfo parcel = shown.parcel();
        Component owner = new Span();
        String told = parcel.waybillProblem();
        Div box = note(
                told == null
                        ? say(owner, "fulfilment.waybill.withdrawn")
                        : Sentence.told(told, (key, args) -> say(owner, key, args)));
        boolean asks = parcel.state().inTheHouse()
                && (parcel.waybill() == WaybillProgress.REFUSED || parcel.waybill() == WaybillProgress.WITHDRAWN);
        if (asks && may(Permission.FULFILMENT_PRINT)) {
            box.add(Buttons.small(Buttons.plain(
                    say(box, "fulfilment.waybill.again"),
                    () -> done(shown, box, parcels.requestWaybillAgain(parcel.id()), "fulfilment.waybill.asked"))));
        }
        return box;
    }

    private static Div note(String text) {
        Div box = new Div(Icon.TRIANGLE_ALERT.create(), new Div(new Span(text)));
        box.addClassNames("hold", "amber");
        return box;
    }

    private Component prints(Shown shown) {
        ParcelInfo parcel = shown.parcel();
        Div row = new Div();
        row.addClassName("verbs");
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
        if (here && parcel.waybillNo() != null) {
            row.add(
                    Buttons.plain(say(row, "fulfilment.waybill.reissue"), () -> ask(shown, row, "reissue")),
                    Buttons.danger(say(row, "fulfilment.waybill.cancel"), () -> ask(shown, row, "cancel")));
        }
        return row;
    }

    /** @param verb reissue or cancel, as in the keys */
    private void ask(Shown shown, Component owner, String verb) {
        ParcelInfo parcel = shown.parcel();
        String key = "fulfilment.waybill." + verb;
        TextArea reason = new TextArea(say(owner, "fulfilment.reason"));
        reason.setMaxLength(LONGEST_REASON);
        reason.setRequired(true);
        reason.setWidthFull();
        Confirm confirm = Confirm.ask(say(owner, key + ".ask", String.valueOf(parcel.waybillNo())))
                .says(say(owner, key + ".then"));
        if (parcel.labelPrints() > 0) {
            confirm.warns(say(owner, "fulfilment.waybill.void", parcel.labelPrints()));
        }
        confirm.with(reason)
                .open(say(owner, "fulfilment.waybill.keep"), say(owner, key), () -> filled(owner, reason), () -> {
                    ParcelResult result = verb.equals("cancel")
                            ? parcels.cancelWaybill(parcel.id(), reason.getValue())
                            : parcels.reissueWaybill(parcel.id(), reason.getValue());
                    done(shown, owner, result, key + ".done");
                });
    }

    private static boolean filled(Component owner, TextArea reason) {
        boolean empty = reason.getValue().isBlank();
        reason.setInvalid(empty);
        reason.setErrorMessage(say(owner, "fulfilment.refused." + ParcelResult.Why.REASON_MISSING));
        return !empty;
    }

    private static void done(Shown shown, Component owner, ParcelResult result, String doneKey) {
        switch (result) {
            case ParcelResult.Done done ->
                Toasts.done(say(owner, doneKey, done.parcel().number()));
            case ParcelResult.Refused refused -> Toasts.failed(say(owner, "fulfilment.refused." + refused.why()));
        }
        shown.again().run();
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
