package com.dingshu.channels.ui;

import com.dingshu.channels.InboxQueries;
import com.dingshu.tenancy.Permission;
import com.dingshu.uikit.Icon;
import com.dingshu.uikit.Navigation;
import com.dingshu.uikit.NavigationEntry;
import java.util.List;
import org.springframework.stereotype.Component;

/** The ways to the channels' screens; the inbox counts what waits for a repair. */
@Component
public class ChannelsNavigation implements Navigation {

    private final InboxQueries inbox;

    ChannelsNavigation(InboxQueries inbox) {
        this.inbox = inbox;
    }

    @Override
    public List<NavigationEntry> entries() {
        return List.of(
                NavigationEntry.of("channels.nav.shops", Icon.STORE, "shops", NavigationEntry.Group.CHANNELS, 10)
                        .needs(Permission.CHANNELS_VIEW),
                NavigationEntry.of("channels.nav.inbox", Icon.INBOX, "inbox", NavigationEntry.Group.CHANNELS, 20)
                        .needs(Permission.CHANNELS_VIEW)
                        .badge(() -> NavigationEntry.Badge.alarm(inbox.count(InboxTab.REPAIR.filter())))
                        .key("g i"),
                NavigationEntry.of(
                                "channels.nav.mappings",
                                Icon.GIT_COMPARE_ARROWS,
                                "mappings",
                                NavigationEntry.Group.CHANNELS,
                                30)
                        .needs(Permission.CHANNELS_VIEW),
                NavigationEntry.of("channels.nav.imports", Icon.UPLOAD, "imports", NavigationEntry.Group.CHANNELS, 40)
                        .needs(Permission.CHANNELS_IMPORT));
    }
}
