package com.dingshu.notifications.ui;

import com.dingshu.notifications.MessageRow;
import com.dingshu.notifications.MessageState;
import com.dingshu.shared.Sentence;
import com.dingshu.uikit.Formats;
import com.dingshu.uikit.Marks;
import com.dingshu.uikit.Texts;
import com.vaadin.flow.component.UI;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How messages and their states are said, the same in the list, on the card and in the pane. */
@Component
class MessageWords {

    private final Texts texts;
    private final Formats formats;
    private final Clock clock;

    MessageWords(Texts texts, Formats formats, Clock clock) {
        this.texts = texts;
        this.formats = formats;
        this.clock = clock;
    }

    String say(String key, Object... args) {
        return texts.in(UI.getCurrent().getLocale(), key, args);
    }

    Formats formats() {
        return formats;
    }

    String template(MessageRow message) {
        String key = "notifications.template." + message.template();
        String words = say(key);
        return words.equals(key) ? message.template() : words;
    }

    String state(MessageRow message) {
        return say("notifications.state." + message.state());
    }

    Marks.Tone tone(MessageState state) {
        return switch (state) {
            case FAILED -> Marks.Tone.RED;
            case WAITING -> Marks.Tone.AMBER;
            case SENT -> Marks.Tone.NONE;
            case EXPIRED, WITHHELD -> Marks.Tone.GREY;
        };
    }

    /** The words if they may be read, else why they may not. */
    String text(MessageRow message) {
        if (message.text() != null) {
            return message.text();
        }
        boolean over = message.expiresAt() != null && !message.expiresAt().isAfter(clock.instant());
        return say(over ? "notifications.text.over" : "notifications.text.hidden");
    }

    /** The provider's words, or ours in the reader's language. */
    String problem(String stored) {
        return Sentence.told(stored, this::say);
    }

    /** What went wrong, or until when it is worth something. */
    @Nullable
    String remark(MessageRow message) {
        if (message.problem() != null) {
            return problem(message.problem());
        }
        return message.expiresAt() == null ? null : say("notifications.until", formats.exactTime(message.expiresAt()));
    }
}
