package com.dingshu.channels.ui;

import com.dingshu.channels.InboxQueries;
import com.dingshu.channels.Whereabouts;
import com.dingshu.tenancy.Permission;
import com.dingshu.uikit.Icon;
import com.dingshu.uikit.Search;
import java.util.List;
import org.springframework.stereotype.Component;

/** Finds payloads that are no order yet by the channel's order number; orders answer for the others themselves. */
@Component
class InboxSearch implements Search {

    private static final int SHORTEST = 6;

    private final InboxQueries inbox;
    private final ChannelWords words;

    InboxSearch(InboxQueries inbox, ChannelWords words) {
        this.inbox = inbox;
        this.words = words;
    }

    @Override
    public List<Hit> find(String text, int limit) {
        if (text.strip().length() < SHORTEST || !Parts.may(Permission.CHANNELS_VIEW)) {
            return List.of();
        }
        Whereabouts found = inbox.whereIs(text);
        return found.answer() == Whereabouts.Answer.APPLIED
                ? List.of()
                : found.payloads().reversed().stream()
                        .limit(Math.min(limit, 1))
                        .map(row -> new Hit(Icon.INBOX, words.number(row), words.heading(row), "inbox/" + row.id()))
                        .toList();
    }
}
