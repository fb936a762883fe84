package com.dingshu.tenancy;

import com.dingshu.shared.Ids;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The trace of acts that change no business row and must be answered for all the same: contact data shown in clear,
 * exports, prints, sign-ins, overrides. It can be added to and read, nothing else.
 */
@Service
public class OperationLog {

    private final JdbcClient jdbc;
    private final Clock clock;

    OperationLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One line of the log; {@code manual} marks interventions by hand (overrides, forced steps). */
    public record Entry(
            UUID id,
            Instant at,
            String actorKind,
            String actorName,
            String action,
            String subjectType,
            String subject,
            @Nullable String reason,
            @Nullable String detail,
            @Nullable String device,
            boolean manual) {}

    /** Records that the current actor did something, with the reason and device it is bound to. */
    public void record(String action, String subjectType, String subject, @Nullable String detail) {
        insert(action, subjectType, subject, detail, false);
    }

    /** Records an intervention by hand: something was overridden, forced or corrected. */
    public void recordManual(String action, String subjectType, String subject, @Nullable String detail) {
        insert(action, subjectType, subject, detail, true);
    }

    /** The newest entries before a given one (null for the first page). */
    @Requires(Permission.OPERATION_LOG_VIEW)
    @Transactional(readOnly = true)
    public List<Entry> newest(boolean manualOnly, @Nullable UUID before, int most) {
        return jdbc.sql("""
                select id, at, actor_kind, actor_name, action, subject_type, subject, reason, detail, device, manual
                from operation_log
                where tenant_id = :tenant and (:manual = 0 or manual = 1) and (:before is null or id < :before)
                order by id desc limit :most""")
                .param("tenant", Acting.current().tenantId())
                .param("manual", manualOnly ? 1 : 0)
                .param("before", before == null ? null : Db.uuid(before))
                .param("most", most)
                .query((row, n) -> new Entry(
                        Db.uuid(row, "id"),
                        Db.instant(row, "at"),
                        row.getString("actor_kind"),
                        row.getString("actor_name"),
                        row.getString("action"),
                        row.getString("subject_type"),
                        row.getString("subject"),
                        row.getString("reason"),
                        row.getString("detail"),
                        row.getString("device"),
                        row.getBoolean("manual")))
                .list();
    }

    private void insert(String action, String subjectType, String subject, @Nullable String detail, boolean manual) {
        Acting acting = Acting.current();
        Actor actor = acting.actor();
        jdbc.sql("""
                insert into operation_log (tenant_id, id, at, actor_kind, actor_id, actor_name, action, subject_type,
                  subject, reason, detail, device, request_id, manual)
                values (:tenant, :id, :at, :kind, :actor, :name, :action, :type,
                  :subject, :reason, :detail, :device, :request, :manual)""")
                .param("tenant", acting.tenantId())
                .param("id", Db.uuid(Ids.next()))
                .param("at", Db.time(clock.instant()))
                .param("kind", actor.kind().name())
                .param("actor", actor.userId() == null ? null : Db.uuid(actor.userId()))
                .param("name", actor.name())
                .param("action", action)
                .param("type", subjectType)
                .param("subject", subject)
                .param("reason", acting.reason())
                .param("detail", detail)
                .param("device", actor.device())
                .param("request", acting.requestId())
                .param("manual", manual)
                .update();
    }
}
