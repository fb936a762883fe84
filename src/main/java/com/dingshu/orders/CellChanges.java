package com.dingshu.orders;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** What changed orders add to the cells of a count and take from them. */
final class CellChanges {

    private CellChanges() {}

    /** The three figures of a cell: orders, how much of what the cell counts, and money in minor units. */
    record Figures(long orders, long amount, long minor) {

        Figures plus(Figures other) {
            return new Figures(orders + other.orders, amount + other.amount, minor + other.minor);
        }

        Figures negated() {
            return new Figures(-orders, -amount, -minor);
        }

        boolean isNothing() {
            return orders == 0 && amount == 0 && minor == 0;
        }
    }

    /** Cells come in one order everywhere, so that transactions wait for each other and never block each other. */
    static <C> SortedMap<C, Figures> of(
            Collection<Order> orders,
            Comparator<C> order,
            Function<Counted, List<C>> cells,
            Function<Counted, Figures> figures) {
        SortedMap<C, Figures> changes = new TreeMap<>(order);
        for (Order changed : orders) {
            Counted before = changed.countedAs();
            if (before != null) {
                add(changes, cells.apply(before), figures.apply(before).negated());
            }
            Counted now = changed.counted();
            add(changes, cells.apply(now), figures.apply(now));
        }
        changes.values().removeIf(Figures::isNothing);
        return changes;
    }

    private static <C> void add(SortedMap<C, Figures> changes, List<C> cells, Figures figures) {
        cells.forEach(cell -> changes.merge(cell, figures, Figures::plus));
    }
}
