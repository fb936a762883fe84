package com.dingshu.channels.ui;

import com.dingshu.channels.mapping.FieldSource;
import com.dingshu.uikit.Buttons;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What two versions of a mapping read differently. */
final class CompareDialog extends Dialog {

    CompareDialog(
            Map<String, FieldSource> current,
            Map<String, FieldSource> other,
            int currentNumber,
            int otherNumber,
            List<String> changes,
            ChannelWords words) {
        setHeaderTitle(words.say("channels.versions.compare.title", otherNumber, currentNumber));
        setWidth("720px");
        setMaxWidth("calc(100vw - 32px)");
        if (changes.isEmpty()) {
            add(new Paragraph(words.say("channels.versions.same")));
        } else {
            Element body = new Element("tbody");
            changes.forEach(field -> body.appendChild(new Element("tr")
                    .appendChild(
                            Parts.element("td", words.field(field)),
                            cell(current.get(field)),
                            cell(other.get(field)))));
            add(Parts.scrolling(
                    "run-items",
                    words.say("channels.versions.compare"),
                    Parts.table(
                            "table mapping",
                            body,
                            words.say("channels.reading.field"),
                            words.say("channels.reading.current", currentNumber),
                            words.say("channels.version", otherNumber))));
        }
        getFooter().add(Buttons.plain(words.say("channels.close"), this::close));
    }

    private static Element cell(@Nullable FieldSource source) {
        Element cell = new Element("td");
        cell.getClassList().add("wrap");
        if (source == null) {
            cell.setText("–");
            return cell;
        }
        Element text = Parts.element("span", source.text());
        text.getClassList().add("source");
        cell.appendChild(text);
        source.values().forEach((theirs, ours) -> {
            Element value = Parts.element("small", " " + theirs + " → " + ours);
            cell.appendChild(value);
        });
        return cell;
    }
}
