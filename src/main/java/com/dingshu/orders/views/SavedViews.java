package com.dingshu.orders.views;

import com.dingshu.orders.views.KeepResult.Kept;
import com.dingshu.orders.views.KeepResult.Refused;
import com.dingshu.orders.views.KeepResult.Why;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Requires;
import com.dingshu.tenancy.TenantKey;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The board's views that people keep under a name: their own, and those that are shared with the whole team. A view is
 * changed by the person who keeps it, a shared one also by whoever manages the settings. Ids that are not the asking
 * person's to see throw {@link NoSuchElementException}.
 */
@Service
@Transactional
public class SavedViews {

    private static final int MOST = 12;
    private static final int LONGEST_NAME = 20;

    private final SavedViewRepository views;

    SavedViews(SavedViewRepository views) {
        this.views = views;
    }

    /** The person's own views, then those that others share; each group oldest first. */
    @Requires(Permission.ORDERS_VIEW)
    @Transactional(readOnly = true)
    public List<KeptView> list() {
        UUID me = me();
        return Stream.concat(
                        views.findByUserIdOrderByIdAsc(me).stream(),
                        views.findBySharedTrueOrderByIdAsc().stream().filter(view -> !view.isOf(me)))
                .map(view -> kept(view, me))
                .toList();
    }

    /** Keeps a view under a name. */
    @Requires(Permission.ORDERS_VIEW)
    public KeepResult keep(String name, boolean shared, ViewChoice choice) {
        UUID me = me();
        List<SavedView> mine = views.findByUserIdOrderByIdAsc(me);
        if (mine.size() >= MOST) {
            return new Refused(Why.TOO_MANY);
        }
        return flaw(name, mine, null)
                .<KeepResult>map(Refused::new)
                .orElseGet(() -> new Kept(kept(views.save(new SavedView(me, name.strip(), shared, choice)), me)));
    }

    /** Gives a view another name and shares it, or no longer. */
    @Requires(Permission.ORDERS_VIEW)
    public KeepResult rename(UUID id, String name, boolean shared) {
        UUID me = me();
        SavedView view = changeable(id, me);
        return flaw(name, views.findByUserIdOrderByIdAsc(view.keeper()), view)
                .<KeepResult>map(Refused::new)
                .orElseGet(() -> {
                    view.rename(name.strip(), shared);
                    return new Kept(kept(view, me));
                });
    }

    /** Removes a view; for everybody when it is shared. Its history stays. */
    @Requires(Permission.ORDERS_VIEW)
    public void remove(UUID id) {
        views.delete(changeable(id, me()));
    }

    private static Optional<Why> flaw(String name, List<SavedView> keepers, @Nullable SavedView self) {
        String stripped = name.strip();
        if (stripped.isEmpty()) {
            return Optional.of(Why.NAME_MISSING);
        }
        if (stripped.codePointCount(0, stripped.length()) > LONGEST_NAME) {
            return Optional.of(Why.NAME_TOO_LONG);
        }
        boolean taken =
                keepers.stream().anyMatch(other -> other != self && other.name().equalsIgnoreCase(stripped));
        return taken ? Optional.of(Why.NAME_TAKEN) : Optional.empty();
    }

    private SavedView changeable(UUID id, UUID me) {
        return views.findById(TenantKey.own(id))
                .filter(view -> mayChange(view, me))
                .orElseThrow(() -> new NoSuchElementException("No view " + id));
    }

    private static boolean mayChange(SavedView view, UUID me) {
        return view.isOf(me) || view.isShared() && Acting.current().actor().may(Permission.SETTINGS_MANAGE);
    }

    private static KeptView kept(SavedView view, UUID me) {
        return new KeptView(view.id(), view.name(), view.isShared(), mayChange(view, me), view.choice());
    }

    private static UUID me() {
        return Objects.requireNonNull(Acting.current().actor().userId(), "views belong to people");
    }
}
