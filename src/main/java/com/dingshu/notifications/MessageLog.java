package com.dingshu.notifications;

import com.dingshu.notifications.MessageGateway.Logged;
import com.dingshu.notifications.NotificationsConfiguration.ChosenWay;
import com.dingshu.shared.Phone;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Doorbell;
import com.dingshu.tenancy.OperationLog;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Requires;
import com.dingshu.tenancy.TenantKeys;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** What was sent to customers and what became of it. */
@Service
@Transactional(readOnly = true)
public class MessageLog {

    /** Counts beyond this are shown as “more than”. */
    public static final int MOST_COUNTED = 1_000;

    private final MessageGateway gateway;
    private final MessageTemplates templates;
    private final ChosenWay chosen;
    private final TenantKeys keys;
    private final OperationLog log;
    private final Doorbell doorbell;
    private final JsonMapper json;
    private final Clock clock;

    MessageLog(
            MessageGateway gateway,
            MessageTemplates templates,
            ChosenWay chosen,
            TenantKeys keys,
            OperationLog log,
            Doorbell doorbell,
            JsonMapper json,
            Clock clock) {
        this.gateway = gateway;
        this.templates = templates;
        this.chosen = chosen;
        this.keys = keys;
        this.log = log;
        this.doorbell = doorbell;
        this.json = json;
        this.clock = clock;
    }

    /** The newest messages before a given one (null for the first page). */
    @Requires(Permission.MESSAGES_VIEW)
    public List<MessageRow> newest(@Nullable UUID before, int most) {
        return newest(null, before, most);
    }

    /** The same, of one state only where one is named. */
    @Requires(Permission.MESSAGES_VIEW)
    public List<MessageRow> newest(@Nullable MessageState only, @Nullable UUID before, int most) {
        return gateway.newest(only, before, most).stream().map(this::readable).toList();
    }

    @Requires(Permission.MESSAGES_VIEW)
    public List<MessageRow> byIds(List<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : gateway.byIds(ids).stream().map(this::readable).toList();
    }

    /** How many are in a state; one more than {@link #MOST_COUNTED} stands for all beyond. */
    @Requires(Permission.MESSAGES_VIEW)
    public int count(MessageState state) {
        return gateway.count(state, MOST_COUNTED + 1);
    }

    /** Whether messages are shown here instead of being sent. */
    @Requires(Permission.MESSAGES_VIEW)
    public boolean onScreenOnly() {
        return chosen.readable();
    }

    /**
     * Sends a failed message once more, to the same number with the same words. Secrets are never sent again: they are
     * asked for anew.
     *
     * @return false when it has not failed, is gone, or the number takes no messages
     */
    @Requires(Permission.MESSAGES_RESEND)
    @Transactional
    public boolean resend(UUID id) {
        return gateway.byIds(List.of(id)).stream()
                .map(this::readable)
                .filter(MessageRow::resendable)
                .filter(row -> gateway.tryAgain(id, clock.instant()))
                .peek(row -> {
                    log.record("message.resent", "message", row.to(), row.subject());
                    doorbell.ring(MessageWork.KIND, Acting.current().tenantId());
                })
                .findFirst()
                .isPresent();
    }

    private MessageRow readable(Logged logged) {
        MessageRow row = logged.row();
        Optional<Message> message = opened(logged);
        return new MessageRow(
                row.id(),
                row.template(),
                row.to(),
                row.subjectType(),
                row.subject(),
                message.map(templates::text).orElse(null),
                message.map(Message::params).orElse(Map.of()),
                row.state(),
                row.way(),
                row.problem(),
                row.createdAt(),
                row.sentAt(),
                row.expiresAt(),
                !logged.secret()
                        && row.state() == MessageState.FAILED
                        && message.filter(MessageLog::reachable).isPresent());
    }

    private static boolean reachable(Message message) {
        return Phone.parse(message.phone(), "CN").filter(Phone::takesMessages).isPresent();
    }

    /** A secret is readable on the demonstration's screen only, and there no longer than it is worth something. */
    private Optional<Message> opened(Logged logged) {
        MessageRow row = logged.row();
        byte[] body = logged.body();
        boolean over = row.expiresAt() != null && !row.expiresAt().isAfter(clock.instant());
        if (body == null || over || logged.secret() && !(chosen.readable() && row.state() == MessageState.SENT)) {
            return Optional.empty();
        }
        return Optional.of(json.readValue(keys.decrypt(body, Messages.context(row.id())), Message.class));
    }
}
