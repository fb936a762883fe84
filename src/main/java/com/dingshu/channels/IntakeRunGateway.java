package com.dingshu.channels;

import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Db;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes {@code intake_run} and {@code intake_run_item}. */
@Repository
class IntakeRunGateway {

    private static final String RUN = """
            select id, kind, shop_id, channel, problem_kind, problem_field, changed_from, placed_until, listed_until,
              list_to, page_cursor, next_at, failures, problem, started_by, started_at, finished_at
            from intake_run where tenant_id = :tenant""";

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;

    IntakeRunGateway(JdbcClient jdbc, NamedParameterJdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    /**
     * A run as it is stored.
     *
     * @param listedUntil how far the platform was asked; null when it is not asked any more
     * @param listTo the end of the window being read, null between windows
     */
    record Run(
            UUID id,
            IntakeRunKind kind,
            @Nullable UUID shopId,
            String channel,
            @Nullable InboxReason reason,
            @Nullable Instant changedFrom,
            @Nullable Instant placedUntil,
            @Nullable Instant listedUntil,
            @Nullable Instant listTo,
            String cursor,
            int failures,
            String problem,
            String startedBy,
            Instant startedAt,
            @Nullable Instant finishedAt) {}

    /** A thing to do. */
    record Item(
            String key,
            String label,
            int attempts,
            @Nullable UUID rawId) {}

    /** What came of it. */
    record Result(
            String key,
            IntakeRunItemState state,
            @Nullable UUID rawId,
            @Nullable String orderNumber,
            @Nullable String problemKind,
            @Nullable String problemField,
            @Nullable String problemDetail) {}

    private static int tenant() {
        return Acting.current().tenantId();
    }

    void insert(Run run) {
        jdbc.sql("""
                insert into intake_run (tenant_id, id, kind, shop_id, channel, problem_kind, problem_field, changed_from,
                  placed_until, listed_until, page_cursor, next_at, failures, problem, started_by, started_at)
                values (:tenant, :id, :kind, :shop, :channel, :problemKind, :problemField, :from,
                  :until, :listed, '', :at, 0, '', :by, :at)""")
                .param("tenant", tenant())
                .param("id", Db.uuid(run.id()))
                .param("kind", run.kind().name())
                .param("shop", run.shopId() == null ? null : Db.uuid(run.shopId()))
                .param("channel", run.channel())
                .param("problemKind", run.reason() == null ? null : run.reason().problemKind())
                .param(
                        "problemField",
                        run.reason() == null ? null : run.reason().problemField())
                .param("from", Db.timeOrNull(run.changedFrom()))
                .param("until", Db.timeOrNull(run.placedUntil()))
                .param("listed", Db.timeOrNull(run.listedUntil()))
                .param("by", run.startedBy())
                .param("at", Db.time(run.startedAt()))
                .update();
    }

    /** Adds things to do; those that are there already stay as they are. */
    void add(UUID run, Collection<Item> items) {
        batch.batchUpdate(
                """
                insert into intake_run_item (tenant_id, run_id, item_key, label, state, attempts, raw_id)
                values (:tenant, :run, :key, :label, 'WAITING', 0, :raw)
                on duplicate key update label = label""",
                items.stream()
                        .map(item -> new MapSqlParameterSource()
                                .addValue("tenant", tenant())
                                .addValue("run", Db.uuid(run))
                                .addValue("key", item.key())
                                .addValue("label", item.label())
                                .addValue("raw", item.rawId() == null ? null : Db.uuid(item.rawId())))
                        .toArray(SqlParameterSource[]::new));
    }

    boolean anyDue(Instant now) {
        return nextDue(now).isPresent();
    }

    Optional<Run> nextDue(Instant now) {
        return jdbc.sql(RUN + " and next_at <= :now order by next_at, id limit 1")
                .param("tenant", tenant())
                .param("now", Db.time(now))
                .query((row, n) -> run(row))
                .optional();
    }

    Optional<Run> find(UUID id) {
        return jdbc.sql(RUN + " and id = :id")
                .param("tenant", tenant())
                .param("id", Db.uuid(id))
                .query((row, n) -> run(row))
                .optional();
    }

    List<Run> latestOf(UUID shopId, int most) {
        return jdbc.sql(RUN + " and shop_id = :shop order by id desc limit :most")
                .param("tenant", tenant())
                .param("shop", Db.uuid(shopId))
                .param("most", most)
                .query((row, n) -> run(row))
                .list();
    }

    /** A page of a window was read. */
    void listed(UUID id, @Nullable Instant listedUntil, @Nullable Instant listTo, String cursor) {
        jdbc.sql("""
                update intake_run set listed_until = :until, list_to = :to, page_cursor = :cursor, failures = 0
                where tenant_id = :tenant and id = :id""")
                .param("tenant", tenant())
                .param("id", Db.uuid(id))
                .param("until", Db.timeOrNull(listedUntil))
                .param("to", Db.timeOrNull(listTo))
                .param("cursor", cursor)
                .update();
    }

    void goesOn(UUID id, Instant at, int failures) {
        jdbc.sql("update intake_run set next_at = :at, failures = :failures where tenant_id = :tenant and id = :id")
                .param("tenant", tenant())
                .param("id", Db.uuid(id))
                .param("at", Db.time(at))
                .param("failures", failures)
                .update();
    }

    /** The run is over; what was not done is said to have failed for the problem. */
    void finish(UUID id, String problem, Instant at) {
        String shown = problem.length() > 300 ? problem.substring(0, 300) : problem;
        jdbc.sql("""
                update intake_run set next_at = null, problem = :problem, finished_at = :at
                where tenant_id = :tenant and id = :id""")
                .param("tenant", tenant())
                .param("id", Db.uuid(id))
                .param("problem", shown)
                .param("at", Db.time(at))
                .update();
        jdbc.sql("""
                update intake_run_item set state = 'FAILED', problem_kind = 'NO_DETAIL', problem_field = 'payload',
                  problem_detail = :problem
                where tenant_id = :tenant and run_id = :id and state = 'WAITING'""")
                .param("tenant", tenant())
                .param("id", Db.uuid(id))
                .param("problem", shown)
                .update();
    }

    /** @param withPayload only those whose payload is at hand */
    List<Item> waiting(UUID run, boolean withPayload, int most) {
        return jdbc.sql("""
                select item_key, label, attempts, raw_id from intake_run_item
                where tenant_id = :tenant and run_id = :run and state = 'WAITING' and (:any = 1 or raw_id is not null)
                order by attempts, item_key limit :most""")
                .param("any", withPayload ? 0 : 1)
                .param("tenant", tenant())
                .param("run", Db.uuid(run))
                .param("most", most)
                .query((row, n) -> new Item(
                        row.getString("item_key"),
                        row.getString("label"),
                        row.getInt("attempts"),
                        Db.uuidOrNull(row, "raw_id")))
                .list();
    }

    void tried(UUID run, Collection<String> keys) {
        if (!keys.isEmpty()) {
            jdbc.sql("""
                    update intake_run_item set attempts = attempts + 1
                    where tenant_id = :tenant and run_id = :run and item_key in (:keys)""")
                    .param("tenant", tenant())
                    .param("run", Db.uuid(run))
                    .param("keys", keys)
                    .update();
        }
    }

    void settle(UUID run, List<Result> results) {
        batch.batchUpdate(
                """
                update intake_run_item set state = :state, raw_id = coalesce(:raw, raw_id), order_number = :number,
                  problem_kind = :kind, problem_field = :field, problem_detail = :detail
                where tenant_id = :tenant and run_id = :run and item_key = :key""",
                results.stream()
                        .map(result -> new MapSqlParameterSource()
                                .addValue("tenant", tenant())
                                .addValue("run", Db.uuid(run))
                                .addValue("key", result.key())
                                .addValue("state", result.state().name())
                                .addValue("raw", result.rawId() == null ? null : Db.uuid(result.rawId()))
                                .addValue("number", result.orderNumber())
                                .addValue("kind", result.problemKind())
                                .addValue("field", result.problemField())
                                .addValue("detail", result.problemDetail()))
                        .toArray(SqlParameterSource[]::new));
    }

    Map<IntakeRunItemState, Integer> counts(UUID run) {
        Map<IntakeRunItemState, Integer> counts = new EnumMap<>(IntakeRunItemState.class);
        jdbc.sql("""
                select state, count(*) as n from intake_run_item
                where tenant_id = :tenant and run_id = :run group by state""").param("tenant", tenant()).param("run", Db.uuid(run)).query(row -> {
            counts.put(IntakeRunItemState.valueOf(row.getString("state")), row.getInt("n"));
        });
        return counts;
    }

    /** How many have a payload, and how many led to an order that another one led to. */
    record Check(int fetched, int doubled) {}

    Check check(UUID run) {
        return jdbc.sql("""
                select count(raw_id) as fetched, count(order_number) - count(distinct order_number) as doubled
                from intake_run_item where tenant_id = :tenant and run_id = :run""")
                .param("tenant", tenant())
                .param("run", Db.uuid(run))
                .query((row, n) -> new Check(row.getInt("fetched"), row.getInt("doubled")))
                .single();
    }

    List<IntakeRunItem> items(UUID run, Collection<IntakeRunItemState> states, int most) {
        return jdbc.sql("""
                select label, state, raw_id, order_number, problem_kind, problem_field, problem_detail
                from intake_run_item where tenant_id = :tenant and run_id = :run and state in (:states)
                order by state desc, item_key limit :most""")
                .param("tenant", tenant())
                .param("run", Db.uuid(run))
                .param("states", states.stream().map(Enum::name).collect(Collectors.toList()))
                .param("most", most)
                .query((row, n) -> new IntakeRunItem(
                        row.getString("label"),
                        IntakeRunItemState.valueOf(row.getString("state")),
                        Db.uuidOrNull(row, "raw_id"),
                        row.getString("order_number"),
                        row.getString("problem_kind"),
                        row.getString("problem_field"),
                        row.getString("problem_detail")))
                .list();
    }

    private static Run run(ResultSet row) throws SQLException {
        String kind = row.getString("problem_kind");
        return new Run(
                Db.uuid(row, "id"),
                IntakeRunKind.valueOf(row.getString("kind")),
                Db.uuidOrNull(row, "shop_id"),
                row.getString("channel"),
                kind == null ? null : new InboxReason(row.getString("channel"), kind, row.getString("problem_field")),
                Db.instantOrNull(row, "changed_from"),
                Db.instantOrNull(row, "placed_until"),
                Db.instantOrNull(row, "listed_until"),
                Db.instantOrNull(row, "list_to"),
                row.getString("page_cursor"),
                row.getInt("failures"),
                row.getString("problem"),
                row.getString("started_by"),
                Db.instant(row, "started_at"),
                Db.instantOrNull(row, "finished_at"));
    }
}
