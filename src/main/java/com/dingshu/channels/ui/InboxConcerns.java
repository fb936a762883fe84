package com.dingshu.channels.ui;

import com.dingshu.channels.InboxQueries;
import com.dingshu.channels.IntakeAlert;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Permission;
import com.dingshu.uikit.Concerns;
import com.dingshu.uikit.Texts;
import com.vaadin.flow.component.UI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Raw orders that wait for a repair, and pushes that were refused: each may be an order nobody sees. */
@Component
class InboxConcerns implements Concerns {

    private static final Duration REFUSED_WITHIN = Duration.ofDays(1);

    private final InboxQueries inbox;
    private final Texts texts;
    private final Clock clock;

    InboxConcerns(InboxQueries inbox, Texts texts, Clock clock) {
        this.inbox = inbox;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public List<Concern> now() {
        return Acting.current().actor().may(Permission.CHANNELS_VIEW)
                ? Stream.of(repair(), refused()).flatMap(Optional::stream).toList()
                : List.of();
    }

    private Optional<Concern> repair() {
        return concern(2, "channels.concern.repair", inbox.count(InboxTab.REPAIR.filter()), "inbox");
    }

    /** What was refused at the door within a day; a shop's pane names each. */
    private Optional<Concern> refused() {
        int times = inbox.alerts(clock.instant().minus(REFUSED_WITHIN)).stream()
                .mapToInt(IntakeAlert::times)
                .sum();
        return concern(2, "channels.concern.refused", Math.min(times, InboxQueries.MOST_COUNTED + 1), "shops");
    }

    private Optional<Concern> concern(int level, String key, int count, String path) {
        return count == 0
                ? Optional.empty()
                : Optional.of(new Concern(level, say(key), say(key + ".why"), count, InboxQueries.MOST_COUNTED, path));
    }

    private String say(String key) {
        return texts.in(UI.getCurrent().getLocale(), key);
    }
}
