package com.dingshu.channels;

import com.dingshu.shared.Batches;
import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Db;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes {@code raw_payload} and {@code raw_state} for the intake; the screens read through {@link InboxGateway}. */
@Repository
class RawGateway {

    private static final String INSERT_PAYLOAD = """
            insert into raw_payload (tenant_id, id, shop_id, channel, kind, external_id, content_hash, message_id, origin,
              signed, content_type, headers, size_bytes, received_at, body)
            values (:tenant, :id, :shop, :channel, :kind, :external, :hash, :message, :origin,
              :signed, :type, :headers, :size, :now, :body)""";
    private static final String INSERT_STATE = """
            insert into raw_state (tenant_id, id, shop_id, channel, kind, external_id, state, attempts, repeats, next_at,
              mapping_version, received_at, changed_at)
            values (:tenant, :id, :shop, :channel, :kind, :external, :state, 0, 0, :next, 0, :now, :now)""";

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;

    RawGateway(JdbcClient jdbc, NamedParameterJdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    /** A payload ready to be stored. */
    record NewRow(
            int tenant,
            UUID id,
            RawMessage message,
            byte[] hash,
            String headers,
            byte[] closedBody,
            RawState state,
            @Nullable Instant nextAt) {}

    /** A payload the intake works on. */
    record Waiting(
            UUID id,
            UUID shopId,
            String channel,
            RawKind kind,
            String externalId,
            RawState state,
            int attempts,
            Instant receivedAt) {}

    /** A stored body with what it takes to judge it. */
    record Stored(UUID id, String origin, boolean signed, int size, byte[] closedBody) {}

    /** Where a payload has got to. */
    record Outcome(
            UUID id,
            RawState state,
            int attempts,
            @Nullable Instant nextAt,
            @Nullable String problemKind,
            @Nullable String problemField,
            @Nullable String problemDetail,
            @Nullable String waitingItem,
            int mappingVersion,
            @Nullable UUID orderId,
            @Nullable String orderNumber,
            FileRowOutcome effect) {}

    private static int tenant() {
        return Acting.current().tenantId();
    }

    /** @throws DuplicateKeyException when the same content is stored already */
    void insert(NewRow row, Instant now) {
        SqlParameterSource parameters = parameters(row, now);
        batch.update(INSERT_PAYLOAD, parameters);
        batch.update(INSERT_STATE, parameters);
    }

    /** All or none, of one merchant or several. @throws DuplicateKeyException when one of them is stored already */
    void insertAll(List<NewRow> rows, Instant now) {
        for (List<NewRow> portion : Batches.powersOfTwo(rows)) {
            SqlParameterSource[] parameters =
                    portion.stream().map(row -> parameters(row, now)).toArray(SqlParameterSource[]::new);
            batch.batchUpdate(INSERT_PAYLOAD, parameters);
            batch.batchUpdate(INSERT_STATE, parameters);
        }
    }

    private static SqlParameterSource parameters(NewRow row, Instant now) {
        RawMessage message = row.message();
        return new MapSqlParameterSource()
                .addValue("tenant", row.tenant())
                .addValue("id", Db.uuid(row.id()))
                .addValue("shop", Db.uuid(message.shopId()))
                .addValue("channel", message.channel())
                .addValue("kind", message.kind().name())
                .addValue("external", message.externalId())
                .addValue("hash", row.hash())
                .addValue("message", message.messageId())
                .addValue("origin", message.origin())
                .addValue("signed", message.signed())
                .addValue("type", message.contentType())
                .addValue("headers", row.headers())
                .addValue("size", message.body().length)
                .addValue("now", Db.time(now))
                .addValue("body", row.closedBody())
                .addValue("state", row.state().name())
                .addValue("next", Db.timeOrNull(row.nextAt()));
    }

    /** Which of these contents of one shop are stored, by order number and hash in hexadecimal. */
    Map<String, UUID> stored(UUID shopId, Collection<NewRow> rows) {
        Map<String, UUID> found = new LinkedHashMap<>();
        jdbc.sql("""
                select external_id, hex(content_hash) as hash, id from raw_payload
                where tenant_id = :tenant and shop_id = :shop and external_id in (:externals) and content_hash in (:hashes)""")
                .param("tenant", tenant())
                .param("shop", Db.uuid(shopId))
                .param(
                        "externals",
                        rows.stream()
                                .map(r -> r.message().externalId())
                                .distinct()
                                .toList())
                .param("hashes", rows.stream().map(NewRow::hash).toList())
                .query(row -> {
                    found.put(row.getString("external_id") + "/" + row.getString("hash"), Db.uuid(row, "id"));
                });
        return found;
    }

    void countRepeats(Collection<UUID> ids) {
        jdbc.sql("update raw_state set repeats = repeats + 1 where tenant_id = :tenant and id in (:ids)")
                .param("tenant", tenant())
                .param("ids", ids.stream().map(Db::uuid).toList())
                .update();
    }

    boolean anyDue(Instant now) {
        return jdbc.sql("select 1 from raw_state where tenant_id = :tenant and next_at <= :now limit 1")
                .param("tenant", tenant())
                .param("now", Db.time(now))
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** What is due, oldest first. */
    List<Waiting> due(Instant now, int most) {
        return jdbc.sql("""
                select id, shop_id, channel, kind, external_id, state, attempts, received_at from raw_state
                where tenant_id = :tenant and next_at <= :now order by next_at, id limit :most""")
                .param("tenant", tenant())
                .param("now", Db.time(now))
                .param("most", most)
                .query((row, n) -> waiting(row))
                .list();
    }

    Optional<Waiting> find(UUID id) {
        return jdbc.sql("""
                select id, shop_id, channel, kind, external_id, state, attempts, received_at from raw_state
                where tenant_id = :tenant and id = :id""")
                .param("tenant", tenant())
                .param("id", Db.uuid(id))
                .query((row, n) -> waiting(row))
                .optional();
    }

    /** These payloads; unknown ones are missing. */
    Map<UUID, Waiting> findAll(Collection<UUID> ids) {
        Map<UUID, Waiting> found = new LinkedHashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("""
                    select id, shop_id, channel, kind, external_id, state, attempts, received_at from raw_state
                    where tenant_id = :tenant and id in (:ids)""")
                    .param("tenant", tenant())
                    .param("ids", ids.stream().map(Db::uuid).toList())
                    .query(row -> {
                        Waiting waiting = waiting(row);
                        found.put(waiting.id(), waiting);
                    });
        }
        return found;
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        return new Waiting(
                Db.uuid(row, "id"),
                Db.uuid(row, "shop_id"),
                row.getString("channel"),
                RawKind.valueOf(row.getString("kind")),
                row.getString("external_id"),
                RawState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                Db.instant(row, "received_at"));
    }

    Map<UUID, Stored> bodies(Collection<UUID> ids) {
        Map<UUID, Stored> found = new LinkedHashMap<>();
        jdbc.sql("""
                select id, origin, signed, size_bytes, body from raw_payload
                where tenant_id = :tenant and id in (:ids)""")
                .param("tenant", tenant())
                .param("ids", ids.stream().map(Db::uuid).toList())
                .query(row -> {
                    Stored stored = stored(row);
                    found.put(stored.id(), stored);
                });
        return found;
    }

    /** The newest receivers in clear of these orders of one shop, by order number. */
    Map<String, Stored> receivers(UUID shopId, Collection<String> orderNos) {
        Map<String, Stored> found = new LinkedHashMap<>();
        jdbc.sql("""
                select external_id, id, origin, signed, size_bytes, body from raw_payload
                where tenant_id = :tenant and shop_id = :shop and external_id in (:orders) and kind = :kind order by id""")
                .param("tenant", tenant())
                .param("shop", Db.uuid(shopId))
                .param("orders", orderNos)
                .param("kind", RawKind.RECEIVER.name())
                .query(row -> {
                    found.put(row.getString("external_id"), stored(row));
                });
        return found;
    }

    private static Stored stored(ResultSet row) throws SQLException {
        return new Stored(
                Db.uuid(row, "id"),
                row.getString("origin"),
                row.getBoolean("signed"),
                row.getInt("size_bytes"),
                row.getBytes("body"));
    }

    void settle(List<Outcome> outcomes, Instant now) {
        SqlParameterSource[] rows = outcomes.stream().map(o -> outcome(o, now)).toArray(SqlParameterSource[]::new);
        batch.batchUpdate("""
                update raw_state set state = :state, attempts = :attempts, next_at = :next, problem_kind = :kind,
                  problem_field = :field, problem_detail = :detail, waiting_item = :item, mapping_version = :version,
                  order_id = coalesce(:order, order_id), order_number = coalesce(:number, order_number), changed_at = :now
                where tenant_id = :tenant and id = :id""", rows);
    }

    private static SqlParameterSource outcome(Outcome o, Instant now) {
        return new MapSqlParameterSource()
                .addValue("tenant", tenant())
                .addValue("id", Db.uuid(o.id()))
                .addValue("state", o.state().name())
                .addValue("attempts", o.attempts())
                .addValue("next", Db.timeOrNull(o.nextAt()))
                .addValue("kind", o.problemKind())
                .addValue("field", o.problemField())
                .addValue("detail", o.problemDetail())
                .addValue("item", o.waitingItem())
                .addValue("version", o.mappingVersion())
                .addValue("order", o.orderId() == null ? null : Db.uuid(o.orderId()))
                .addValue("number", o.orderNumber())
                .addValue("now", Db.time(now));
    }

    /** Puts payloads back to the start, unless the product is about to do something with them anyway. */
    int requeue(Collection<UUID> ids, Instant now) {
        return ids.isEmpty()
                ? 0
                : jdbc.sql("""
                        update raw_state set next_at = :now, attempts = 0, changed_at = :now
                        where tenant_id = :tenant and id in (:ids) and next_at is null""")
                        .param("tenant", tenant())
                        .param("now", Db.time(now))
                        .param("ids", ids.stream().map(Db::uuid).toList())
                        .update();
    }

    /** Puts everything back that waits for this item of this shop. */
    int requeueWaitingFor(UUID shopId, String itemKey, Instant now) {
        return jdbc.sql("""
                update raw_state set next_at = :now, attempts = 0, changed_at = :now
                where tenant_id = :tenant and shop_id = :shop and waiting_item = :item and state = 'REJECTED'
                  and next_at is null""")
                .param("tenant", tenant())
                .param("now", Db.time(now))
                .param("shop", Db.uuid(shopId))
                .param("item", itemKey)
                .update();
    }

    /** The same for an item of any of these keys, in whatever shop. */
    int requeueWaitingForAny(Collection<String> itemKeys, Instant now) {
        return itemKeys.isEmpty()
                ? 0
                : jdbc.sql("""
                        update raw_state set next_at = :now, attempts = 0, changed_at = :now
                        where tenant_id = :tenant and waiting_item in (:items) and state = 'REJECTED' and next_at is null""")
                        .param("tenant", tenant())
                        .param("now", Db.time(now))
                        .param("items", itemKeys)
                        .update();
    }

    /** Our order numbers of these payloads; those that led to none are missing. */
    Map<UUID, String> orderNumbers(Collection<UUID> ids) {
        Map<UUID, String> found = new LinkedHashMap<>();
        jdbc.sql(
                        "select id, order_number from raw_state where tenant_id = :tenant and id in (:ids) and order_number is not null")
                .param("tenant", tenant())
                .param("ids", ids.stream().map(Db::uuid).toList())
                .query(row -> {
                    found.put(Db.uuid(row, "id"), row.getString("order_number"));
                });
        return found;
    }

    int discard(Collection<UUID> ids, Instant now) {
        return jdbc.sql("""
                update raw_state set state = 'DISCARDED', next_at = null, changed_at = :now
                where tenant_id = :tenant and id in (:ids) and state in ('REJECTED', 'DEAD', 'FAILED')""")
                .param("tenant", tenant())
                .param("now", Db.time(now))
                .param("ids", ids.stream().map(Db::uuid).toList())
                .update();
    }

    void alert(UUID id, UUID shopId, String channel, String kind, Instant hour, String detail, Instant now) {
        jdbc.sql("""
                insert into intake_alert (tenant_id, id, shop_id, channel, kind, hour_at, times, detail, last_at)
                values (:tenant, :id, :shop, :channel, :kind, :hour, 1, :detail, :now)
                on duplicate key update times = times + 1, detail = :detail, last_at = :now""")
                .param("tenant", tenant())
                .param("id", Db.uuid(id))
                .param("shop", Db.uuid(shopId))
                .param("channel", channel)
                .param("kind", kind)
                .param("hour", Db.time(hour))
                .param("detail", detail)
                .param("now", Db.time(now))
                .update();
    }
}
