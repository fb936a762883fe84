package com.dingshu.notifications;

import com.dingshu.notifications.MessageGateway.Due;
import com.dingshu.notifications.NotificationsConfiguration.ChosenWay;
import com.dingshu.notifications.WayOut.Outcome;
import com.dingshu.notifications.WayOut.Outgoing;
import com.dingshu.tenancy.Actor;
import com.dingshu.tenancy.Permission;
import com.dingshu.tenancy.Retrying;
import com.dingshu.tenancy.TenantKeys;
import com.dingshu.tenancy.TenantWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Sends what waits, tries again what failed for a while, and erases secrets whose time is over. */
@Component
class MessageWork implements TenantWork {

    static final String KIND = "messages";

    private static final int PORTION = 50;
    private static final int MOST_ATTEMPTS = 8;
    private static final Duration CLAIM = Duration.ofMinutes(2);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(20);
    private static final int LONGEST_PROBLEM = 300;

    private final MessageGateway gateway;
    private final MessageTemplates templates;
    private final ChosenWay chosen;
    private final TenantKeys keys;
    private final Retrying retrying;
    private final JsonMapper json;
    private final Clock clock;

    MessageWork(
            MessageGateway gateway,
            MessageTemplates templates,
            ChosenWay chosen,
            TenantKeys keys,
            Retrying retrying,
            JsonMapper json,
            Clock clock) {
        this.gateway = gateway;
        this.templates = templates;
        this.chosen = chosen;
        this.keys = keys;
        this.retrying = retrying;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Actor actor() {
        return Actor.job("messages", Permission.FACTS_RECORD);
    }

    @Override
    public boolean pending() {
        return gateway.anyDue(clock.instant());
    }

    @Override
    public int drain() {
        List<Due> due = gateway.due(clock.instant(), PORTION);
        due.forEach(this::deal);
        return due.size();
    }

    private void deal(Due due) {
        Instant now = clock.instant();
        boolean expired = due.expiresAt() != null && !due.expiresAt().isAfter(now);
        byte[] body = due.body();
        if (due.state() != MessageState.WAITING || body == null) {
            retrying.inTransaction(() -> gateway.erase(due.id()));
        } else if (!due.deliver()) {
            end(due, MessageState.WITHHELD, null);
        } else if (expired) {
            end(due, MessageState.EXPIRED, null);
        } else if (retrying.inTransaction(() -> gateway.claim(due, now.plus(CLAIM)))) {
            send(due, json.readValue(keys.decrypt(body, Messages.context(due.id())), Message.class));
        }
    }

    private void send(Due due, Message message) {
        Outgoing outgoing = new Outgoing(
                due.id().toString(),
                message.template(),
                message.language(),
                message.phone(),
                templates.text(message),
                message.params());
        switch (chosen.way().send(outgoing)) {
            case Outcome.Sent sent -> sent(due, sent.providerId());
            case Outcome.Refused refused -> end(due, MessageState.FAILED, refused.reason());
            case Outcome.Later later
            when due.attempts() + 1 >= MOST_ATTEMPTS -> end(due, MessageState.FAILED, later.reason());
            case Outcome.Later later -> later(due, later.reason());
        }
    }

    private void sent(Due due, String providerId) {
        Instant now = clock.instant();
        retrying.inTransaction(() -> {
            Instant eraseAt = due.secret() && chosen.readable() ? due.expiresAt() : null;
            gateway.settle(due.id(), MessageState.SENT, chosen.way().name(), providerId, null, now, eraseAt);
            if (due.secret() && !chosen.readable()) {
                gateway.erase(due.id());
            }
        });
    }

    private void later(Due due, String reason) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << due.attempts());
        Instant again = clock.instant().plus(pause);
        Instant at = due.expiresAt() != null && due.expiresAt().isBefore(again) ? due.expiresAt() : again;
        retrying.inTransaction(() ->
                gateway.settle(due.id(), MessageState.WAITING, chosen.way().name(), null, shortened(reason), null, at));
    }

    /** Nothing more is tried; the text goes. */
    private void end(Due due, MessageState state, @Nullable String problem) {
        retrying.inTransaction(() -> {
            gateway.settle(due.id(), state, null, null, problem == null ? null : shortened(problem), null, null);
            if (due.secret()) {
                gateway.erase(due.id());
            }
        });
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_PROBLEM ? text : text.substring(0, LONGEST_PROBLEM);
    }
}
