package com.dingshu.uikit;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import com.vaadin.flow.function.ValueProvider;
import java.util.ArrayList;
import java.util.List;

/**
 * The columns of a list, and the one card that stands for all of them on a narrow screen. The list itself is flush, fills
 * its place and opens its rows by click or Enter.
 */
public final class Columns<T> {

    private final Grid<T> grid;
    private final List<Grid.Column<T>> wide = new ArrayList<>();
    private final Grid.Column<T> card;

    /** @param card drawn with the class {@code order-card} */
    public Columns(Grid<T> grid, Renderer<T> card) {
        this.grid = grid;
        grid.addThemeNames("no-border");
        grid.addClassName("flat");
        grid.setSizeFull();
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        this.card = grid.addColumn(card).setFlexGrow(1);
        this.card.setVisible(false);
        Width.watch(grid, this::narrow);
    }

    /** A column of this width that does not grow. */
    public Grid.Column<T> add(String title, String width, Renderer<T> renderer) {
        Grid.Column<T> column =
                grid.addColumn(renderer).setHeader(title).setWidth(width).setFlexGrow(0);
        wide.add(column);
        return column;
    }

    public Grid.Column<T> text(String title, String width, ValueProvider<T, String> text) {
        return add(title, width, text(text));
    }

    /** Figures stand at the right edge. */
    public Grid.Column<T> figure(String title, String width, ValueProvider<T, String> figure) {
        return add(title, width, Marks.figure(figure)).setTextAlign(ColumnTextAlign.END);
    }

    private void narrow(boolean narrow) {
        wide.forEach(column -> column.setVisible(!narrow));
        card.setVisible(narrow);
        grid.setClassName("cards", narrow);
    }

    /** One line, cut where the column ends; the whole of it is the hint. */
    public static <T> Renderer<T> text(ValueProvider<T, String> text) {
        return LitRenderer.<T>of("<span class=\"cut\" title=${item.text}>${item.text}</span>")
                .withProperty("text", text);
    }
}
