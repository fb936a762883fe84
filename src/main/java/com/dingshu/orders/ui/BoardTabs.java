package com.dingshu.orders.ui;

import com.dingshu.orders.BoardCounts;
import com.dingshu.orders.BoardQuery;
import com.dingshu.orders.views.KeptView;
import com.dingshu.orders.views.SavedViews;
import com.dingshu.uikit.Buttons;
import com.dingshu.uikit.Confirm;
import com.dingshu.uikit.Icon;
import com.dingshu.uikit.Marks;
import com.dingshu.uikit.ViewTabs;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The views every merchant has, then those that people keep under a name; behind them one can be kept or changed. */
final class BoardTabs extends Div {

    private final SavedViews saved;
    private final OrderWords words;
    private final Consumer<BoardState> go;
    private final Button more;
    private ViewTabs tabs;
    private List<KeptView> kept = List.of();
    private BoardState state = BoardState.START;
    private Runnable figures = () -> {};

    /** @param go takes the person to a view */
    BoardTabs(SavedViews saved, OrderWords words, Consumer<BoardState> go) {
        this.saved = saved;
        this.words = words;
        this.go = go;
        this.tabs = drawn();
        Button keep = Buttons.icon(Icon.PLUS, words.say("orders.view.keep"), this::keep);
        more = Buttons.icon(Icon.ELLIPSIS, words.say("orders.view.change"), () -> {});
        ContextMenu menu = new ContextMenu(more);
        menu.setOpenOnClick(true);
        menu.addItem(words.say("orders.view.rename"), click -> chosen().ifPresent(this::rename));
        menu.addItem(words.say("orders.view.remove"), click -> chosen().ifPresent(this::remove));
        addClassName("views");
        add(tabs, keep, more);
    }

    /** Marks the tab of what the board shows. */
    void show(BoardState now) {
        state = now;
        tabs.mark(chosen().map(view -> view.id().toString()).orElseGet(() -> BoardState.key(now.view())));
        more.setVisible(chosen().filter(KeptView::changeable).isPresent());
    }

    /**
     * Writes the figures.
     *
     * @param ofKept counts the orders of a narrowed view
     */
    void count(BoardCounts counts, ToLongFunction<BoardState> ofKept) {
        figures = () -> write(counts, ofKept);
        figures.run();
    }

    private void write(BoardCounts counts, ToLongFunction<BoardState> ofKept) {
        for (BoardQuery.View view : BoardQuery.View.values()) {
            figure(BoardState.key(view), counts.of(view), tone(view, counts.of(view)));
            tabs.offer(BoardState.key(view), !onlyWhenNeeded(view) || counts.of(view) > 0 || view == state.view());
        }
        kept.forEach(view ->
                figure(view.id().toString(), ofKept.applyAsLong(BoardState.of(view.choice())), Marks.Tone.NONE));
    }

    /** Goes to the view so many places further, round the corner too. */
    void turn(int by) {
        List<String> keys = tabs.keys();
        String here = chosen().map(view -> view.id().toString()).orElseGet(() -> BoardState.key(state.view()));
        goTo(keys.get(Math.floorMod(keys.indexOf(here) + by, keys.size())));
    }

    private void figure(String key, long orders, Marks.Tone tone) {
        tabs.count(key, words.formats().count(orders, BoardCounts.CAP - 1L), tone);
    }

    /** Lists that are empty on a good day. */
    private static boolean onlyWhenNeeded(BoardQuery.View view) {
        return view == BoardQuery.View.PAID_SHORT || view == BoardQuery.View.REFUND_DUE;
    }

    private static Marks.Tone tone(BoardQuery.View view, long orders) {
        return switch (view) {
            case EXCEPTION -> orders > 0 ? Marks.Tone.AMBER : Marks.Tone.NONE;
            case OVERDUE -> orders > 0 ? Marks.Tone.RED : Marks.Tone.NONE;
            case ALL, REVIEW, TO_SHIP, TODAY, PAID_SHORT, REFUND_DUE -> Marks.Tone.NONE;
        };
    }

    private ViewTabs drawn() {
        kept = saved.list();
        ViewTabs fresh = new ViewTabs(words.say("orders.views"), this::goTo);
        for (BoardQuery.View view : BoardQuery.View.values()) {
            fresh.add(BoardState.key(view), words.say("orders.view." + BoardState.key(view)));
        }
        kept.forEach(view -> fresh.add(view.id().toString(), view.name()));
        return fresh;
    }

    private void drawAgain() {
        ViewTabs fresh = drawn();
        replace(tabs, fresh);
        tabs = fresh;
        figures.run();
    }

    private void goTo(String key) {
        for (KeptView view : kept) {
            if (view.id().toString().equals(key)) {
                go.accept(BoardState.of(view.choice()));
                return;
            }
        }
        for (BoardQuery.View view : BoardQuery.View.values()) {
            if (BoardState.key(view).equals(key)) {
                go.accept(chosen().isPresent() ? BoardState.START.with(view) : state.with(view));
            }
        }
    }

    private Optional<KeptView> chosen() {
        return kept.stream()
                .filter(view -> BoardState.of(view.choice()).equals(state))
                .findFirst();
    }

    private void keep() {
        new ViewDialog(words, null, (name, shared) -> saved.keep(name, shared, state.choice()), this::changed).open();
    }

    private void rename(KeptView view) {
        new ViewDialog(words, view, (name, shared) -> saved.rename(view.id(), name, shared), this::changed).open();
    }

    private void remove(KeptView view) {
        Confirm.ask(words.say("orders.view.remove.ask", view.name()))
                .says(words.say(view.shared() ? "orders.view.remove.shared" : "orders.view.remove.own"))
                .open(words.say("orders.view.remove.keep"), words.say("orders.view.remove"), () -> {
                    saved.remove(view.id());
                    changed(null);
                });
    }

    private void changed(@Nullable KeptView view) {
        drawAgain();
        go.accept(view == null ? BoardState.START : BoardState.of(view.choice()));
        show(view == null ? BoardState.START : BoardState.of(view.choice()));
    }
}
