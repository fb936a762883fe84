package com.dingshu.inventory.ui;

import com.dingshu.inventory.AdjustStock;
import com.dingshu.inventory.BookingResult;
import com.dingshu.inventory.ReceiveStock;
import com.dingshu.inventory.ReserveStock;
import com.dingshu.inventory.Stock;
import com.dingshu.inventory.WarehouseInfo;
import com.dingshu.shared.Ids;
import com.dingshu.uikit.Buttons;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.UUID;

/** Books pieces in, or puts the count right, with the reason. One dialog books once, however often it is confirmed. */
final class BookingDialog extends Dialog {

    private static final int LONGEST_REASON = 200;

    private final Stock stock;
    private final UUID skuId;
    private final boolean receiving;
    private final Runnable booked;
    private final UUID opId = Ids.next();
    private final Select<WarehouseInfo> warehouse = new Select<>();
    private final IntegerField pieces = new IntegerField();
    private final TextField reason = new TextField();

    BookingDialog(Stock stock, UUID skuId, List<WarehouseInfo> warehouses, boolean receiving, Runnable booked) {
        this.stock = stock;
        this.skuId = skuId;
        this.receiving = receiving;
        this.booked = booked;
        String kind = receiving ? "stock.receive" : "stock.adjust";
        setHeaderTitle(getTranslation(kind));
        warehouse.setLabel(getTranslation("stock.warehouse"));
        warehouse.setItems(warehouses);
        warehouse.setItemLabelGenerator(WarehouseInfo::name);
        warehouses.stream().findFirst().ifPresent(warehouse::setValue);
        pieces.setLabel(getTranslation(kind + ".pieces"));
        pieces.setHelperText(getTranslation(kind + ".help"));
        reason.setLabel(getTranslation("stock.reason"));
        reason.setMaxLength(LONGEST_REASON);
        add(new FormLayout(warehouse, pieces, reason));
        getFooter()
                .add(
                        Buttons.plain(getTranslation(kind + ".not"), this::close),
                        Buttons.primary(getTranslation(kind + ".do"), this::book));
    }

    private void book() {
        if (!complete()) {
            return;
        }
        UUID place = warehouse.getValue().id();
        int count = pieces.getValue();
        BookingResult result = receiving
                ? stock.receive(new ReceiveStock(place, skuId, count, reason.getValue(), opId))
                : stock.adjust(new AdjustStock(place, skuId, count, reason.getValue(), opId));
        switch (result) {
            case BookingResult.Booked done -> {
                close();
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
        pieces.setErrorMessage(getTranslation(receiving ? "stock.receive.wrong" : "stock.adjust.wrong"));
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
