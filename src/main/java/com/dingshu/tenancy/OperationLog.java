package com.dingshu.tenancy;

import com.dingshu.shared.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
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
            select l.id, l.at, l.actor_kind, l.actor_id, l.actor_name, l.action, l.subject_type, l.subject, l.reason,
              l.detail, l.device, l.manual, f.due_on, f.done_at, f.done_by, f.outcome
            from operation_log l left join operation_follow_up f on f.tenant_id = l.tenant_id and f.id = l.id
            where l.tenant_id = :tenant""";
    private static final Duration CAUSES_LOOK_BACK = Duration.ofDays(90);
    private static final int MOST_CAUSES = 40;
    private static final Period USUAL_FOLLOW_UP = Period.ofDays(3);

    private final JdbcClient jdbc;
    private final FollowUpGateway followUps;
    private final Tenants tenants;
    private final Clock clock;

    OperationLog(JdbcClient jdbc, FollowUpGateway followUps, Tenants tenants, Clock clock) {
        this.jdbc = jdbc;
        this.followUps = followUps;
        this.tenants = tenants;
        this.clock = clock;
    }

    /**
     * One line of the log; {@code manual} marks interventions by hand (overrides, forced steps), which alone can have a
     * follow-up.
     */
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
            boolean manual,
            @Nullable FollowUp followUp) {}

    /**
     * Which entries are wanted.
     *
     * @param manualOnly interventions by hand alone
     * @param actorId those of one person alone
     * @param cause interventions for this reason alone; empty for those that give none
     * @param followUp interventions whose follow-up stands like this alone
     */
    public record Filter(
            boolean manualOnly,
            @Nullable UUID actorId,
            @Nullable String cause,
            FollowUp.@Nullable State followUp) {

        public static final Filter ALL = new Filter(false, null, null, null);

        /** Those of one person, or by hand alone. */
        public Filter(boolean manualOnly, @Nullable UUID actorId) {
            this(manualOnly, actorId, null, null);
        }
    }

    /**
     * How often something was done by hand for one reason.
     *
     * @param cause the reason as it was given, empty where none was
     * @param missed how many of them nobody has followed up in time
     */
    public record Cause(String cause, int times, int missed) {}

    /** Records that the current actor did something, with the reason and device it is bound to. */
    public void record(String action, String subjectType, String subject, @Nullable String detail) {
        insert(action, subjectType, subject, detail, false);
    }

    /** Records an intervention by hand: something was overridden, forced or corrected. */
    public void recordManual(String action, String subjectType, String subject, @Nullable String detail) {
        insert(action, subjectType, subject, detail, true);
    }

    /**
     * Records an override of what the books or a status said. Somebody has to find out within three days how it came to
     * that.
     */
    public void recordOverride(String action, String subjectType, String subject, @Nullable String detail) {
        UUID id = insert(action, subjectType, subject, detail, true);
        followUps.ask(id, today().plus(USUAL_FOLLOW_UP));
    }

    /** The newest entries before a given one (null for the first page). */
    @Requires(Permission.OPERATION_LOG_VIEW)
    @Transactional(readOnly = true)
    public List<Entry> newest(Filter filter, @Nullable UUID before, int most) {
        boolean manual = filter.manualOnly() || filter.cause() != null || filter.followUp() != null;
        String sql = SELECT
                + (manual ? " and l.manual = 1" : "")
                + (filter.actorId() == null ? "" : " and l.actor_id = :actor")
                + (filter.cause() == null ? "" : " and coalesce(l.reason, '') = :cause")
                + standing(filter.followUp())
                + (before == null ? "" : " and l.id < :before")
                + " order by l.id desc limit :most";
        return jdbc.sql(sql)
                .param("tenant", Acting.current().tenantId())
                .param("actor", filter.actorId() == null ? null : Db.uuid(filter.actorId()))
                .param("cause", filter.cause())
                .param("today", today())
                .param("before", before == null ? null : Db.uuid(before))
                .param("most", most)
                .query(this::entry)
                .list();
    }

    /** Why things were done by hand in the last 90 days, the commonest reason first; at most 40. */
    @Requires(Permission.OPERATION_LOG_VIEW)
    @Transactional(readOnly = true)
    public List<Cause> causes() {
        return jdbc.sql("""
                select coalesce(l.reason, '') as cause, count(*) as times,
                  sum(case when f.due_on < :today and f.done_at is null then 1 else 0 end) as missed
                from operation_log l left join operation_follow_up f on f.tenant_id = l.tenant_id and f.id = l.id
                where l.tenant_id = :tenant and l.manual = 1 and l.at >= :since
                group by coalesce(l.reason, '') order by times desc, cause limit :most""")
                .param("tenant", Acting.current().tenantId())
                .param("today", today())
                .param("since", Db.time(clock.instant().minus(CAUSES_LOOK_BACK)))
                .param("most", MOST_CAUSES)
                .query((row, number) -> new Cause(row.getString("cause"), row.getInt("times"), row.getInt("missed")))
                .list();
    }

    /** How many follow-ups were due and nobody has done. */
    @Requires(Permission.OPERATION_LOG_VIEW)
    @Transactional(readOnly = true)
    public int missed() {
        return jdbc.sql("""
                select count(*) from operation_follow_up where tenant_id = :tenant and done_at is null and due_on < :today""")
                .param("tenant", Acting.current().tenantId())
                .param("today", today())
                .query(Integer.class)
                .single();
    }

    private static String standing(FollowUp.@Nullable State wanted) {
        return switch (wanted) {
            case null -> "";
            case OPEN -> " and f.due_on >= :today and f.done_at is null";
            case MISSED -> " and f.due_on < :today and f.done_at is null";
            case DONE -> " and f.done_at is not null";
        };
    }

    /** These entries, in any order. */
    @Requires(Permission.OPERATION_LOG_VIEW)
    @Transactional(readOnly = true)
    public List<Entry> byIds(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(SELECT + " and l.id in (:ids)")
                        .param("tenant", Acting.current().tenantId())
                        .param("ids", ids.stream().map(Db::uuid).toList())
                        .query(this::entry)
                        .list();
    }

    private Entry entry(ResultSet row, int number) throws SQLException {
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
                row.getBoolean("manual"),
                followUp(row));
    }

    private @Nullable FollowUp followUp(ResultSet row) throws SQLException {
        @Nullable LocalDate dueOn = row.getObject("due_on", LocalDate.class);
        if (dueOn == null) {
            return null;
        }
        @Nullable Instant doneAt = Db.instantOrNull(row, "done_at");
        FollowUp.State open = dueOn.isBefore(today()) ? FollowUp.State.MISSED : FollowUp.State.OPEN;
        return new FollowUp(
                dueOn,
                doneAt == null ? open : FollowUp.State.DONE,
                doneAt,
                row.getString("done_by"),
                row.getString("outcome"));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), tenants.current().zone());
    }

    private UUID insert(String action, String subjectType, String subject, @Nullable String detail, boolean manual) {
        UUID id = Ids.next();
        Acting acting = Acting.current();
        Actor actor = acting.actor();
        jdbc.sql("""
                insert into operation_log (tenant_id, id, at, actor_kind, actor_id, actor_name, action, subject_type,
                  subject, reason, detail, device, request_id, manual)
                values (:tenant, :id, :at, :kind, :actor, :name, :action, :type,
                  :subject, :reason, :detail, :device, :request, :manual)""")
                .param("tenant", acting.tenantId())
                .param("id", Db.uuid(id))
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
        return id;
    }
}
