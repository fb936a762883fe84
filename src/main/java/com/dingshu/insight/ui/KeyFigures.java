package com.dingshu.insight.ui;

import com.dingshu.insight.OverviewFigures;
import com.dingshu.insight.Period;
import com.dingshu.insight.Sales;
import com.dingshu.orders.BoardCounts;
import com.dingshu.shared.Money;
import com.dingshu.uikit.Formats;
import com.dingshu.uikit.Tile;
import com.vaadin.flow.component.html.Section;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The strip of tiles: orders and money of the days looked at, and what waits now. Each opens its rows. */
final class KeyFigures extends Section {

    private static final int COUNTED = BoardCounts.CAP - 1;

    private final transient Formats formats;
    private final boolean opens;
    private final Tile placed;
    private final Tile money;
    private final Tile review;
    private final Tile toShip;
    private final Tile overdue;
    private final Tile exception;

    KeyFigures(Formats formats, boolean opens, boolean seesMoney) {
        this.formats = formats;
        this.opens = opens;
        addClassNames("card", "tiles");
        getElement().setAttribute("aria-label", getTranslation("insight.tiles"));
        placed = tile("insight.tile.placed", "orders?view=today");
        money = tile("insight.tile.money", "orders?view=today");
        review = tile("insight.tile.review", "orders?view=review");
        toShip = tile("insight.tile.to-ship", "orders?view=to-ship");
        overdue = tile("insight.tile.overdue", "orders?view=overdue");
        exception = tile("insight.tile.exception", "orders?view=exception");
        money.setVisible(seesMoney);
    }

    void show(OverviewFigures figures, Period period) {
        sales(figures, period);
        BoardCounts piles = figures.piles();
        waiting(review, piles.review(), getTranslation("insight.tile.review.line"), false);
        waiting(toShip, piles.toShip(), getTranslation("insight.tile.to-ship.line"), false);
        waiting(overdue, piles.overdue(), getTranslation("insight.tile.overdue.line"), piles.overdue() > 0);
        waiting(exception, piles.exception(), share(piles), piles.exception() > 0);
    }

    private void sales(OverviewFigures figures, Period period) {
        Sales now = figures.now();
        Sales before = figures.before();
        String against = getTranslation("insight.against." + HomeView.key(period));
        placed.show(formats.count(now.placed()), getTranslation("insight.unit.orders"), against, false);
        change(placed, now.placed(), before.placed());
        money.show(
                formats.count(whole(now, figures.currency())),
                getTranslation(
                        "insight.unit." + (figures.currency().equals("CNY") ? "CNY" : "money"), figures.currency()),
                moneyLine(now, figures.currency(), against),
                false);
        change(money, now.minorIn(figures.currency()), before.minorIn(figures.currency()));
        if (period.days() == 1) {
            placed.spark(growing(figures.hours()), growing(figures.hoursBefore()));
        }
    }

    /** Other currencies than the books' are named, not converted. */
    private String moneyLine(Sales now, String currency, String against) {
        String others = now.soldMinor().entrySet().stream()
                .filter(paid -> !paid.getKey().equals(currency))
                .map(paid -> formats.money(new Money(paid.getValue(), paid.getKey())))
                .collect(Collectors.joining(", "));
        return others.isEmpty() ? against : getTranslation("insight.tile.money.besides", others);
    }

    private void waiting(Tile tile, long count, String line, boolean alarming) {
        tile.show(formats.count(count, tile == overdue ? COUNTED : Long.MAX_VALUE), unit(), line, alarming);
    }

    private String share(BoardCounts piles) {
        long open = piles.review() + piles.toShip() + piles.exception();
        return open == 0
                ? getTranslation("insight.tile.exception.none")
                : getTranslation("insight.tile.exception.line", formats.percent((double) piles.exception() / open));
    }

    private void change(Tile tile, long now, long before) {
        if (before == 0) {
            tile.change("", true);
            return;
        }
        double grown = (double) (now - before) / before;
        String sign = now > before ? "↑ " : now < before ? "↓ " : "";
        tile.change(sign + formats.percent(Math.abs(grown)) + "%", now >= before);
    }

    private Tile tile(String key, String path) {
        var tile = new Tile(getTranslation(key), opens ? path : null);
        add(tile);
        return tile;
    }

    private @Nullable String unit() {
        return getTranslation("insight.unit.orders");
    }

    private static long whole(Sales sales, String currency) {
        return BigDecimal.valueOf(sales.minorIn(currency), Money.decimals(currency))
                .setScale(0, RoundingMode.DOWN)
                .longValue();
    }

    /** Hours summed up one after the other. */
    private static List<Long> growing(List<Long> hours) {
        var sums = new ArrayList<Long>();
        long sum = 0;
        for (long hour : hours) {
            sum += hour;
            sums.add(sum);
        }
        return sums;
    }
}
