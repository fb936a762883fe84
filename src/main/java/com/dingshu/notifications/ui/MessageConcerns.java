package com.dingshu.notifications.ui;

import com.dingshu.notifications.MessageLog;
import com.dingshu.notifications.MessageState;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Permission;
import com.dingshu.uikit.Concerns;
import com.dingshu.uikit.Texts;
import com.vaadin.flow.component.UI;
import java.util.List;
import org.springframework.stereotype.Component;

/** Messages that did not get through. */
@Component
class MessageConcerns implements Concerns {

    private final MessageLog log;
    private final Texts texts;

    MessageConcerns(MessageLog log, Texts texts) {
        this.log = log;
        this.texts = texts;
    }

    @Override
    public List<Concern> now() {
        int failed = Acting.current().actor().may(Permission.MESSAGES_VIEW) ? log.count(MessageState.FAILED) : 0;
        return failed == 0
                ? List.of()
                : List.of(new Concern(
                        1,
                        say("notifications.concern.failed"),
                        say("notifications.concern.failed.why"),
                        failed,
                        MessageLog.MOST_COUNTED,
                        "outbox?state=failed"));
    }

    private String say(String key) {
        return texts.in(UI.getCurrent().getLocale(), key);
    }
}
