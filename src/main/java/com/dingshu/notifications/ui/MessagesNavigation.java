package com.dingshu.notifications.ui;

import com.dingshu.notifications.MessageLog;
import com.dingshu.notifications.MessageState;
import com.dingshu.tenancy.Permission;
import com.dingshu.uikit.Icon;
import com.dingshu.uikit.Navigation;
import com.dingshu.uikit.NavigationEntry;
import com.dingshu.uikit.NavigationEntry.Badge;
import com.dingshu.uikit.NavigationEntry.Group;
import java.util.List;
import org.springframework.stereotype.Component;

/** The way to the outbox, with the number of messages that did not get through. */
@Component
public class MessagesNavigation implements Navigation {

    private final MessageLog log;

    MessagesNavigation(MessageLog log) {
        this.log = log;
    }

    @Override
    public List<NavigationEntry> entries() {
        return List.of(
                NavigationEntry.of("notifications.outbox.title", Icon.MESSAGE_SQUARE_TEXT, "outbox", Group.BUSINESS, 30)
                        .needs(Permission.MESSAGES_VIEW)
                        .badge(() -> Badge.alarm(log.count(MessageState.FAILED))));
    }
}
