package com.dingshu.tenancy;

import com.dingshu.shared.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
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

    private static final String SELECT = """
            select id, at, actor_kind, actor_id, actor_name, action, subject_type, subject, reason, detail, device, manual
            from operation_log where tenant_id = :tenant""";

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
            @Nullable UUID actorId,
            String actorName,
            String action,
            String subjectType,
            String subject,
            @Nullable String reason,
            @Nullable String detail,
            @Nullable String device,
            boolean manual) {}

    /**
     * Which entries are wanted.
     *
     * @param manualOnly interventions by hand alone
     * @param actorId those of one person alone
     */
    public record Filter(boolean manualOnly, @Nullable UUID actorId) {

        public static final Filter ALL = new Filter(false, null);
    }

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
    public List<Entry> newest(Filter filter, @Nullable UUID before, int most) {
        String sql = SELECT
                + (filter.manualOnly() ? " and manual = 1" : "")
                + (filter.actorId() == null ? "" : " and actor_id = :actor")
                + (before == null ? "" : " and id < :before")
                + " order by id desc limit :most";
        return jdbc.sql(sql)
                .param("tenant", Acting.current().tenantId())
                .param("actor", filter.actorId() == null ? null : Db.uuid(filter.actorId()))
                .param("before", before == null ? null : Db.uuid(before))
                .param("most", most)
                .query(OperationLog::entry)
                .list();
    }

    /** These entries, in any order. */
    @Requires(Permission.OPERATION_LOG_VIEW)
    @Transactional(readOnly = true)
    public List<Entry> byIds(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(SELECT + " and id in (:ids)")
                        .param("tenant", Acting.current().tenantId())
                        .param("ids", ids.stream().map(Db::uuid).toList())
                        .query(OperationLog::entry)
                        .list();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                Db.uuid(row, "id"),
                Db.instant(row, "at"),
                row.getString("actor_kind"),
                Db.uuidOrNull(row, "actor_id"),
                row.getString("actor_name"),
                row.getString("action"),
                row.getString("subject_type"),
                row.getString("subject"),
                row.getString("reason"),
                row.getString("detail"),
                row.getString("device"),
                row.getBoolean("manual"));
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
