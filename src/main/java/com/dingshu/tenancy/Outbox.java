package com.dingshu.tenancy;

import com.dingshu.shared.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** The rows of {@code event_outbox}: one event for one consumer each. */
@Repository
class Outbox {

    /** After this many failures an event is set aside as dead, shown to people and no longer in the way of later ones. */
    static final int MOST_ATTEMPTS = 8;

    private final NamedParameterJdbcTemplate batch;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ObjectMapper json = JsonMapper.builder().findAndAddModules().build();

    Outbox(NamedParameterJdbcTemplate batch, JdbcClient jdbc, Clock clock) {
        this.batch = batch;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record Entry(String consumer, DomainEvent event) {}

    record Pending(
            UUID id,
            String consumer,
            UUID aggregateId,
            String eventType,
            String payload,
            int attempts,
            boolean early) {}

    void insert(List<Entry> entries) {
        Instant now = clock.instant();
        SqlParameterSource[] rows = entries.stream()
                .map(entry -> new MapSqlParameterSource()
                        .addValue("tenant", entry.event().tenantId())
                        .addValue("id", Db.uuid(Ids.next()))
                        .addValue("consumer", entry.consumer())
                        .addValue("type", entry.event().getClass().getSimpleName())
                        .addValue("aggregate", Db.uuid(entry.event().aggregateId()))
                        .addValue("payload", json.writeValueAsString(entry.event()))
                        .addValue("now", Db.time(now)))
                .toArray(SqlParameterSource[]::new);
        batch.batchUpdate("""
                insert into event_outbox
                (tenant_id, id, consumer, event_type, aggregate_id, payload, state, attempts, due_at, created_at)
                values (:tenant, :id, :consumer, :type, :aggregate, :payload, 'WAITING', 0, :now, :now)""", rows);
    }

    boolean anyDue() {
        return jdbc.sql("""
                select 1 from event_outbox
                where tenant_id = :tenant and state = 'WAITING' and due_at <= :now limit 1""")
                .param("tenant", Acting.current().tenantId())
                .param("now", Db.time(clock.instant()))
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** The oldest waiting events, due or not: an event not yet due holds back the later ones of its aggregate. */
    List<Pending> waiting(int most) {
        return jdbc.sql("""
                select id, consumer, aggregate_id, event_type, payload, attempts, due_at > :now as early
                from event_outbox
                where tenant_id = :tenant and state = 'WAITING' order by id limit :most""")
                .param("tenant", Acting.current().tenantId())
                .param("now", Db.time(clock.instant()))
                .param("most", most)
                .query((row, n) -> new Pending(
                        Db.uuid(row, "id"),
                        row.getString("consumer"),
                        Db.uuid(row, "aggregate_id"),
                        row.getString("event_type"),
                        row.getString("payload"),
                        row.getInt("attempts"),
                        row.getBoolean("early")))
                .list();
    }

    /** Marks the events done, each once: how many of them this call was the one to mark. */
    int markDone(List<UUID> ids) {
        return jdbc.sql("""
                delete from event_outbox
                where tenant_id = :tenant and id in (:ids) and state = 'WAITING'""")
                .param("tenant", Acting.current().tenantId())
                .param("ids", ids.stream().map(Db::uuid).toList())
                .update();
    }

    void markFailed(Pending event, String error) {
        int attempts = event.attempts() + 1;
        Duration pause = Duration.ofSeconds(1L << Math.min(attempts, 10));
        jdbc.sql("""
                update event_outbox
                set attempts = :attempts, due_at = :due, last_error = :error, state = :state
                where tenant_id = :tenant and id = :id and state = 'WAITING'""")
                .param("tenant", Acting.current().tenantId())
                .param("id", Db.uuid(event.id()))
                .param("attempts", attempts)
                .param("due", Db.time(clock.instant().plus(pause)))
                .param("error", error.substring(0, Math.min(error.length(), 1000)))
                .param("state", attempts >= MOST_ATTEMPTS ? "DEAD" : "WAITING")
                .update();
    }

    <E extends DomainEvent> E read(Pending row, Class<E> type) {
        return json.readValue(row.payload(), type);
    }

    /** A failure in one line. */
    static String describe(Throwable failed) {
        return failed.getClass().getSimpleName() + ": " + failed.getMessage();
    }
}
