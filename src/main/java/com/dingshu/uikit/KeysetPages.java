package com.dingshu.uikit;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.provider.AbstractBackEndDataProvider;
import com.vaadin.flow.data.provider.Query;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a lazy grid that are read by key, never by OFFSET. It remembers the ids in the order in which they were first
 * seen, so rows stay where they are until {@link #restart}; rows scrolled back to are read again by their ids. A grid
 * grows at its end only and cannot jump past what was loaded.
 *
 * @param <T> a read record of one row
 */
public final class KeysetPages<T> extends AbstractBackEndDataProvider<T, Void> {

    private static final int KEPT = 300;

    /** Where the rows come from. */
    public interface Source<T> {

        UUID id(T row);

        /** The next rows after this one, or the first; fewer than the limit means the end. */
        List<T> after(@Nullable T last, int limit);

        /** These rows as they are now, in any order; those that are gone are missing. */
        List<T> byIds(List<UUID> ids);
    }

    private final Source<T> source;
    private final List<UUID> order = new ArrayList<>();
    private final Map<UUID, T> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, T> eldest) {
            return size() > KEPT;
        }
    };
    private @Nullable T last;
    private boolean ended;

    public KeysetPages(Source<T> source) {
        this.source = source;
    }

    /** Makes the grid show these rows and grow as it is scrolled. */
    public void feed(Grid<T> grid) {
        grid.setPageSize(50);
        grid.setItems(this).setItemCountUnknown();
    }

    /** Forgets the order: the next look starts at the first row. */
    public void restart() {
        order.clear();
        kept.clear();
        last = null;
        ended = false;
        refreshAll();
    }

    /** Reads rows again that have changed, in their places. Ids not loaded are ignored. */
    public void changed(List<UUID> ids) {
        List<UUID> shown = ids.stream().filter(kept::containsKey).toList();
        if (!shown.isEmpty()) {
            source.byIds(shown).forEach(row -> {
                kept.put(source.id(row), row);
                refreshItem(row);
            });
        }
    }

    /** The loaded row so many places after this one, or the first or last when this one is not loaded. */
    public Optional<T> beside(@Nullable UUID id, int by) {
        int at = order.indexOf(id);
        int next = at < 0 ? (by > 0 ? 0 : order.size() - 1) : at + by;
        return next < 0 || next >= order.size()
                ? Optional.empty()
                : rows(List.of(order.get(next))).stream().findFirst();
    }

    /** How many rows are loaded so far. */
    public int loaded() {
        return order.size();
    }

    /** Whether the last row is loaded. */
    public boolean complete() {
        return ended;
    }

    @Override
    public Object getId(T row) {
        return source.id(row);
    }

    @Override
    protected Stream<T> fetchFromBackEnd(Query<T, Void> query) {
        int from = query.getOffset();
        int limit = query.getLimit();
        loadTo(from + limit);
        List<UUID> ids = order.subList(Math.min(from, order.size()), Math.min(from + limit, order.size()));
        return rows(List.copyOf(ids)).stream();
    }

    @Override
    protected int sizeInBackEnd(Query<T, Void> query) {
        throw new UnsupportedOperationException("rows are not counted: the grid grows as it is scrolled");
    }

    private void loadTo(int wanted) {
        while (!ended && order.size() < wanted) {
            int limit = Math.max(50, wanted - order.size());
            List<T> next = source.after(last, limit);
            next.forEach(this::remember);
            ended = next.size() < limit;
            last = next.isEmpty() ? last : next.getLast();
        }
    }

    private void remember(T row) {
        UUID id = source.id(row);
        if (kept.put(id, row) == null) {
            order.add(id);
        }
    }

    private List<T> rows(List<UUID> ids) {
        var found = new HashMap<UUID, T>();
        var missing = new ArrayList<UUID>();
        for (UUID id : ids) {
            T row = kept.get(id);
            if (row == null) {
                missing.add(id);
            } else {
                found.put(id, row);
            }
        }
        if (!missing.isEmpty()) {
            source.byIds(missing).forEach(row -> found.put(source.id(row), row));
            found.forEach(kept::put);
        }
        return ids.stream().filter(found::containsKey).map(found::get).toList();
    }
}
