package com.dingshu.orders.ui;

import com.dingshu.orders.BoardQuery;
import com.dingshu.orders.views.ViewChoice;
import com.vaadin.flow.router.QueryParameters;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the board shows, as it stands in the address: view, filters and sort. A copied address shows the same list.
 *
 * @param days only orders placed in the last so many days, 0 for all
 */
record BoardState(
        BoardQuery.View view, @Nullable UUID shop, @Nullable UUID warehouse, int days, boolean urgentFirst) {

    static final BoardState START = new BoardState(BoardQuery.View.ALL, null, null, 0, false);

    static BoardState of(QueryParameters parameters) {
        return new BoardState(
                parameters.getSingleParameter("view").flatMap(BoardState::view).orElse(BoardQuery.View.ALL),
                parameters.getSingleParameter("shop").flatMap(BoardState::id).orElse(null),
                parameters
                        .getSingleParameter("warehouse")
                        .flatMap(BoardState::id)
                        .orElse(null),
                parameters
                        .getSingleParameter("days")
                        .flatMap(BoardState::number)
                        .orElse(0),
                parameters.getSingleParameter("sort").filter("urgent"::equals).isPresent());
    }

    static BoardState of(ViewChoice kept) {
        return new BoardState(
                kept.view(), kept.shop(), kept.warehouse(), kept.days(), kept.sort() == BoardQuery.Sort.URGENT_FIRST);
    }

    /** The same as a view that can be kept. */
    ViewChoice choice() {
        return new ViewChoice(view, sort(), shop, warehouse, days);
    }

    private BoardQuery.Sort sort() {
        return urgentFirst ? BoardQuery.Sort.URGENT_FIRST : BoardQuery.Sort.NEWEST_FIRST;
    }

    QueryParameters parameters() {
        Map<String, String> set = new LinkedHashMap<>();
        if (view != BoardQuery.View.ALL) {
            set.put("view", key(view));
        }
        if (shop != null) {
            set.put("shop", shop.toString());
        }
        if (warehouse != null) {
            set.put("warehouse", warehouse.toString());
        }
        if (days > 0) {
            set.put("days", String.valueOf(days));
        }
        if (urgentFirst) {
            set.put("sort", "urgent");
        }
        return QueryParameters.simple(set);
    }

    /** The question to the door; days are whole days back from now. */
    BoardQuery query(Instant now) {
        return BoardQuery.of(view)
                .sorted(sort())
                .inShop(shop)
                .inWarehouse(warehouse)
                .placed(days == 0 ? null : now.minus(Duration.ofDays(days)), null);
    }

    /** A view's name in addresses and texts. */
    static String key(BoardQuery.View view) {
        return view.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean narrowed() {
        return shop != null || warehouse != null || days > 0;
    }

    BoardState with(BoardQuery.View other) {
        return new BoardState(other, shop, warehouse, days, urgentFirst);
    }

    BoardState withShop(@Nullable UUID other) {
        return new BoardState(view, other, warehouse, days, urgentFirst);
    }

    BoardState withWarehouse(@Nullable UUID other) {
        return new BoardState(view, shop, other, days, urgentFirst);
    }

    BoardState withDays(int other) {
        return new BoardState(view, shop, warehouse, other, urgentFirst);
    }

    BoardState withUrgentFirst(boolean other) {
        return new BoardState(view, shop, warehouse, days, other);
    }

    private static Optional<BoardQuery.View> view(String key) {
        for (BoardQuery.View view : BoardQuery.View.values()) {
            if (key(view).equals(key)) {
                return Optional.of(view);
            }
        }
        return Optional.empty();
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException garbled) {
            return Optional.empty();
        }
    }

    private static Optional<Integer> number(String text) {
        return text.matches("\\d{1,3}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }
}
