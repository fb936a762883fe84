package com.dingshu.jobs;

import com.dingshu.shared.Ids;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Actor;
import com.dingshu.tenancy.Db;
import com.dingshu.tenancy.Permission;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code job_run} and {@code job_item}. */
@Repository
class JobGateway {

    private static final String PROGRESS =
            "select id, kind, title, total, done, skipped, failed, started_at, ended_at from job_run";
    private static final String SEPARATOR = "\u001f";

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;
    private final Clock clock;

    JobGateway(JdbcClient jdbc, NamedParameterJdbcTemplate batch, Clock clock) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.clock = clock;
    }

    /** A job with items left. */
    record Running(
            UUID id,
            String kind,
            String args,
            Actor starter,
            @Nullable String reason) {}

    /** An item without a result. */
    record Waiting(UUID jobId, int position, JobItem item) {}

    JobId insert(JobRequest request, Acting acting) {
        UUID id = Ids.next();
        Actor actor = acting.actor();
        jdbc.sql("""
                insert into job_run (tenant_id, id, kind, title, args, starter, actor_kind, actor_id, actor_name, permissions,
                  device, reason, total, done, skipped, failed, started_at)
                values (:tenant, :id, :kind, :title, :args, :starter, :actorKind, :actor, :name, :permissions,
                  :device, :reason, :total, 0, 0, 0, :now)""")
                .param("tenant", acting.tenantId())
                .param("id", Db.uuid(id))
                .param("kind", request.kind())
                .param("title", request.title())
                .param("args", request.argsJson())
                .param("starter", JobRuns.starter(acting))
                .param("actorKind", actor.kind().name())
                .param("actor", actor.userId() == null ? null : Db.uuid(actor.userId()))
                .param("name", actor.name())
                .param("permissions", ids(actor.permissions()))
                .param("device", actor.device())
                .param("reason", acting.reason())
                .param("total", request.items().size())
                .param("now", Db.time(clock.instant()))
                .update();
        insertItems(id, request.items(), acting.tenantId());
        return new JobId(id);
    }

    private void insertItems(UUID job, List<JobItem> items, int tenant) {
        SqlParameterSource[] rows = IntStream.range(0, items.size())
                .mapToObj(i -> new MapSqlParameterSource()
                        .addValue("tenant", tenant)
                        .addValue("job", Db.uuid(job))
                        .addValue("position", i)
                        .addValue("key", items.get(i).key())
                        .addValue("label", items.get(i).label()))
                .toArray(SqlParameterSource[]::new);
        batch.batchUpdate("""
                insert into job_item (tenant_id, job_id, position, item_key, label, state)
                values (:tenant, :job, :position, :key, :label, 'WAITING')""", rows);
    }

    /** The oldest job with items left. */
    Optional<Running> oldest() {
        return jdbc.sql("""
                select id, kind, args, actor_kind, actor_id, actor_name, permissions, device, reason
                from job_run where tenant_id = :tenant and ended_at is null order by id limit 1""")
                .param("tenant", tenant())
                .query((row, n) -> new Running(
                        Db.uuid(row, "id"),
                        row.getString("kind"),
                        row.getString("args"),
                        new Actor(
                                Actor.Kind.valueOf(row.getString("actor_kind")),
                                Db.uuidOrNull(row, "actor_id"),
                                row.getString("actor_name"),
                                permissions(row.getString("permissions")),
                                row.getString("device")),
                        row.getString("reason")))
                .optional();
    }

    List<Waiting> waiting(UUID job, int most) {
        return jdbc.sql("""
                select position, item_key, label from job_item
                where tenant_id = :tenant and job_id = :job and state = 'WAITING' order by position limit :most""")
                .param("tenant", tenant())
                .param("job", Db.uuid(job))
                .param("most", most)
                .query((row, n) -> new Waiting(
                        job, row.getInt("position"), new JobItem(row.getString("item_key"), row.getString("label"))))
                .list();
    }

    /** Keeps the item from everybody else until the transaction ends; false when it has its result already. */
    boolean claim(Waiting item) {
        return jdbc.sql("""
                select 1 from job_item
                where tenant_id = :tenant and job_id = :job and position = :position and state = 'WAITING' for update""")
                .param("tenant", tenant())
                .param("job", Db.uuid(item.jobId()))
                .param("position", item.position())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Gives the item its result, once: false when it had one. */
    boolean settle(Waiting item, ItemOutcome outcome) {
        return switch (outcome) {
            case ItemOutcome.Done done -> settle(item, "DONE", "done", null, List.of());
            case ItemOutcome.Skipped skipped -> settle(item, "SKIPPED", "skipped", skipped.reasonKey(), skipped.args());
            case ItemOutcome.Failed failed -> settle(item, "FAILED", "failed", failed.reasonKey(), failed.args());
        };
    }

    private boolean settle(Waiting item, String state, String counter, @Nullable String reason, List<String> args) {
        int changed = jdbc.sql("""
                        update job_item set state = :state, reason_key = :reason, reason_args = :args
                        where tenant_id = :tenant and job_id = :job and position = :position and state = 'WAITING'""")
                .param("tenant", tenant())
                .param("job", Db.uuid(item.jobId()))
                .param("position", item.position())
                .param("state", state)
                .param("reason", reason)
                .param("args", cut(String.join(SEPARATOR, args)))
                .update();
        return changed == 1
                && jdbc.sql("update job_run set " + counter + " = " + counter
                                        + " + 1 where tenant_id = :tenant and id = :job")
                                .param("tenant", tenant())
                                .param("job", Db.uuid(item.jobId()))
                                .update()
                        == 1;
    }

    void end(UUID job) {
        jdbc.sql("update job_run set ended_at = :now where tenant_id = :tenant and id = :job and ended_at is null")
                .param("tenant", tenant())
                .param("job", Db.uuid(job))
                .param("now", Db.time(clock.instant()))
                .update();
    }

    Optional<JobProgress> progress(UUID id, String starter) {
        return jdbc.sql(PROGRESS + " where tenant_id = :tenant and id = :id and starter = :starter")
                .param("tenant", tenant())
                .param("id", Db.uuid(id))
                .param("starter", starter)
                .query(JobGateway::progress)
                .optional();
    }

    List<JobProgress> latest(String starter, int most) {
        return jdbc.sql(PROGRESS + " where tenant_id = :tenant and starter = :starter order by id desc limit :most")
                .param("tenant", tenant())
                .param("starter", starter)
                .param("most", most)
                .query(JobGateway::progress)
                .list();
    }

    List<JobFailure> failures(UUID job) {
        return jdbc.sql("""
                select item_key, label, state, reason_key, reason_args from job_item
                where tenant_id = :tenant and job_id = :job and state in ('SKIPPED', 'FAILED') order by position""")
                .param("tenant", tenant())
                .param("job", Db.uuid(job))
                .query((row, n) -> new JobFailure(
                        new JobItem(row.getString("item_key"), row.getString("label")),
                        row.getString("state").equals("SKIPPED"),
                        row.getString("reason_key"),
                        args(row.getString("reason_args"))))
                .list();
    }

    private static JobProgress progress(ResultSet row, int n) throws SQLException {
        return new JobProgress(
                new JobId(Db.uuid(row, "id")),
                row.getString("kind"),
                row.getString("title"),
                row.getInt("total"),
                row.getInt("done"),
                row.getInt("skipped"),
                row.getInt("failed"),
                Db.instant(row, "started_at"),
                Db.instantOrNull(row, "ended_at"));
    }

    private static List<String> args(@Nullable String joined) {
        return joined == null || joined.isEmpty() ? List.of() : List.of(joined.split(SEPARATOR, -1));
    }

    private static String cut(String text) {
        return text.length() <= 500 ? text : text.substring(0, 500);
    }

    private static String ids(Set<Permission> permissions) {
        return permissions.stream().map(Permission::id).sorted().collect(Collectors.joining(","));
    }

    private static Set<Permission> permissions(String joined) {
        return Arrays.stream(joined.split(","))
                .flatMap(id -> Permission.byId(id).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static int tenant() {
        return Acting.current().tenantId();
    }
}
