package com.dingshu.channels.ui;

import com.dingshu.channels.Mappings;
import com.dingshu.channels.mapping.FieldSource;
import com.dingshu.channels.mapping.MappingFault;
import com.dingshu.orders.SourceStatus;
import com.dingshu.uikit.Buttons;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where one field is read from, changed in the draft; for the status also the platform's words. */
final class FieldDialog extends Dialog {

    private final String channel;
    private final @Nullable FieldSource source;
    private final Mappings mappings;
    private final ChannelWords words;
    private final Runnable changed;
    private final TextField name = new TextField();
    private final TextArea from = new TextArea();
    private final TextField theirs = new TextField();
    private final Select<SourceStatus> ours = new Select<>();

    /** @param source null for a new field that only this platform has */
    FieldDialog(String channel, @Nullable FieldSource source, Mappings mappings, ChannelWords words, Runnable changed) {
        this.channel = channel;
        this.source = source;
        this.mappings = mappings;
        this.words = words;
        this.changed = changed;
        setHeaderTitle(
                source == null
                        ? words.say("channels.mappings.extension")
                        : words.say("channels.mappings.edit", words.field(source.field())));
        setWidth("520px");
        setMaxWidth("calc(100vw - 32px)");
        Div form = Parts.div("form stacked");
        if (source == null) {
            name.setLabel(words.say("channels.mappings.name"));
            name.setHelperText(words.say("channels.mappings.name.help"));
            name.setMaxLength(40);
            form.add(name);
        }
        from.setLabel(words.say("channels.mappings.from"));
        from.setHelperText(words.say(
                source != null && source.from().isEmpty() && !source.text().isEmpty()
                        ? "channels.mappings.from.composed"
                        : "channels.mappings.from.help"));
        from.setValue(source == null ? "" : String.join("\n", source.from()));
        from.addClassName("mono");
        from.setMinHeight("96px");
        form.add(from);
        if (source != null && source.field().equals("status")) {
            form.add(values(source));
        }
        add(form);
        getFooter()
                .add(
                        Buttons.plain(words.say("channels.mappings.edit.keep"), this::close),
                        Buttons.primary(words.say("channels.mappings.edit.do"), this::save));
    }

    private Div values(FieldSource status) {
        Element body = new Element("tbody");
        status.values()
                .forEach((word, stands) -> body.appendChild(new Element("tr")
                        .appendChild(
                                Parts.element("td", word),
                                Parts.element("td", words.say("channels.status." + stands)))));
        theirs.setLabel(words.say("channels.mappings.theirs"));
        theirs.setMaxLength(80);
        ours.setLabel(words.say("channels.mappings.ours"));
        ours.setItems(SourceStatus.values());
        ours.setItemLabelGenerator(one -> words.say("channels.status." + one));
        return new Div(
                Parts.scrolling(
                        "run-items",
                        words.say("channels.mappings.words"),
                        Parts.table(
                                "table",
                                body,
                                words.say("channels.mappings.theirs"),
                                words.say("channels.mappings.ours"))),
                Parts.div("row pair", theirs, ours));
    }

    private void save() {
        try {
            if (saveSources() & saveValue()) {
                close();
                changed.run();
            }
        } catch (MappingFault fault) {
            from.setErrorMessage(words.wrong(fault));
            from.setInvalid(true);
        }
    }

    private boolean saveSources() {
        List<String> wanted = from.getValue()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        if (source == null) {
            boolean named = name.getValue().matches("[A-Za-z][A-Za-z0-9_]{0,39}");
            name.setErrorMessage(words.say("channels.mappings.name.help"));
            name.setInvalid(!named);
            return named && filled(wanted) && change("ext." + name.getValue(), wanted);
        }
        if (wanted.equals(source.from())) {
            return true;
        }
        return (source.field().contains("ext.") || filled(wanted)) && change(source.field(), wanted);
    }

    private boolean filled(List<String> wanted) {
        from.setErrorMessage(words.say("channels.mappings.from.missing"));
        from.setInvalid(wanted.isEmpty());
        return !wanted.isEmpty();
    }

    private boolean change(String field, List<String> wanted) {
        mappings.changeSource(channel, field, wanted);
        return true;
    }

    private boolean saveValue() {
        if (source == null || theirs.getValue().isBlank()) {
            return true;
        }
        ours.setErrorMessage(words.say("channels.mappings.ours.missing"));
        ours.setInvalid(ours.getValue() == null);
        if (ours.getValue() == null) {
            return false;
        }
        mappings.addValue(
                channel,
                source.field(),
                theirs.getValue().strip(),
                ours.getValue().name());
        return true;
    }
}
