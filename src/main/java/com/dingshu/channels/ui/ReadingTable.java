package com.dingshu.channels.ui;

import com.dingshu.channels.InboxSummary;
import com.dingshu.channels.PayloadReading;
import com.dingshu.channels.mapping.FieldTrace;
import com.dingshu.channels.mapping.FieldType;
import com.dingshu.channels.mapping.StandardField;
import com.dingshu.shared.Money;
import com.dingshu.uikit.Icon;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.dom.Element;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Field by field where a value was looked for, what came out, and whether each version reads it. Empty optional fields are left out. */
final class ReadingTable {

    private final ChannelWords words;
    private final @Nullable String waitingItem;
    private final String currency;
    private final PayloadReading current;
    private final @Nullable PayloadReading draft;

    private ReadingTable(
            ChannelWords words,
            @Nullable String waitingItem,
            String currency,
            PayloadReading current,
            @Nullable PayloadReading draft) {
        this.words = words;
        this.waitingItem = waitingItem;
        this.currency = currency;
        this.current = current;
        this.draft = draft;
    }

    static Component of(ChannelWords words, InboxSummary row, PayloadReading current, @Nullable PayloadReading draft) {
        String item = row.state().needsRepair() ? row.waitingItem() : null;
        ReadingTable table = new ReadingTable(words, item, words.currency(row.shopId()), current, draft);
        return Parts.scrolling("scroller", words.say("channels.reading.title"), table.table());
    }

    /** For a payload that is in no inbox. */
    static Component of(ChannelWords words, String currency, PayloadReading current, @Nullable PayloadReading draft) {
        ReadingTable table = new ReadingTable(words, null, currency, current, draft);
        return Parts.scrolling("scroller", words.say("channels.reading.title"), table.table());
    }

    private Element table() {
        Map<String, FieldTrace> before = byField(current);
        Map<String, FieldTrace> after = draft == null ? Map.of() : byField(draft);
        Element body = new Element("tbody");
        Map<String, FieldTrace> all = new LinkedHashMap<>(before);
        all.putAll(after);
        all.keySet().stream()
                .sorted(Comparator.comparingInt(field -> rank(field, before.get(field), after.get(field))))
                .forEach(field -> {
                    FieldTrace was = before.get(field);
                    FieldTrace is = after.get(field);
                    if (isWorthShowing(was) || isWorthShowing(is)) {
                        body.appendChild(row(field, was, is));
                    }
                });
        String field = words.say("channels.reading.field");
        String result = words.say("channels.reading.result");
        String version = "#" + words.say("channels.version", current.version());
        return draft == null
                ? Parts.table("table mapping", body, field, result, version)
                : Parts.table(
                        "table mapping",
                        body,
                        field,
                        result,
                        version,
                        "#" + words.say("channels.version", draft.version()));
    }

    /** What is wrong first, then the order, then its lines. */
    private int rank(String field, @Nullable FieldTrace was, @Nullable FieldTrace is) {
        if (isFaulty(was) || isFaulty(is)) {
            return 0;
        }
        return field.startsWith("lines") ? 2 : 1;
    }

    private static Map<String, FieldTrace> byField(PayloadReading reading) {
        Map<String, FieldTrace> fields = new LinkedHashMap<>();
        reading.trace().forEach(trace -> fields.put(trace.field(), trace));
        reading.problems()
                .forEach(problem -> fields.putIfAbsent(
                        problem.field(), new FieldTrace(problem.field(), problem.source(), "", problem)));
        return fields;
    }

    private static boolean isWorthShowing(@Nullable FieldTrace trace) {
        return trace != null && (!trace.value().isEmpty() || trace.problem() != null);
    }

    private Element row(String field, @Nullable FieldTrace was, @Nullable FieldTrace is) {
        FieldTrace shown = is == null ? was : is;
        boolean changed = draft != null && !same(was, is);
        boolean faulty = isFaulty(shown);
        Element name = new Element("td");
        name.setText(words.field(field));
        Element key = Parts.element("span", field);
        key.getClassList().add("key");
        name.appendChild(Element.createText(" "), key);
        Element row = new Element("tr").appendChild(name, result(shown, changed || faulty), verdict(was));
        if (draft != null) {
            row.appendChild(verdict(is));
        }
        if (faulty) {
            row.getClassList().add("faulty");
        } else if (changed) {
            row.getClassList().add("changed");
        }
        return row;
    }

    private static boolean same(@Nullable FieldTrace was, @Nullable FieldTrace is) {
        return was != null
                && is != null
                && was.value().equals(is.value())
                && (was.problem() == null) == (is.problem() == null);
    }

    private boolean isFaulty(@Nullable FieldTrace trace) {
        return trace != null
                && (trace.problem() != null
                        || waitingItem != null && isItem(trace) && trace.value().equals(waitingItem));
    }

    private static boolean isItem(FieldTrace trace) {
        return trace.field().endsWith(".skuCode");
    }

    private Element result(@Nullable FieldTrace trace, boolean withSource) {
        Element cell = new Element("td");
        cell.getClassList().add("wrap");
        if (trace == null) {
            return cell;
        }
        if (withSource && !trace.source().isEmpty()) {
            Element source = Parts.element("span", trace.source());
            source.getClassList().add("source");
            cell.appendChild(source, Element.createText(" → "));
        }
        if (trace.problem() != null) {
            Element why = Parts.element(
                    "b",
                    words.problem(
                            trace.problem().kind().name(),
                            trace.problem().field(),
                            trace.problem().detail()));
            why.getClassList().add("bad");
            return cell.appendChild(why);
        }
        cell.appendChild(Parts.element(withSource ? "b" : "span", value(trace)));
        if (isFaulty(trace)) {
            Element why = Parts.element("span", " " + words.say("channels.reading.no-sku"));
            why.getClassList().add("bad");
            cell.appendChild(why);
        }
        return cell;
    }

    /** Amounts are read in minor units; people read them in the order's currency. */
    private String value(FieldTrace trace) {
        boolean money = Arrays.stream(StandardField.values())
                .filter(field -> field.type() == FieldType.MONEY)
                .anyMatch(field ->
                        trace.field().equals(field.key()) || trace.field().endsWith("]." + field.key()));
        return money && trace.value().matches("-?\\d{1,15}")
                ? words.formats().amount(new Money(Long.parseLong(trace.value()), currency()))
                : trace.value();
    }

    private String currency() {
        PayloadReading.Outcome outcome =
                current.outcome() == null && draft != null ? draft.outcome() : current.outcome();
        return outcome == null ? currency : outcome.currency();
    }

    private Element verdict(@Nullable FieldTrace trace) {
        Element cell = new Element("td");
        cell.getClassList().add("num");
        if (trace != null) {
            boolean bad = isFaulty(trace);
            Component mark = (bad ? Icon.X : Icon.CHECK).create();
            mark.getElement().getClassList().add(bad ? "bad" : "good");
            cell.appendChild(mark.getElement());
            Element heard = Parts.element("span", words.say(bad ? "channels.reading.bad" : "channels.reading.good"));
            heard.getClassList().add("only-heard");
            cell.appendChild(heard);
        }
        return cell;
    }
}
