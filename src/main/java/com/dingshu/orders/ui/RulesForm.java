package com.dingshu.orders.ui;

import com.dingshu.orders.Rules;
import com.dingshu.shared.Money;
import com.dingshu.uikit.Formats;
import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fields of {@link Rules}, in groups that the page lays out; what is wrong is said at the field itself. */
final class RulesForm {

    private static final int HOURS = 60;

    private final Formats formats;
    private final Map<String, TextField> amounts = new LinkedHashMap<>();
    private Map<String, Long> others = Map.of();
    private final Checkbox notes = new Checkbox();
    private final Checkbox release = new Checkbox();
    private final IntegerField hours = new IntegerField();
    private final IntegerField minutes = new IntegerField();
    private final IntegerField days = new IntegerField();
    private final Div review = group();
    private final Div releasing = group();
    private final Div clocks = group();

    /** @param currencies in which the merchant's orders come, each with an amount of its own */
    RulesForm(Formats formats, Collection<String> currencies) {
        this.formats = formats;
        currencies.forEach(currency -> amounts.put(currency, amount(currency)));
        var help = new Span(say("review-amount.help"));
        help.addClassName("faint");
        var fields = new Div();
        fields.addClassName("pair");
        amounts.values().forEach(fields::add);
        review.add(new Div(fields, help), ticked(notes, "stopBuyerNotes", "stop-buyer-notes.help"));
        releasing.add(ticked(release, "autoRelease", "auto-release.help"));
        hours.setLabel(say("target.hours"));
        minutes.setLabel(say("target.minutes"));
        bounds(hours, 0, (int) Rules.LONGEST_TARGET.toHours());
        bounds(minutes, 0, HOURS - 1);
        bounds(days, 1, Rules.MOST_DAYS_TO_COMPLETION);
        days.setLabel(say("field.completeAfterDays"));
        days.setHelperText(say("complete.help"));
        var counted = new Span(say("target.help"));
        counted.addClassName("faint");
        var target = new Div(hours, minutes);
        target.addClassName("pair");
        clocks.add(new Div(target, counted), days);
    }

    private TextField amount(String currency) {
        var amount = new TextField(hours.getTranslation("orders.rules.amount", currency));
        amount.setPrefixComponent(new Span(formats.sign(currency)));
        amount.getElement().setAttribute("inputmode", "decimal");
        return amount;
    }

    Component review() {
        return review;
    }

    Component releasing() {
        return releasing;
    }

    Component clocks() {
        return clocks;
    }

    void show(Rules rules) {
        others = rules.reviewAmounts().entrySet().stream()
                .filter(known -> !amounts.containsKey(known.getKey()))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
        amounts.forEach((currency, field) ->
                field.setValue(new Money(rules.reviewAmount(currency).orElse(0), currency)
                        .amount()
                        .toPlainString()));
        notes.setValue(rules.stopBuyerNotes());
        release.setValue(rules.autoRelease());
        hours.setValue((int) rules.target().toHours());
        minutes.setValue(rules.target().toMinutesPart());
        days.setValue(rules.completeAfterDays());
        fields().forEach(field -> field.setInvalid(false));
    }

    /** What is wanted; empty after every field that is wrong has said so. */
    Optional<Rules> read() {
        fields().forEach(field -> field.setInvalid(false));
        List<Component> wrong = new ArrayList<>();
        Map<String, Long> wanted = new HashMap<>(others);
        amounts.forEach((currency, field) -> {
            OptionalLong minor = minor(field.getValue(), currency);
            if (minor.isEmpty()) {
                refuse(
                        wrong,
                        field,
                        field.getTranslation("orders.rules.wrong.amount", currency, Money.decimals(currency)));
            } else if (minor.getAsLong() > 0) {
                wanted.put(currency, minor.getAsLong());
            }
        });
        int wholeHours = number(wrong, hours, 0, (int) Rules.LONGEST_TARGET.toHours(), "wrong.hours");
        int rest = number(wrong, minutes, 0, HOURS - 1, "wrong.minutes");
        int completion = number(wrong, days, 1, Rules.MOST_DAYS_TO_COMPLETION, "wrong.days");
        Duration target = Duration.ofHours(wholeHours).plusMinutes(rest);
        if (!wrong.contains(hours)
                && !wrong.contains(minutes)
                && (target.compareTo(Rules.SHORTEST_TARGET) < 0 || target.compareTo(Rules.LONGEST_TARGET) > 0)) {
            refuse(wrong, hours, say("wrong.target"));
        }
        if (!wrong.isEmpty()) {
            focus(wrong.getFirst());
            return Optional.empty();
        }
        return Optional.of(new Rules(wanted, notes.getValue(), release.getValue(), target, completion));
    }

    /** Nothing written is nothing looked at. */
    private static OptionalLong minor(String written, String currency) {
        String text = written.replace(",", "").strip();
        if (!text.matches("\\d{0,12}(\\.\\d{0,9})?") || text.equals(".")) {
            return OptionalLong.empty();
        }
        BigDecimal amount = text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text);
        if (amount.stripTrailingZeros().scale() > Money.decimals(currency)) {
            return OptionalLong.empty();
        }
        long minor = Money.minorOf(amount, currency);
        return minor > Rules.LARGEST_REVIEW_AMOUNT_MINOR ? OptionalLong.empty() : OptionalLong.of(minor);
    }

    private int number(List<Component> wrong, IntegerField field, int least, int most, String words) {
        @Nullable Integer value = field.getValue();
        if (value == null || value < least || value > most) {
            refuse(wrong, field, say(words));
            return least;
        }
        return value;
    }

    private static void focus(Component field) {
        ((AbstractField<?, ?>) field).getElement().callJsFunction("focus");
    }

    private static <F extends Component & HasValidation> void refuse(List<Component> wrong, F field, String words) {
        field.setErrorMessage(words);
        field.setInvalid(true);
        wrong.add(field);
    }

    private static void bounds(IntegerField field, int least, int most) {
        field.setManualValidation(true);
        field.setMin(least);
        field.setMax(most);
        field.setStepButtonsVisible(false);
    }

    private List<HasValidation> fields() {
        return Stream.<HasValidation>concat(amounts.values().stream(), Stream.of(hours, minutes, days))
                .toList();
    }

    private Component ticked(Checkbox box, String field, String help) {
        box.setLabel(say("field." + field));
        box.setHelperText(say(help));
        return box;
    }

    private static Div group() {
        var group = new Div();
        group.addClassName("form");
        return group;
    }

    private String say(String key) {
        return hours.getTranslation("orders.rules." + key);
    }
}
