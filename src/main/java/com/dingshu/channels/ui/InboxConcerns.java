package com.dingshu.channels.ui;

import com.dingshu.channels.InboxQueries;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Permission;
import com.dingshu.uikit.Concerns;
import com.dingshu.uikit.Texts;
import com.vaadin.flow.component.UI;
import java.util.List;
import org.springframework.stereotype.Component;

/** Raw orders that wait for a repair: each may be an order nobody sees. */
@Component
class InboxConcerns implements Concerns {

    private final InboxQueries inbox;
    private final Texts texts;

    InboxConcerns(InboxQueries inbox, Texts texts) {
        this.inbox = inbox;
        this.texts = texts;
    }

    @Override
    public List<Concern> now() {
        boolean sees = Acting.current().actor().may(Permission.CHANNELS_VIEW);
        int waiting = sees ? inbox.count(InboxTab.REPAIR.filter()) : 0;
        return waiting == 0
                ? List.of()
                : List.of(new Concern(
                        2,
                        say("channels.concern.repair"),
                        say("channels.concern.repair.why"),
                        waiting,
                        InboxQueries.MOST_COUNTED,
                        "inbox"));
    }

    private String say(String key) {
        return texts.in(UI.getCurrent().getLocale(), key);
    }
}
