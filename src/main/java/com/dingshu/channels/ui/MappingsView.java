package com.dingshu.channels.ui;

import com.dingshu.channels.InboxDetails;
import com.dingshu.channels.InboxQueries;
import com.dingshu.channels.InboxSummary;
import com.dingshu.channels.MappingState;
import com.dingshu.channels.MappingVersionInfo;
import com.dingshu.channels.Mappings;
import com.dingshu.channels.PayloadReading;
import com.dingshu.channels.mapping.BuiltInMappings;
import com.dingshu.channels.mapping.FieldSource;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Requires;
import com.dingshu.uikit.Buttons;
import com.dingshu.uikit.Confirm;
import com.dingshu.uikit.Icon;
import com.dingshu.uikit.Marks;
import com.dingshu.uikit.Page;
import com.dingshu.uikit.Toasts;
import com.dingshu.uikit.ViewTabs;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How each channel's payloads are read: field by field where a value comes from, changed in a draft, tried out on a real
 * payload or a pasted one beside the version in use, and taken into use as a version of its own that can be left again.
 * The address holds the channel and the payload it is tried on.
 */
@Route("mappings/:channel?")
@Requires(Permission.CHANNELS_VIEW)
class MappingsView extends Page implements BeforeEnterObserver {

    private static final String SAMPLE = "sample";
    private static final int SAMPLES = 20;
    private static final int LONGEST_REASON = 200;

    private final Mappings mappings;
    private final InboxQueries inbox;
    private final ChannelWords words;
    private final ViewTabs tabs;
    private final Body body;

    private String channel = BuiltInMappings.CHANNELS.getFirst();
    private @Nullable UUID sample;
    private String pasted = "";

    MappingsView(Mappings mappings, InboxQueries inbox, ChannelWords words) {
        super("channels.mappings.title");
        this.mappings = mappings;
        this.inbox = inbox;
        this.words = words;
        this.tabs = new ViewTabs(words.say("channels.mappings.channels"), key -> go(key, null));
        BuiltInMappings.CHANNELS.forEach(key -> tabs.add(key, words.channel(key)));
        add(tabs);
        body = scroll();
    }

    /** The address of a channel's mapping, tried on a payload. */
    static String at(String channel, UUID sample) {
        return "mappings/" + channel + "?" + SAMPLE + "=" + sample;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        channel = event.getRouteParameters()
                .get("channel")
                .filter(BuiltInMappings.CHANNELS::contains)
                .orElse(BuiltInMappings.CHANNELS.getFirst());
        sample = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(SAMPLE)
                .flatMap(InboxState::uuid)
                .orElse(null);
        show();
    }

    private void go(String key, @Nullable UUID id) {
        getUI().ifPresent(ui -> ui.navigate(
                "mappings/" + key,
                id == null ? QueryParameters.empty() : QueryParameters.simple(Map.of(SAMPLE, id.toString()))));
    }

    private static boolean mayChange() {
        return Parts.may(Permission.CHANNELS_CONFIGURE);
    }

    private void show() {
        tabs.mark(channel);
        body.removeAll();
        int current = mappings.currentOf(channel);
        Optional<Integer> draft = mappings.draftOf(channel);
        List<String> changes = draft.map(number -> changes(current, number)).orElse(List.of());
        draft.filter(number -> !changes.isEmpty()).ifPresent(number -> body.add(draftBar(number, changes.size())));
        Div right = new Div(tryOut(current, draft.orElse(null)), history(current));
        Div left = new Div(rules(draft.orElse(current), changes));
        body.add(Parts.div("columns mappings", left, right));
    }

    // ---------- the draft ----------

    /** The fields that two versions read differently. */
    private List<String> changes(int one, int other) {
        Map<String, FieldSource> before = byField(one);
        Map<String, FieldSource> after = byField(other);
        LinkedHashMap<String, FieldSource> all = new LinkedHashMap<>(before);
        all.putAll(after);
        return all.keySet().stream()
                .filter(field -> !Objects.equals(before.get(field), after.get(field)))
                .toList();
    }

