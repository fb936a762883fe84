package com.dingshu.notifications;

import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Db;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes {@code message}. */
@Repository
class MessageGateway {

    private static final String LOGGED = """
            select id, template, to_masked, subject_type, subject, secret, state, way, problem, created_at, sent_at,
              expires_at, body
            from message where tenant_id = :tenant""";

    private final JdbcClient jdbc;

    MessageGateway(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param problem known from the start: then it is not sent */
    record NewMessage(
            UUID id,
            Message message,
            String toMasked,
            String subjectType,
            String subject,
            String onceKey,
            boolean secret,
            boolean deliver,
            @Nullable String problem,
            @Nullable Instant expiresAt) {}

    /** A row something is to be done with. */
    @SuppressWarnings("ArrayRecordComponent")
    record Due(
            UUID id,
            MessageState state,
            boolean secret,
            boolean deliver,
            int attempts,
            byte @Nullable [] body,
            @Nullable Instant expiresAt) {}

    /** A row of the log, its text still sealed. */
    @SuppressWarnings("ArrayRecordComponent")
    record Logged(MessageRow row, boolean secret, byte @Nullable [] body) {}

    boolean insert(NewMessage message, byte[] body, Instant now) {
        boolean failed = message.problem() != null;
        try {
            return jdbc.sql("""
                            insert into message (tenant_id, id, template, to_masked, subject_type, subject, once_key,
                              secret, deliver, state, problem, attempts, due_at, expires_at, created_at, body)
                            values (:tenant, :id, :template, :to, :subjectType, :subject, :once,
                              :secret, :deliver, :state, :problem, 0, :due, :expires, :now, :body)""")
                            .param("tenant", tenant())
                            .param("id", Db.uuid(message.id()))
                            .param("template", message.message().template())
                            .param("to", message.toMasked())
                            .param("subjectType", message.subjectType())
                            .param("subject", message.subject())
                            .param("once", message.onceKey())
                            .param("secret", message.secret())
                            .param("deliver", message.deliver())
                            .param("state", (failed ? MessageState.FAILED : MessageState.WAITING).name())
                            .param("problem", message.problem())
                            .param("due", failed ? null : Db.time(now))
                            .param("expires", Db.timeOrNull(message.expiresAt()))
                            .param("now", Db.time(now))
                            .param("body", body)
                            .update()
                    == 1;
        } catch (DuplicateKeyException writtenBefore) {
            return false;
        }
    }

    boolean anyDue(Instant now) {
        return jdbc.sql("select 1 from message where tenant_id = :tenant and due_at <= :now limit 1")
                .param("tenant", tenant())
                .param("now", Db.time(now))
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    List<Due> due(Instant now, int most) {
        return jdbc.sql("""
                select id, state, secret, deliver, attempts, body, expires_at from message
                where tenant_id = :tenant and due_at <= :now
                order by due_at limit :most""")
                .param("tenant", tenant())
                .param("now", Db.time(now))
                .param("most", most)
                .query((row, n) -> new Due(
                        Db.uuid(row, "id"),
                        MessageState.valueOf(row.getString("state")),
                        row.getBoolean("secret"),
                        row.getBoolean("deliver"),
                        row.getInt("attempts"),
                        row.getBytes("body"),
                        Db.instantOrNull(row, "expires_at")))
                .list();
    }

    /**
     * Takes a row for one attempt; until {@code again} nobody else tries.
     *
     * @return false when another was faster
     */
    boolean claim(Due due, Instant again) {
        return jdbc.sql("""
                        update message set attempts = attempts + 1, due_at = :again
                        where tenant_id = :tenant and id = :id and state = 'WAITING' and attempts = :attempts""")
                        .param("tenant", tenant())
                        .param("id", Db.uuid(due.id()))
                        .param("attempts", due.attempts())
                        .param("again", Db.time(again))
                        .update()
                == 1;
    }

    /** @param dueAt when something is to be done with it again, or null */
    void settle(
            UUID id,
            MessageState state,
            @Nullable String way,
            @Nullable String providerId,
            @Nullable String problem,
            @Nullable Instant sentAt,
            @Nullable Instant dueAt) {
        jdbc.sql("""
                update message set state = :state, way = :way, provider_id = :provider, problem = :problem,
                  sent_at = :sent, due_at = :due
                where tenant_id = :tenant and id = :id""")
                .param("tenant", tenant())
                .param("id", Db.uuid(id))
                .param("state", state.name())
                .param("way", way)
                .param("provider", providerId)
                .param("problem", problem)
                .param("sent", Db.timeOrNull(sentAt))
                .param("due", Db.timeOrNull(dueAt))
                .update();
    }

    /** The text is gone for good. */
    void erase(UUID id) {
        jdbc.sql("update message set body = null, due_at = null where tenant_id = :tenant and id = :id")
                .param("tenant", tenant())
                .param("id", Db.uuid(id))
                .update();
    }

    List<Logged> newest(@Nullable MessageState only, @Nullable UUID before, int most) {
        return jdbc.sql(LOGGED
                        + (only == null ? "" : " and state = :state")
                        + (before == null ? "" : " and id < :before")
                        + " order by id desc limit :most")
                .param("tenant", tenant())
                .param("state", only == null ? null : only.name())
                .param("before", before == null ? null : Db.uuid(before))
                .param("most", most)
                .query(MessageGateway::logged)
                .list();
    }

    List<Logged> byIds(List<UUID> ids) {
        return jdbc.sql(LOGGED + " and id in (:ids)")
                .param("tenant", tenant())
                .param("ids", ids.stream().map(Db::uuid).toList())
                .query(MessageGateway::logged)
                .list();
    }

    /** Counted to a limit. */
    int count(MessageState state, int most) {
        return jdbc.sql("""
                select count(*) from (
                  select 1 as one from message where tenant_id = :tenant and state = :state limit :most) as counted""")
                .param("tenant", tenant())
                .param("state", state.name())
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    /** Lets a failed message wait again as if it had never been tried; false when it is not there or has not failed. */
    boolean tryAgain(UUID id, Instant now) {
        return jdbc.sql("""
                        update message set state = 'WAITING', attempts = 0, problem = null, way = null, due_at = :now
                        where tenant_id = :tenant and id = :id and state = 'FAILED' and secret = false
                          and body is not null""")
                        .param("tenant", tenant())
                        .param("id", Db.uuid(id))
                        .param("now", Db.time(now))
                        .update()
                == 1;
    }

    private static Logged logged(ResultSet row, int n) throws SQLException {
        MessageRow message = new MessageRow(
                Db.uuid(row, "id"),
                Objects.requireNonNull(row.getString("template")),
                Objects.requireNonNull(row.getString("to_masked")),
                Objects.requireNonNull(row.getString("subject_type")),
                Objects.requireNonNull(row.getString("subject")),
                null,
                Map.of(),
                MessageState.valueOf(row.getString("state")),
                row.getString("way"),
                row.getString("problem"),
                Db.instant(row, "created_at"),
                Db.instantOrNull(row, "sent_at"),
                Db.instantOrNull(row, "expires_at"),
                false);
        return new Logged(message, row.getBoolean("secret"), row.getBytes("body"));
    }

    private static int tenant() {
        return Acting.current().tenantId();
    }
}
