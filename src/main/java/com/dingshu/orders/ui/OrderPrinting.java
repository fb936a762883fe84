package com.dingshu.orders.ui;

import com.dingshu.orders.Anchor;
import com.dingshu.orders.OrderDetails;
import com.dingshu.orders.OrderSheets;
import com.dingshu.uikit.Downloads;
import com.dingshu.uikit.Toasts;
import com.vaadin.flow.component.Component;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Paper for orders: one kind for many of them, or whatever there is for one. */
final class OrderPrinting {

    private final List<OrderSheets> kinds;
    private final OrderWords words;
    private final Component host;

    /** @param host stands on the page for as long as the files are fetched */
    OrderPrinting(List<OrderSheets> all, OrderWords words, Component host) {
        this.kinds = all.stream()
                .filter(OrderSheets::offered)
                .sorted(Comparator.comparingInt(OrderSheets::position))
                .toList();
        this.words = words;
        this.host = host;
    }

    /** What the person may print, the usual one first. */
    List<OrderSheets> kinds() {
        return kinds;
    }

    /** Whether there should be paper for the order: the warehouse has it, or it left with a waybill of ours. */
    boolean fits(OrderDetails order) {
        Anchor anchor = order.summary().anchor();
        boolean labelled = anchor == Anchor.SHIPPED && order.summary().waybillNo() != null;
        return !kinds.isEmpty() && (anchor == Anchor.PICKING || labelled);
    }

    void print(OrderSheets kind, Collection<UUID> orders) {
        if (orders.size() > OrderSheets.MOST) {
            Toasts.note(words.say("orders.bulk.print.most", OrderSheets.MOST), null, null);
            return;
        }
        kind.print(orders).ifPresentOrElse(this::download, this::nothing);
    }

    /** The label of an order, or while it has none the next kind that there is. */
    void print(UUID order) {
        kinds.stream()
                .map(kind -> kind.print(List.of(order)))
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresentOrElse(this::download, this::nothing);
    }

    private void download(OrderSheets.Pdf pdf) {
        Downloads.start(host, pdf.fileName(), "application/pdf", out -> out.write(pdf.content()));
    }

    private void nothing() {
        Toasts.note(words.say("orders.bulk.print.nothing"), null, null);
    }
}
