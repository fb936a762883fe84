package com.dingshu.channels.ui;

import com.dingshu.channels.InboxFilter;
import com.dingshu.channels.RawState;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** The inbox' saved views. */
enum InboxTab {
    REPAIR(RawState.REJECTED, RawState.DEAD, RawState.FAILED),
    IN(RawState.APPLIED, RawState.REPLAYED),
    AGAIN(RawState.DUPLICATE, RawState.SUPERSEDED),
    DEAD(RawState.DEAD),
    DROPPED(RawState.DISCARDED),
    ALL(RawState.values());

    private final Set<RawState> states;

    InboxTab(RawState... states) {
        this.states = Set.of(states);
    }

    Set<RawState> states() {
        return states;
    }

    InboxFilter filter() {
        return InboxFilter.of(states);
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static InboxTab of(String key) {
        return Arrays.stream(values())
                .filter(tab -> tab.key().equals(key))
                .findFirst()
                .orElse(REPAIR);
    }
}
