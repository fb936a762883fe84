package com.dingshu.uikit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.ValueProvider;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Status marks, each with a shape of its own so that it can be read without colour: ring (payment), five pips
 * (fulfilment), return arrow (after-sales), clock, tag, channel. Every one comes as a component and as a column's
 * renderer. States are given by the names the style sheet knows.
 */
public final class Marks {

    private Marks() {}

    /** The five steps. */
    public enum Step {
        PENDING,
        PAID,
        PICKING,
        SHIPPED,
        DONE,
        VOID
    }

    /** The ring. */
    public enum Pay {
        UNPAID,
        DEPOSIT,
        PAID,
        PART_REFUNDED,
        REFUNDED,
        CLOSED
    }

    /** Colours with a meaning; {@code NONE} is plain text. */
    public enum Tone {
        GREY,
        RED,
        AMBER,
        BLUE,
        GREEN,
        VIOLET,
        ACCENT,
        NONE
    }

    /**
     * What the clock of an order shows.
     *
     * @param state running towards due, held (stopped by a hold since then), paused (by rule), done, or none
     * @param due when it must be out; for a running clock
     * @param since when it was held
     * @param taken milliseconds, for one that is done
     */
    public record ClockFace(
            State state,
            @Nullable Instant due,
            @Nullable Instant since,
            @Nullable Long taken) {

        /** How the clock stands. */
        public enum State {
            RUNNING,
            HELD,
            PAUSED,
            DONE,
            NONE
        }

        public static ClockFace running(Instant due) {
            return new ClockFace(State.RUNNING, due, null, null);
        }

        public static ClockFace held(Instant since) {
            return new ClockFace(State.HELD, null, since, null);
        }

        public static ClockFace done(@Nullable Long takenMillis) {
            return new ClockFace(State.DONE, null, null, takenMillis);
        }

        public static ClockFace plain(State state) {
            return new ClockFace(state, null, null, null);
        }
    }

    public static Component fulfilment(Step step, String label) {
        return new Mark("ds-fulfilment").with("state", name(step)).with("label", label);
    }

    public static <T> LitRenderer<T> fulfilment(ValueProvider<T, Step> step, ValueProvider<T, String> label) {
        return LitRenderer.<T>of("<ds-fulfilment state=${item.state} label=${item.label}></ds-fulfilment>")
                .withProperty("state", row -> name(step.apply(row)))
                .withProperty("label", label);
    }

    public static Component payment(Pay state, String label) {
        return new Mark("ds-payment").with("state", name(state)).with("label", label);
    }

    public static <T> LitRenderer<T> payment(ValueProvider<T, Pay> state, ValueProvider<T, String> label) {
        return LitRenderer.<T>of("<ds-payment state=${item.state} label=${item.label}></ds-payment>")
                .withProperty("state", row -> name(state.apply(row)))
                .withProperty("label", label);
    }

    public static Component tag(Tone tone, String text) {
        var tag = new Mark("ds-tag").with("tone", name(tone));
        tag.getElement().setText(text);
        return tag;
    }

    /** A tag, or nothing where the text is empty. */
    public static <T> LitRenderer<T> tag(ValueProvider<T, Tone> tone, ValueProvider<T, @Nullable String> text) {
        return LitRenderer.<T>of("${item.text ? html`<ds-tag tone=${item.tone}>${item.text}</ds-tag>` : ''}")
                .withProperty("tone", row -> name(tone.apply(row)))
                .withProperty("text", text::apply);
    }

    public static Component clock(ClockFace face) {
        return new Mark("ds-clock")
                .with("state", name(face.state()))
                .with("due", millis(face.due()))
                .with("since", millis(face.since()))
                .with("taken", face.taken());
    }

    public static <T> LitRenderer<T> clock(ValueProvider<T, ClockFace> face) {
        return LitRenderer.<T>of(
                        "<ds-clock state=${item.state} due=${item.due} since=${item.since} taken=${item.taken}></ds-clock>")
                .withProperty("state", row -> name(face.apply(row).state()))
                .withProperty("due", row -> text(millis(face.apply(row).due())))
                .withProperty("since", row -> text(millis(face.apply(row).since())))
                .withProperty("taken", row -> text(face.apply(row).taken()));
    }

    /** Our own square for a channel; the label is its name, read aloud. */
    public static Component channel(String channel, String label) {
        return new Mark("ds-channel").with("channel", channel).with("label", label);
    }

    /** The channel's square and, beside it, a number such as the order's. */
    public static <T> LitRenderer<T> numbered(
            ValueProvider<T, String> channel, ValueProvider<T, String> channelName, ValueProvider<T, String> number) {
        return LitRenderer.<T>of(
                        "<span class=\"order-no\"><ds-channel channel=${item.channel} label=${item.name}></ds-channel>"
                                + "<span>${item.number}</span></span>")
                .withProperty("channel", channel)
                .withProperty("name", channelName)
                .withProperty("number", number);
    }

    /** A figure at the right edge of its column. */
    public static <T> LitRenderer<T> figure(ValueProvider<T, String> figure) {
        return LitRenderer.<T>of("<span class=\"num\">${item.figure}</span>").withProperty("figure", figure);
    }

    static Component live(String text, @Nullable Instant at) {
        return new Mark("ds-live").with("text", text).with("at", millis(at));
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static @Nullable Long millis(@Nullable Instant at) {
        return at == null ? null : at.toEpochMilli();
    }

    private static String text(@Nullable Long value) {
        return value == null ? "" : value.toString();
    }

    @JsModule("./components/kit.ts")
    private static final class Mark extends HtmlComponent {

        Mark(String tag) {
            super(tag);
        }

        Mark with(String attribute, @Nullable Object value) {
            if (value != null) {
                getElement().setAttribute(attribute, value.toString());
            }
            return this;
        }
    }
}
