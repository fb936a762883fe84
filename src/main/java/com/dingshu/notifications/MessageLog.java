package com.dingshu.notifications;

import com.dingshu.notifications.MessageGateway.Logged;
import com.dingshu.notifications.NotificationsConfiguration.ChosenWay;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Requires;
import com.dingshu.tenancy.TenantKeys;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** What was sent to customers and what became of it. */
@Service
@Transactional(readOnly = true)
public class MessageLog {

    private final MessageGateway gateway;
    private final MessageTemplates templates;
    private final ChosenWay chosen;
    private final TenantKeys keys;
    private final JsonMapper json;
    private final Clock clock;

    MessageLog(
            MessageGateway gateway,
            MessageTemplates templates,
            ChosenWay chosen,
            TenantKeys keys,
            JsonMapper json,
            Clock clock) {
        this.gateway = gateway;
        this.templates = templates;
        this.chosen = chosen;
        this.keys = keys;
        this.json = json;
        this.clock = clock;
    }

    /** The newest messages before a given one (null for the first page). */
    @Requires(Permission.MESSAGES_VIEW)
    public List<MessageRow> newest(@Nullable UUID before, int most) {
        return gateway.newest(before, most).stream().map(this::readable).toList();
    }

    @Requires(Permission.MESSAGES_VIEW)
    public List<MessageRow> byIds(List<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : gateway.byIds(ids).stream().map(this::readable).toList();
    }

    /** Whether messages are shown here instead of being sent. */
    @Requires(Permission.MESSAGES_VIEW)
    public boolean onScreenOnly() {
        return chosen.readable();
    }

    private MessageRow readable(Logged logged) {
        MessageRow row = logged.row();
        return new MessageRow(
                row.id(),
                row.template(),
                row.to(),
                row.subjectType(),
                row.subject(),
                text(logged),
                row.state(),
                row.way(),
                row.problem(),
                row.createdAt(),
                row.sentAt(),
                row.expiresAt());
    }

    /** A secret is readable on the demonstration's screen only, and there no longer than it is worth something. */
    private @Nullable String text(Logged logged) {
        MessageRow row = logged.row();
        byte[] body = logged.body();
        boolean over = row.expiresAt() != null && !row.expiresAt().isAfter(clock.instant());
        if (body == null || over || logged.secret() && !(chosen.readable() && row.state() == MessageState.SENT)) {
            return null;
        }
        return templates.text(json.readValue(keys.decrypt(body, Messages.context(row.id())), Message.class));
    }
}
