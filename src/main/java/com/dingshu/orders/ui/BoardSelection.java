package com.dingshu.orders.ui;

import com.dingshu.orders.OrderSummary;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridMultiSelectionModel;
import com.vaadin.flow.component.grid.GridMultiSelectionModel.SelectAllCheckboxVisibility;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which orders of the board are chosen: one by one, a stretch with shift, or all of the list, also those that are not
 * loaded. Chosen orders are known by their ids, and shown as their rows are now.
 */
final class BoardSelection {

    private final Grid<OrderSummary> grid;
    private final Map<UUID, OrderSummary> rows;
    private final Runnable changed;
    private @Nullable UUID anchor;
    private boolean all;
    private boolean quiet;

    /**
     * @param rows the loaded rows in their order, kept up to date by the board
     * @param changed told after each change
     */
    BoardSelection(Grid<OrderSummary> grid, Map<UUID, OrderSummary> rows, Runnable changed) {
        this.grid = grid;
        this.rows = rows;
        this.changed = changed;
        var model = (GridMultiSelectionModel<OrderSummary>) grid.setSelectionMode(Grid.SelectionMode.MULTI);
        model.setSelectAllCheckboxVisibility(SelectAllCheckboxVisibility.HIDDEN);
        model.setSelectionColumnFrozen(true);
        model.addMultiSelectionListener(selection -> {
            if (!quiet) {
                all = all && selection.getRemovedSelection().isEmpty();
                changed.run();
            }
        });
        model.addClientItemToggleListener(toggle -> {
            UUID id = toggle.getItem().id();
            if (toggle.isShiftKey()) {
                stretch(id, toggle.isSelected());
            }
            anchor = id;
        });
    }

    boolean isEmpty() {
        return !all && grid.getSelectedItems().isEmpty();
    }

    boolean isAll() {
        return all;
    }

    /** The chosen orders that are loaded, as they stand now. */
    Collection<OrderSummary> chosen() {
        return grid.getSelectedItems().stream()
                .map(item -> rows.getOrDefault(item.id(), item))
                .toList();
    }

    List<UUID> ids() {
        return chosen().stream().map(OrderSummary::id).toList();
    }

    void toggle(OrderSummary order) {
        if (grid.getSelectedItems().contains(order)) {
            grid.deselect(order);
        } else {
            grid.select(order);
        }
        anchor = order.id();
    }

    /** From the last one chosen to this one. */
    void stretchTo(OrderSummary order) {
        stretch(order.id(), true);
        anchor = order.id();
    }

    void chooseAll() {
        all = true;
        choose(rows.values(), true);
        changed.run();
    }

    void clear() {
        boolean was = !isEmpty();
        all = false;
        anchor = null;
        quietly(grid::deselectAll);
        if (was) {
            changed.run();
        }
    }

    /** Rows that come to be loaded while all are chosen are chosen too. */
    void loaded(Collection<OrderSummary> more) {
        if (all) {
            choose(more, true);
        }
    }

    private void stretch(UUID to, boolean select) {
        List<UUID> order = List.copyOf(rows.keySet());
        int from = anchor == null ? order.indexOf(to) : order.indexOf(anchor);
        int end = order.indexOf(to);
        if (from < 0 || end < 0) {
            return;
        }
        choose(
                order.subList(Math.min(from, end), Math.max(from, end) + 1).stream()
                        .map(rows::get)
                        .filter(Objects::nonNull)
                        .toList(),
                select);
        changed.run();
    }

    private void choose(Collection<OrderSummary> orders, boolean select) {
        quietly(() -> {
            if (select) {
                grid.asMultiSelect().select(List.copyOf(orders));
            } else {
                grid.asMultiSelect().deselect(List.copyOf(orders));
            }
        });
    }

    private void quietly(Runnable change) {
        quiet = true;
        try {
            change.run();
        } finally {
            quiet = false;
        }
    }
}
