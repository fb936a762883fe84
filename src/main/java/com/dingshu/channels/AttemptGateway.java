package com.dingshu.channels;

import com.dingshu.channels.InboxAttempt.Step;
import com.dingshu.channels.RawGateway.Outcome;
import com.dingshu.shared.Ids;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Actor;
import com.dingshu.tenancy.Db;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes {@code raw_attempt}. What goes in at once leaves no trace here. */
@Repository
class AttemptGateway {

    private static final String INSERT = """
            insert into raw_attempt (tenant_id, id, raw_id, at, step, problem_kind, problem_field, problem_detail,
              mapping_version, order_number, actor_kind, actor_name)
            values (:tenant, :id, :raw, :at, :step, :kind, :field, :detail, :version, :number, :actorKind, :actor)""";

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;

    AttemptGateway(JdbcClient jdbc, NamedParameterJdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    /** What the intake made of payloads. */
    void tried(List<Outcome> outcomes, Instant at) {
        batch.batchUpdate(
                INSERT,
                outcomes.stream()
                        .map(outcome -> row(outcome.id(), step(outcome.state()), at)
                                .addValue("kind", outcome.problemKind())
                                .addValue("field", outcome.problemField())
                                .addValue("detail", outcome.problemDetail())
                                .addValue("version", outcome.mappingVersion())
                                .addValue("number", outcome.orderNumber()))
                        .toArray(SqlParameterSource[]::new));
    }

    /** What a person did about payloads. */
    void done(Step step, Collection<UUID> rawIds, @Nullable String why, Instant at) {
        batch.batchUpdate(
                INSERT,
                rawIds.stream()
                        .map(id -> row(id, step, at).addValue("detail", why))
                        .toArray(SqlParameterSource[]::new));
    }

    private static Step step(RawState state) {
        return switch (state) {
            case REJECTED -> Step.REJECTED;
            case FAILED -> Step.FAILED;
            case DEAD -> Step.GIVEN_UP;
            case DISCARDED -> Step.DISCARDED;
            case RECEIVED, MAPPED, APPLIED, DUPLICATE, SUPERSEDED, REPLAYED -> Step.WENT_IN;
        };
    }

    private static MapSqlParameterSource row(UUID rawId, Step step, Instant at) {
        Actor actor = Acting.current().actor();
        return new MapSqlParameterSource()
                .addValue("tenant", Acting.current().tenantId())
                .addValue("id", Db.uuid(Ids.next()))
                .addValue("raw", Db.uuid(rawId))
                .addValue("at", Db.time(at))
                .addValue("step", step.name())
                .addValue("kind", null)
                .addValue("field", null)
                .addValue("detail", null)
                .addValue("version", 0)
                .addValue("number", null)
                .addValue("actorKind", actor.kind().name())
                .addValue("actor", actor.name());
    }

    /** The latest of one payload, oldest first. */
    List<InboxAttempt> of(UUID rawId, int most) {
        return jdbc.sql("""
                select at, step, problem_kind, problem_field, problem_detail, mapping_version, order_number, actor_kind,
                  actor_name
                from raw_attempt where tenant_id = :tenant and raw_id = :raw order by id desc limit :most""")
                .param("tenant", Acting.current().tenantId())
                .param("raw", Db.uuid(rawId))
                .param("most", most)
                .query((row, n) -> new InboxAttempt(
                        Db.instant(row, "at"),
                        Step.valueOf(row.getString("step")),
                        row.getString("problem_kind"),
                        row.getString("problem_field"),
                        row.getString("problem_detail"),
                        row.getInt("mapping_version"),
                        row.getString("order_number"),
                        row.getString("actor_kind").equals(Actor.Kind.USER.name())
                                ? row.getString("actor_name")
                                : null))
                .list()
                .reversed();
    }
}
