package com.dingshu.channels;

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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the raw inbox for people. Notices and receivers in clear are left out of lists: the orders they led to stand for them. */
@Repository
class InboxGateway {

    private static final String SUMMARY = """
            select id, shop_id, channel, kind, external_id, state, attempts, repeats, problem_kind, problem_field,
              problem_detail, waiting_item, mapping_version, order_number, received_at, changed_at, next_at
            from raw_state""";

    private final JdbcClient jdbc;

    InboxGateway(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static int tenant() {
        return Acting.current().tenantId();
    }

    /** The newest before a given one; failed notices are shown, done ones are not. */
    List<InboxSummary> page(Collection<RawState> states, @Nullable UUID before, int most) {
        return jdbc.sql(SUMMARY + """
                 where tenant_id = :tenant and state in (:states) and kind in ('ORDER', 'FILE', 'NOTICE')
                  and not (kind = 'NOTICE' and state in ('MAPPED', 'DUPLICATE'))
                  and (:before is null or id < :before)
                order by id desc limit :most""")
                .param("tenant", tenant())
                .param("states", states.stream().map(Enum::name).toList())
                .param("before", before == null ? null : Db.uuid(before))
                .param("most", most)
                .query((row, n) -> summary(row))
                .list();
    }

    /** Repaired since a moment, latest first. */
    List<InboxSummary> repairedSince(Instant since, int most) {
        return jdbc.sql(SUMMARY + """
                 where tenant_id = :tenant and state = 'REPLAYED' and changed_at >= :since
                order by changed_at desc limit :most""")
                .param("tenant", tenant())
                .param("since", Db.time(since))
                .param("most", most)
                .query((row, n) -> summary(row))
                .list();
    }

    int count(Collection<RawState> states, int most) {
        return jdbc.sql("""
                select count(*) from (select 1 from raw_state
                  where tenant_id = :tenant and state in (:states) and kind in ('ORDER', 'FILE', 'NOTICE')
                    and not (kind = 'NOTICE' and state in ('MAPPED', 'DUPLICATE')) limit :most) some""")
                .param("tenant", tenant())
                .param("states", states.stream().map(Enum::name).toList())
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    int countAlike(String channel, String problemKind, String problemField, int most) {
        return jdbc.sql("""
                select count(*) from (select 1 from raw_state
                  where tenant_id = :tenant and state in ('REJECTED', 'DEAD') and channel = :channel
                    and problem_kind = :kind and problem_field = :field limit :most) some""")
                .param("tenant", tenant())
                .param("channel", channel)
                .param("kind", problemKind)
                .param("field", problemField)
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    /** The oldest of alike problems still waiting: since when it has been so. */
    Optional<Instant> firstAlike(String channel, String problemKind, String problemField) {
        return jdbc.sql("""
                select received_at from raw_state
                where tenant_id = :tenant and state in ('REJECTED', 'DEAD') and channel = :channel
                  and problem_kind = :kind and problem_field = :field order by id limit 1""")
                .param("tenant", tenant())
                .param("channel", channel)
                .param("kind", problemKind)
                .param("field", problemField)
                .query((row, n) -> Db.instant(row, "received_at"))
                .optional();
    }

    List<UUID> alike(String channel, String problemKind, String problemField, int most) {
        return jdbc.sql("""
                select id from raw_state
                where tenant_id = :tenant and state in ('REJECTED', 'DEAD') and channel = :channel
                  and problem_kind = :kind and problem_field = :field order by id limit :most""")
                .param("tenant", tenant())
                .param("channel", channel)
                .param("kind", problemKind)
                .param("field", problemField)
                .param("most", most)
                .query((row, n) -> Db.uuid(row, "id"))
                .list();
    }

    Optional<InboxSummary> find(UUID id) {
        return jdbc.sql(SUMMARY + " where tenant_id = :tenant and id = :id")
                .param("tenant", tenant())
                .param("id", Db.uuid(id))
                .query((row, n) -> summary(row))
                .optional();
    }

    /** Every payload about an order number, oldest first. */
    List<InboxSummary> about(String orderNo, int most) {
        return jdbc.sql(SUMMARY + """
                 where tenant_id = :tenant and external_id = :order and kind in ('ORDER', 'FILE', 'NOTICE')
                order by id limit :most""")
                .param("tenant", tenant())
                .param("order", orderNo)
                .param("most", most)
                .query((row, n) -> summary(row))
                .list();
    }

    /** A stored payload's envelope. */
    record Envelope(String origin, boolean signed, String messageId, String headers, int size, byte[] closedBody) {}

    Optional<Envelope> envelope(UUID id) {
        return jdbc.sql("""
                select origin, signed, message_id, headers, size_bytes, body from raw_payload
                where tenant_id = :tenant and id = :id""")
                .param("tenant", tenant())
                .param("id", Db.uuid(id))
                .query((row, n) -> new Envelope(
                        row.getString("origin"),
                        row.getBoolean("signed"),
                        row.getString("message_id"),
                        row.getString("headers"),
                        row.getInt("size_bytes"),
                        row.getBytes("body")))
                .optional();
    }

    Map<UUID, Integer> needsRepairByShop() {
        Map<UUID, Integer> counts = new LinkedHashMap<>();
        jdbc.sql("""
                select shop_id, count(*) as n from raw_state
                where tenant_id = :tenant and state in ('REJECTED', 'DEAD', 'FAILED') group by shop_id""").param("tenant", tenant()).query(row -> {
            counts.put(Db.uuid(row, "shop_id"), row.getInt("n"));
        });
        return counts;
    }

    List<IntakeAlert> alertsSince(Instant since, int most) {
        return jdbc.sql("""
                select shop_id, channel, kind, hour_at, times, detail, last_at from intake_alert
                where tenant_id = :tenant and last_at >= :since order by last_at desc limit :most""")
                .param("tenant", tenant())
                .param("since", Db.time(since))
                .param("most", most)
                .query((row, n) -> new IntakeAlert(
                        Db.uuid(row, "shop_id"),
                        row.getString("channel"),
                        IntakeAlertKind.valueOf(row.getString("kind")),
                        row.getInt("times"),
                        row.getString("detail"),
                        Db.instant(row, "last_at")))
                .list();
    }

    private static InboxSummary summary(ResultSet row) throws SQLException {
        return new InboxSummary(
                Db.uuid(row, "id"),
                Db.uuid(row, "shop_id"),
                row.getString("channel"),
                RawKind.valueOf(row.getString("kind")),
                row.getString("external_id"),
                RawState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getInt("repeats"),
                row.getString("problem_kind"),
                row.getString("problem_field"),
                row.getString("problem_detail"),
                row.getString("waiting_item"),
                row.getInt("mapping_version"),
                row.getString("order_number"),
                Db.instant(row, "received_at"),
                Db.instant(row, "changed_at"),
                Db.instantOrNull(row, "next_at"));
    }
}