    private Map<String, FieldSource> byField(int number) {
        return mappings.sources(channel, number).stream()
                .collect(Collectors.toMap(FieldSource::field, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    }

    private Component draftBar(int number, int changes) {
        Div bar = Parts.div(
                "card draft-bar",
                Icon.PENCIL.create(),
                new Div(
                        Parts.bold(words.say("channels.mappings.draft", number, changes)),
                        Parts.span("quiet", words.say("channels.mappings.draft.why"))));
        if (mayChange()) {
            bar.add(
                    Parts.gap(),
                    Buttons.flat(words.say("channels.mappings.drop"), this::drop),
                    Buttons.primary(words.say("channels.mappings.use", number), () -> publish(number)));
        }
        return bar;
    }

    private void drop() {
        Confirm.ask(words.say("channels.mappings.drop.ask"))
                .says(words.say("channels.mappings.drop.says"))
                .open(words.say("channels.mappings.drop.keep"), words.say("channels.mappings.drop"), () -> {
                    mappings.resetDraft(channel);
                    show();
                });
    }

    private void publish(int number) {
        TextArea why = why();
        Confirm.ask(words.say("channels.mapping.publish.ask", number))
                .says(words.say("channels.mapping.publish.says", words.channel(channel)))
                .with(why)
                .open(
                        words.say("channels.mapping.publish.keep"),
                        words.say("channels.mappings.use", number),
                        () -> filled(why),
                        () -> {
                            mappings.publish(channel, why.getValue().strip());
                            Toasts.done(words.say("channels.mappings.used", number));
                            show();
                        });
    }

    private TextArea why() {
        TextArea why = new TextArea(words.say("channels.mapping.why"));
        why.setMaxLength(LONGEST_REASON);
        why.setRequired(true);
        why.setWidthFull();
        return why;
    }

    private boolean filled(TextArea why) {
        boolean empty = why.getValue().isBlank();
        why.setErrorMessage(words.say("channels.why.missing"));
        why.setInvalid(empty);
        return !empty;
    }

    // ---------- the rules ----------

    private Component rules(int number, List<String> changes) {
        Element table = new Element("tbody");
        mappings.sources(channel, number)
                .forEach(source -> table.appendChild(rule(source, changes.contains(source.field()))));
        Div head = Parts.div(
                "card-head",
                new H2(words.say("channels.mappings.rules")),
                Parts.small(words.say("channels.version", number)),
                Parts.gap());
        if (mayChange()) {
            head.add(
                    Buttons.small(Buttons.with(
                            Icon.PLUS, Buttons.flat(words.say("channels.mappings.extension"), () -> edit(null)))),
                    Buttons.small(Buttons.with(
                            Icon.FILE_TEXT,
                            Buttons.flat(words.say("channels.mappings.text"), () -> editText(number)))));
        }
        return Parts.div(
                "card",
                head,
                Parts.scrolling(
                        "scroller",
                        words.say("channels.mappings.rules"),
                        Parts.table(
                                "table mapping",
                                table,
                                words.say("channels.reading.field"),
                                words.say("channels.mappings.source"),
                                words.say("channels.mappings.act"))));
    }

    private Element rule(FieldSource source, boolean changed) {
        Element name = Parts.element("td", words.field(source.field()));
        Element key = Parts.element("span", source.field());
        key.getClassList().add("key");
        name.appendChild(Element.createText(" "), key);
        Element from = new Element("td");
        from.getClassList().add("wrap");
        Element text = Parts.element("span", source.text().isEmpty() ? "" : source.text());
        text.getClassList().add("source");
        from.appendChild(text);
        if (!source.otherwise().isEmpty()) {
            from.appendChild(
                    Parts.element("small", " " + words.say("channels.mappings.otherwise", source.otherwise())));
        }
        if (!source.values().isEmpty()) {
            from.appendChild(Parts.element(
                    "small",
                    " " + words.say("channels.mappings.values", source.values().size())));
        }
        Element act = new Element("td");
        act.getClassList().add("num");
        if (mayChange()) {
            act.appendChild(Buttons.icon(
                            Icon.PENCIL,
                            words.say("channels.mappings.edit", words.field(source.field())),
                            () -> edit(source))
                    .getElement());
        }
        Element row = new Element("tr").appendChild(name, from, act);
        if (changed) {
            row.getClassList().add("changed");
        }
        return row;
    }

    private void edit(@Nullable FieldSource source) {
        new FieldDialog(channel, source, mappings, words, this::show).open();
    }

    private void editText(int number) {
        new MappingTextDialog(channel, mappings.document(channel, number), mappings, words, this::show).open();
    }

    // ---------- the try-out ----------

    private Component tryOut(int current, @Nullable Integer draft) {
        Div card = Parts.div(
                "card",
                Parts.div(
                        "card-head",
                        new H2(words.say("channels.try.title")),
                        Parts.small(words.say(
                                draft == null ? "channels.reading.current" : "channels.reading.draft",
                                current,
                                draft == null ? 0 : draft))));
        List<InboxSummary> latest = inbox.latestOf(channel, SAMPLES);
        if (sample == null && pasted.isEmpty() && !latest.isEmpty()) {
            sample = latest.getFirst().id();
        }
        card.add(Parts.div("form try", samples(latest), paste()));
        result(current, draft).ifPresent(card::add);
        return card;
    }

    private Component samples(List<InboxSummary> latest) {
        Map<UUID, InboxSummary> known = new LinkedHashMap<>();
        latest.forEach(row -> known.put(row.id(), row));
        if (sample != null && !known.containsKey(sample)) {
            inbox.byIds(List.of(sample)).forEach(row -> known.put(row.id(), row));
        }
        Select<InboxSummary> chosen = new Select<>();
        chosen.setLabel(words.say("channels.try.sample"));
        chosen.setItems(known.values());
        chosen.setItemLabelGenerator(row -> words.formats().time(row.receivedAt()) + "  " + words.number(row) + "  "
                + words.say("channels.state." + row.state()));
        chosen.setPlaceholder(words.say("channels.try.none"));
        if (sample != null && known.containsKey(sample)) {
            chosen.setValue(known.get(sample));
        }
        chosen.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                pasted = "";
                go(channel, change.getValue().id());
            }
        });
        return chosen;
    }

    private Component paste() {
        TextArea text = new TextArea(words.say("channels.try.paste"));
        text.setPlaceholder("{ … }");
        text.setValue(pasted);
        text.setMaxLength(500_000);
        text.setMaxHeight("160px");
        text.setWidthFull();
        text.addClassName("mono");
        text.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        text.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                pasted = change.getValue();
                show();
            }
        });
        return text;
    }

    private Optional<Component> result(int current, @Nullable Integer draft) {
        if (!pasted.isBlank()) {
            PayloadReading before = inbox.tryOut(channel, current, pasted);
            PayloadReading after = draft == null ? null : inbox.tryOut(channel, draft, pasted);
            return Optional.of(read(ReadingTable.of(words, "CNY", before, after), before, after));
        }
        Optional<InboxDetails> found = sample == null ? Optional.empty() : inbox.details(sample);
        return found.map(payload -> read(
                ReadingTable.of(words, payload.summary(), payload.current(), payload.draft()),
                payload.current(),
                payload.draft()));
    }

    private Component read(Component table, PayloadReading before, @Nullable PayloadReading after) {
        PayloadReading best = after == null ? before : after;
        Div verdict = Parts.div(
                "verdict",
                Parts.bold(
                        best.problems().isEmpty()
                                ? words.say("channels.try.good", best.version())
                                : words.say(
                                        "channels.try.bad",
                                        best.version(),
                                        best.problems().size())));
        verdict.addClassName(best.problems().isEmpty() ? "good" : "bad");
        return new Div(verdict, table);
    }

    // ---------- the versions ----------

    private Component history(int current) {
        Element list = new Element("ol");
        list.getClassList().add("versions");
        mappings.versions(channel).forEach(version -> list.appendChild(entry(version, current)));
        Div card = Parts.div("card", Parts.div("card-head", new H2(words.say("channels.versions.title"))));
        card.getElement().appendChild(list);
        return card;
    }

    private Element entry(MappingVersionInfo version, int current) {
        Element entry = new Element("li");
        Element line = Parts.div(
                        "row",
                        Parts.bold(words.say("channels.version", version.number())),
                        Marks.tag(tone(version.state()), words.say("channels.versions." + version.state())),
                        Parts.span("faint", author(version)),
                        Parts.gap())
                .getElement();
        if (version.number() != current) {
            line.appendChild(Buttons.small(Buttons.flat(
                            words.say("channels.versions.compare"), () -> compare(current, version.number())))
                    .getElement());
        }
        if (version.state() == MappingState.FORMER && mayChange()) {
            line.appendChild(Buttons.small(
                            Buttons.plain(words.say("channels.versions.restore"), () -> restore(version.number())))
                    .getElement());
        }
        entry.appendChild(line);
        if (!version.note().isEmpty()) {
            entry.appendChild(Parts.element("p", version.note()));
        }
        return entry;
    }

    private String author(MappingVersionInfo version) {
        if (version.createdAt() == null) {
            return words.say("channels.versions.built-in");
        }
        return version.createdBy() + " · "
                + words.formats().time(version.publishedAt() == null ? version.createdAt() : version.publishedAt());
    }

    private static Marks.Tone tone(MappingState state) {
        return switch (state) {
            case CURRENT -> Marks.Tone.GREEN;
            case DRAFT -> Marks.Tone.BLUE;
            case FORMER -> Marks.Tone.GREY;
        };
    }

    private void compare(int current, int other) {
        new CompareDialog(byField(current), byField(other), current, other, changes(current, other), words).open();
    }

    private void restore(int number) {
        TextArea why = why();
        Confirm.ask(words.say("channels.versions.restore.ask", number))
                .says(words.say("channels.versions.restore.says", words.channel(channel)))
                .with(why)
                .open(
                        words.say("channels.versions.restore.keep"),
                        words.say("channels.versions.restore"),
                        () -> filled(why),
                        () -> {
                            int now = mappings.restore(
                                    channel, number, why.getValue().strip());
                            Toasts.done(words.say("channels.mappings.used", now));
                            show();
                        });
    }
}
