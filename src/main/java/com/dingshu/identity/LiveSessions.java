package com.dingshu.identity;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The open sessions on this node by person, so that those of a changed person end at once and their screens go dark
 * without waiting for a click. Other nodes notice with the person's next request.
 */
@Component
public class LiveSessions {

    private static final String MARK = LiveSessions.class.getName();

    private final ConcurrentHashMap<Owner, Set<HttpSession>> open = new ConcurrentHashMap<>();

    private record Owner(int tenantId, UUID userId) {}

    /** Remembers that the session is this person's, for as long as it lives. */
    public void opened(HttpSession session, SignedInUser user) {
        session.setAttribute(MARK, new Mark(new Owner(user.tenantId(), user.userId())));
    }

    @TransactionalEventListener(fallbackExecution = true)
    void end(AccessChanged change) {
        List.copyOf(open.getOrDefault(new Owner(change.tenantId(), change.userId()), Set.of()))
                .forEach(LiveSessions::end);
    }

    private static void end(HttpSession session) {
        try {
            session.invalidate();
        } catch (IllegalStateException over) {
            // it ended by itself meanwhile
        }
    }

    private final class Mark implements HttpSessionBindingListener {

        private final Owner owner;

        Mark(Owner owner) {
            this.owner = owner;
        }

        @Override
        public void valueBound(HttpSessionBindingEvent event) {
            open.computeIfAbsent(owner, key -> ConcurrentHashMap.newKeySet()).add(event.getSession());
        }

        @Override
        public void valueUnbound(HttpSessionBindingEvent event) {
            open.computeIfPresent(owner, (key, sessions) -> {
                sessions.remove(event.getSession());
                return sessions.isEmpty() ? null : sessions;
            });
        }
    }
}
