package com.dingshu.insight.ui;

import com.dingshu.insight.Overview;
import com.dingshu.insight.OverviewFigures;
import com.dingshu.insight.Period;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Requires;
import com.dingshu.uikit.Buttons;
import com.dingshu.uikit.Concerns;
import com.dingshu.uikit.Concerns.Concern;
import com.dingshu.uikit.EmptyState;
import com.dingshu.uikit.Formats;
import com.dingshu.uikit.Icon;
import com.dingshu.uikit.Page;
import com.dingshu.uikit.Pulse;
import com.dingshu.uikit.Segment;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The merchant's day in figures: a strip of tiles, orders by day and hour, the shops, what waits for a person and where
 * the orders lie. It looks again every few seconds and rewrites what has changed in its place. The address holds the
 * days looked at.
 */
@Route("home")
@Requires(Permission.INSIGHT_VIEW)
class HomeView extends Page implements BeforeEnterObserver {

    private final transient Overview overview;
    private final transient List<Concerns> concerns;
    private final transient Clock clock;

    private final Segment<Period> segment;
    private final KeyFigures tiles;
    private final OrderCharts charts;
    private final ShopsCard shops;
    private final ConcernsCard waiting = new ConcernsCard();
    private final PilesCard piles;
    private final Body body;

    private Period period = Period.TODAY;
    private transient @Nullable OverviewFigures shown;

    HomeView(Overview overview, List<Concerns> concerns, Pulse pulse, Formats formats, Clock clock) {
        super("insight.home.title");
        this.overview = overview;
        this.concerns = concerns;
        this.clock = clock;
        boolean opens = may(Permission.ORDERS_VIEW);
        boolean money = may(Permission.PAYMENTS_VIEW);
        this.tiles = new KeyFigures(formats, opens, money);
        this.charts = new OrderCharts(formats);
        this.shops = new ShopsCard(formats, opens, money);
        this.piles = new PilesCard(formats, opens);
        this.segment = segment();
        header().actions(segment);
        this.body = scroll();
        body.addClassName("home");
        pulse.watch(this, this::look);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        period = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("period")
                .flatMap(HomeView::period)
                .orElse(Period.TODAY);
        segment.mark(period);
        look();
    }

    private void look() {
        OverviewFigures now = overview.figures(period);
        header().live(getTranslation("insight.live"), clock.instant());
        waiting.show(waiting());
        if (now.equals(shown)) {
            return;
        }
        arrange(now.isEmpty());
        if (!now.isEmpty()) {
            tiles.show(now, period);
            charts.show(now, period);
            shops.show(now.shops());
            piles.show(now);
        }
        shown = now;
    }

    /** The cards stand once there is something to show, and then stay where they are. */
    private void arrange(boolean empty) {
        boolean asBefore = shown != null && shown.isEmpty() == empty;
        if (asBefore) {
            return;
        }
        body.removeAll();
        segment.setVisible(!empty);
        if (empty) {
            body.add(nothingYet());
            return;
        }
        var halves = new Div(charts.hours(), shops);
        halves.addClassName("halves");
        var columns = new Div(new Div(charts.days(), halves), new Div(waiting, piles));
        columns.addClassName("columns");
        body.add(tiles, columns);
    }

    private Component nothingYet() {
        Component[] ways = may(Permission.CHANNELS_CONFIGURE)
                ? new Component[] {
                    Buttons.primary(getTranslation("insight.empty.connect"), () -> getUI().ifPresent(
                                    ui -> ui.navigate("shops")))
                }
                : new Component[0];
        return new EmptyState(
                Icon.LAYOUT_DASHBOARD,
                getTranslation("insight.empty"),
                getTranslation(ways.length == 0 ? "insight.empty.wait" : "insight.empty.why"),
                ways);
    }

    private List<Concern> waiting() {
        return concerns.stream()
                .flatMap(module -> module.now().stream())
                .sorted(Comparator.comparingInt(Concern::level).reversed())
                .toList();
    }

    private Segment<Period> segment() {
        var choices = new LinkedHashMap<Period, String>();
        for (Period each : Period.values()) {
            choices.put(each, getTranslation("insight.period." + key(each)));
        }
        return new Segment<>(getTranslation("insight.period"), choices, period, this::go);
    }

    private void go(Period wanted) {
        Map<String, String> query = wanted == Period.TODAY ? Map.of() : Map.of("period", key(wanted));
        getUI().ifPresent(ui -> ui.navigate(HomeView.class, QueryParameters.simple(query)));
    }

    private static Optional<Period> period(String key) {
        return List.of(Period.values()).stream()
                .filter(each -> key(each).equals(key))
                .findFirst();
    }

    static String key(Period period) {
        return period.name().toLowerCase(Locale.ROOT);
    }

    private static boolean may(Permission permission) {
        return Acting.current().actor().may(permission);
    }
}
