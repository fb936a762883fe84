package com.dingshu.channels.ui;

import com.dingshu.channels.Mappings;
import com.dingshu.channels.mapping.MappingFault;
import com.dingshu.uikit.Buttons;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextArea;

/** The whole document, for those who write it; it becomes the draft. */
final class MappingTextDialog extends Dialog {

    private final String channel;
    private final Mappings mappings;
    private final ChannelWords words;
    private final Runnable changed;
    private final TextArea text = new TextArea();

    MappingTextDialog(String channel, String document, Mappings mappings, ChannelWords words, Runnable changed) {
        this.channel = channel;
        this.mappings = mappings;
        this.words = words;
        this.changed = changed;
        setHeaderTitle(words.say("channels.mappings.text"));
        setWidth("820px");
        setMaxWidth("calc(100vw - 32px)");
        text.setLabel(words.say("channels.mappings.document"));
        text.setValue(document);
        text.setMaxLength(100_000);
        text.setWidthFull();
        text.setHeight("56vh");
        text.addClassName("mono");
        add(text);
        getFooter()
                .add(
                        Buttons.plain(words.say("channels.mappings.edit.keep"), this::close),
                        Buttons.primary(words.say("channels.mappings.edit.do"), this::save));
    }

    private void save() {
        try {
            mappings.draft(channel, text.getValue());
        } catch (MappingFault fault) {
            text.setErrorMessage(words.wrong(fault));
            text.setInvalid(true);
            return;
        }
        close();
        changed.run();
    }
}
