package com.dingshu.inventory.ui;

import com.dingshu.catalog.SkuInfo;
import com.dingshu.inventory.AdjustStock;
import com.dingshu.inventory.BookingResult;
import com.dingshu.inventory.ReceiveStock;
import com.dingshu.inventory.ReserveStock;
import com.dingshu.inventory.Stock;
import com.dingshu.inventory.WarehouseInfo;
import com.dingshu.shared.Ids;
import com.dingshu.uikit.Buttons;
import com.dingshu.uikit.Formats;
import com.dingshu.uikit.Toasts;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Books pieces in, or puts the count right, with the reason. One dialog books once, however often it is confirmed. */
final class BookingDialog extends Dialog {

    private static final int LONGEST_REASON = 200;

    private final transient Stock stock;
    private final transient Formats formats;
    private final transient SkuInfo sku;
    private final boolean receiving;
    private final transient Runnable booked;
    private final String kind;
    private final UUID opId = Ids.next();
    private final Select<Place> warehouse = new Select<>();
    private final IntegerField pieces = new IntegerField();
    private final TextField reason = new TextField();

    /** A warehouse with what lies there now. */
    record Place(WarehouseInfo warehouse, int onHand) {}

    BookingDialog(
            Stock stock,
            Formats formats,
            SkuInfo sku,
            List<Place> places,
            Optional<Place> first,
            boolean receiving,
            Runnable booked) {
        this.stock = stock;
        this.formats = formats;
        this.sku = sku;
        this.receiving = receiving;
        this.booked = booked;
        this.kind = receiving ? "stock.receive" : "stock.adjust";
        setHeaderTitle(getTranslation(kind));
        setWidth("420px");
        setMaxWidth("calc(100vw - 32px)");
        warehouse.setLabel(getTranslation("stock.warehouse"));
        warehouse.setItems(places);
        warehouse.setItemLabelGenerator(
                place -> getTranslation("stock.place", place.warehouse().name(), formats.count(place.onHand())));
        first.ifPresent(warehouse::setValue);
        warehouse.addValueChangeListener(change -> foresee());
        pieces.setLabel(getTranslation(kind + ".pieces"));
        pieces.setValueChangeMode(ValueChangeMode.LAZY);
        pieces.addValueChangeListener(change -> foresee());
        pieces.focus();
        reason.setLabel(getTranslation("stock.reason"));
        reason.setHelperText(getTranslation(kind + ".reason"));
        reason.setMaxLength(LONGEST_REASON);
        var what = new Paragraph(sku.code() + " · " + sku.title());
        what.addClassName("quiet");
        var fields = new Div(warehouse, pieces, reason);
        fields.addClassNames("fields", "one");
        add(what, fields);
        foresee();
        getFooter()
                .add(
                        Buttons.plain(getTranslation(kind + ".not"), this::close),
                        Buttons.primary(getTranslation(kind + ".do"), this::book));
    }

    /** Says what the books will hold afterwards, or what to enter. */
    private void foresee() {
        Integer count = pieces.getValue();
        Place place = warehouse.getValue();
        pieces.setHelperText(
                count == null || place == null
                        ? getTranslation(kind + ".help")
                        : getTranslation(
                                "stock.foreseen",
                                formats.count(place.onHand()),
                                formats.count((long) place.onHand() + count)));
    }

    private void book() {
        if (!complete()) {
            return;
        }
        UUID place = warehouse.getValue().warehouse().id();
        int count = pieces.getValue();
        BookingResult result = receiving
                ? stock.receive(new ReceiveStock(place, sku.id(), count, reason.getValue(), opId))
                : stock.adjust(new AdjustStock(place, sku.id(), count, reason.getValue(), opId));
        switch (result) {
            case BookingResult.Booked done -> {
                close();
                Toasts.done(getTranslation(kind + ".done", sku.code(), formats.signed(count)));
                booked.run();
            }
            case BookingResult.TooFew(int removable) -> refuse(getTranslation("stock.adjust.too-few", removable));
        }
    }

    private boolean complete() {
        Integer count = pieces.getValue();
        boolean sensible = count != null
                && count != 0
                && Math.abs((long) count) <= ReserveStock.MOST_PIECES
                && (!receiving || count > 0);
        pieces.setErrorMessage(getTranslation(kind + ".wrong"));
        pieces.setInvalid(!sensible);
        boolean reasoned = !reason.getValue().isBlank();
        reason.setErrorMessage(getTranslation("stock.reason.missing"));
        reason.setInvalid(!reasoned);
        boolean placed = warehouse.getValue() != null;
        warehouse.setErrorMessage(getTranslation("stock.warehouse.missing"));
        warehouse.setInvalid(!placed);
        return sensible && reasoned && placed;
    }

    private void refuse(String why) {
        pieces.setErrorMessage(why);
        pieces.setInvalid(true);
    }
}
