package com.dingshu.orders.ui;

import com.dingshu.orders.BulkForecast;
import com.dingshu.orders.BulkVerb;
import com.dingshu.orders.OrderSheets;
import com.dingshu.orders.OrderSummary;
import com.dingshu.uikit.Buttons;
import com.dingshu.uikit.Icon;
import com.dingshu.uikit.Keys;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What can be done with the chosen orders, in the place of the filters: how many and what they are worth, how many a step
 * fits, and the steps the person may take.
 */
final class BulkBar extends Div {

    private static final Map<BulkVerb, String> KEYS =
            new EnumMap<>(Map.of(BulkVerb.APPROVE, "a", BulkVerb.REJECT, "r", BulkVerb.HOLD, "e"));
    private static final Set<BulkVerb> FORWARD =
            EnumSet.of(BulkVerb.APPROVE, BulkVerb.RELEASE, BulkVerb.CONFIRM_PAYMENT, BulkVerb.RELEASE_HOLD);

    /** What the buttons lead to. */
    interface Acts {

        void take(BulkVerb verb);

        void print(OrderSheets sheets);

        void chooseAll();

        void chooseNone();
    }

    private final OrderWords words;
    private final OrderPrinting printing;
    private final Acts acts;
    private final Span said = new Span();

    BulkBar(OrderWords words, OrderPrinting printing, Acts acts) {
        this.words = words;
        this.printing = printing;
        this.acts = acts;
        said.getElement().setAttribute("role", "status");
        addClassNames("row", "grow", "bulk");
    }

    /** Whether the person may do anything with many orders at all. */
    static boolean offered(OrderPrinting printing) {
        return !verbs().isEmpty() || !printing.kinds().isEmpty();
    }

    private static List<BulkVerb> verbs() {
        return List.of(BulkVerb.values()).stream()
                .filter(verb -> OrderActions.may(verb.permission()))
                .toList();
    }

    /**
     * The orders chosen one by one.
     *
     * @param inView how many the list has, null when all of them are chosen
     */
    void show(Collection<OrderSummary> chosen, @Nullable String inView) {
        begin(words.say("orders.bulk.chosen", chosen.size()), sum(chosen));
        if (inView != null) {
            add(Buttons.small(Buttons.flat(words.say("orders.bulk.all", inView), acts::chooseAll)));
        }
        gap();
        BulkVerb main = main(chosen);
        if (main != null) {
            addForecast(main, chosen);
            add(button(main, true));
        }
        verbs().stream()
                .filter(verb -> verb != main && chosen.stream().anyMatch(verb::fits))
                .forEach(verb -> add(button(verb, false)));
        end();
    }

    /** Every order of the list, also those not loaded. */
    void showAll(String inView) {
        begin(words.say("orders.bulk.chosen.all", inView), "");
        gap();
        verbs().forEach(verb -> add(button(verb, verb == verbs().getFirst())));
        end();
    }

    /** The step forward that most of them can take. */
    private static @Nullable BulkVerb main(Collection<OrderSummary> chosen) {
        return verbs().stream()
                .filter(verb -> FORWARD.contains(verb) && chosen.stream().anyMatch(verb::fits))
                .max(Comparator.comparingLong(
                        verb -> chosen.stream().filter(verb::fits).count()))
                .orElse(null);
    }

    private void begin(String count, String sum) {
        removeAll();
        said.setText(count);
        var worth = new Span(sum);
        worth.addClassName("quiet");
        add(said, worth);
    }

    private void gap() {
        var gap = new Span();
        gap.addClassName("grow");
        add(gap);
    }

    private void end() {
        for (OrderSheets kind : printing.kinds()) {
            var print = Buttons.with(kind.icon(), Buttons.plain(words.say(kind.titleKey()), () -> acts.print(kind)));
            add(kind == printing.kinds().getFirst() ? Keys.shown(print, "p") : print);
        }
        var none = Buttons.flat(words.say("orders.bulk.none"), acts::chooseNone);
        none.setSuffixComponent(Keys.cap("Esc"));
        add(none);
    }

    private Button button(BulkVerb verb, boolean first) {
        String text = words.say("orders.bulk.do." + key(verb));
        Runnable act = () -> acts.take(verb);
        Button button = first
                ? Buttons.with(Icon.CHECK, Buttons.primary(text, act))
                : verb == BulkVerb.REJECT ? Buttons.danger(text, act) : Buttons.plain(text, act);
        String key = KEYS.get(verb);
        return key == null ? button : Keys.shown(button, key);
    }

    private void addForecast(BulkVerb verb, Collection<OrderSummary> chosen) {
        BulkForecast forecast = BulkForecast.of(verb, chosen);
        String can = words.say("orders.bulk.can." + key(verb), forecast.fitting());
        var said = new Span(forecast.others() == 0 ? can : can + " · " + skipped(forecast, words));
        said.addClassNames("quiet", "forecast");
        add(said);
    }

    /** “跳过 3（缺货、等付款）” */
    static String skipped(BulkForecast forecast, OrderWords words) {
        String why =
                forecast.why().stream().map(words::blockedBy).collect(Collectors.joining(words.say("orders.bulk.and")));
        String left = words.formats().count(forecast.others());
        return why.isEmpty() ? words.say("orders.bulk.skips", left) : words.say("orders.bulk.skips.why", left, why);
    }

    private String sum(Collection<OrderSummary> chosen) {
        List<String> currencies =
                chosen.stream().map(OrderSummary::currency).distinct().toList();
        return currencies.size() == 1
                ? words.say(
                        "orders.bulk.sum",
                        words.money(
                                chosen.stream()
                                        .mapToLong(OrderSummary::paidMinor)
                                        .sum(),
                                currencies.getFirst()))
                : "";
    }

    static String key(BulkVerb verb) {
        return verb.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
