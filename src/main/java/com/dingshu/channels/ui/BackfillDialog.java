package com.dingshu.channels.ui;

import com.dingshu.channels.IntakeRuns;
import com.dingshu.channels.ShopSync;
import com.dingshu.uikit.Buttons;
import com.dingshu.uikit.Segment;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Asks which missed orders are to be fetched: those of a period, or these numbers. */
final class BackfillDialog extends Dialog {

    private final ShopSync shop;
    private final ShopPane.Tools tools;
    private final ChannelWords words;
    private final Consumer<UUID> started;
    private final ZoneId zone;
    private final DateTimePicker from = new DateTimePicker();
    private final DateTimePicker until = new DateTimePicker();
    private final TextArea numbers = new TextArea();
    private final Div period;
    private boolean byNumber;

    BackfillDialog(ShopSync shop, ShopPane.Tools tools, Consumer<UUID> started) {
        this.shop = shop;
        this.tools = tools;
        this.words = tools.words();
        this.started = started;
        this.zone = tools.tenants().current().zone();
        setHeaderTitle(words.say("channels.backfill.ask", shop.shop().name()));
        setWidth("520px");
        setMaxWidth("calc(100vw - 32px)");
        LocalDateTime now =
                LocalDateTime.ofInstant(tools.clock().instant(), zone).truncatedTo(ChronoUnit.MINUTES);
        prepare(from, "channels.backfill.from", now.minusDays(1));
        prepare(until, "channels.backfill.until", now);
        period = Parts.div("form stacked", from, until);
        numbers.setLabel(words.say("channels.backfill.numbers"));
        numbers.setHelperText(words.say("channels.backfill.numbers.help"));
        numbers.setMinHeight("140px");
        numbers.setWidthFull();
        numbers.setVisible(false);
        Paragraph then = new Paragraph(words.say("channels.backfill.then"));
        then.addClassName("quiet");
        add(Parts.div("form", way(), period, numbers, then));
        getFooter()
                .add(
                        Buttons.plain(words.say("channels.backfill.keep"), this::close),
                        Buttons.primary(words.say("channels.backfill.do"), this::start));
    }

    private void prepare(DateTimePicker picker, String key, LocalDateTime value) {
        picker.setLabel(words.say(key));
        picker.setDateAriaLabel(words.say(key));
        picker.setTimeAriaLabel(words.say(key));
        picker.setStep(Duration.ofMinutes(15));
        picker.setLocale(getLocale());
        picker.setValue(value);
        picker.setWidthFull();
    }

    private Segment<Boolean> way() {
        LinkedHashMap<Boolean, String> ways = new LinkedHashMap<>();
        ways.put(false, words.say("channels.backfill.by-period"));
        ways.put(true, words.say("channels.backfill.by-number"));
        return new Segment<>(words.say("channels.backfill.way"), ways, false, chosen -> {
            byNumber = chosen;
            numbers.setVisible(chosen);
            period.setVisible(!chosen);
        });
    }

    private void start() {
        if (byNumber) {
            fetchNumbers();
        } else {
            fetchPeriod();
        }
    }

    private void fetchNumbers() {
        List<String> wanted = Arrays.stream(numbers.getValue().split("[\\s,;，；、]+"))
                .filter(number -> !number.isBlank())
                .toList();
        try {
            begun(tools.runs().fetchOrders(shop.shop().id(), wanted));
        } catch (IllegalArgumentException refused) {
            numbers.setErrorMessage(words.say("channels.backfill.numbers.wrong", IntakeRuns.MOST_ORDERS));
            numbers.setInvalid(true);
        }
    }

    private void fetchPeriod() {
        try {
            begun(tools.runs().fetchPeriod(shop.shop().id(), instant(from.getValue()), instant(until.getValue())));
        } catch (IllegalArgumentException refused) {
            from.setErrorMessage(words.say("channels.backfill.period.wrong"));
            from.setInvalid(true);
        }
    }

    private Instant instant(@Nullable LocalDateTime time) {
        if (time == null) {
            throw new IllegalArgumentException("No time");
        }
        return time.atZone(zone).toInstant();
    }

    private void begun(UUID run) {
        close();
        started.accept(run);
    }
}
