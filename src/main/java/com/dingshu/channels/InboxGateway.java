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
    /** An unmapped item is the same reason in whichever line it stands. */
    private static final String FIELD =
            "case when problem_kind = 'UNMAPPED_ITEM' then '" + InboxReason.ITEM_FIELD + "' else problem_field end";

    private final JdbcClient jdbc;

    InboxGateway(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static int tenant() {
        return Acting.current().tenantId();
    }

    /** The newest before a given one; failed notices are shown, done ones are not. */
    List<InboxSummary> page(InboxFilter filter, @Nullable UUID before, int most) {
        return filtered(
                        SUMMARY + listed(filter)
                                + " and (:before is null or id < :before) order by id desc limit :most",
                        filter)
                .param("before", before == null ? null : Db.uuid(before))
                .param("most", most)
                .query((row, n) -> summary(row))
                .list();
    }

    private static String listed(InboxFilter filter) {
        return """
                \nwhere tenant_id = :tenant and state in (:states) and kind in ('ORDER', 'FILE', 'NOTICE')
                  and not (kind = 'NOTICE' and state in ('MAPPED', 'DUPLICATE'))"""
                + (filter.shopId() == null ? "" : " and shop_id = :shop")
                + (filter.reason() == null
                        ? ""
                        : " and channel = :channel and problem_kind = :kind and " + FIELD + " = :field");
    }

    private JdbcClient.StatementSpec filtered(String sql, InboxFilter filter) {
        JdbcClient.StatementSpec statement = jdbc.sql(sql)
                .param("tenant", tenant())
                .param("states", filter.states().stream().map(Enum::name).toList());
        if (filter.shopId() != null) {
            statement = statement.param("shop", Db.uuid(filter.shopId()));
        }
        if (filter.reason() != null) {
            statement = statement
                    .param("channel", filter.reason().channel())
                    .param("kind", filter.reason().problemKind())
                    .param("field", filter.reason().problemField());
        }
        return statement;
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

    int count(InboxFilter filter, int most) {
        return filtered("select count(*) from (select 1 from raw_state" + listed(filter) + " limit :most) some", filter)
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    /** Why payloads wait for a person, the most frequent reason first. */
    List<InboxReason.Counted> reasons(int most) {
        return jdbc.sql("""
                select channel, problem_kind, %s as field, count(*) as n from raw_state
                where tenant_id = :tenant and state in ('REJECTED', 'DEAD', 'FAILED') and problem_kind is not null
                group by channel, problem_kind, field order by n desc limit :most""".formatted(FIELD))
                .param("tenant", tenant())
                .param("most", most)
                .query((row, n) -> new InboxReason.Counted(
                        new InboxReason(
                                row.getString("channel"), row.getString("problem_kind"), row.getString("field")),
                        row.getInt("n")))
                .list();
    }

    /** How many payloads of a shop wait for an item to be mapped. */
    int countWaitingFor(UUID shopId, String itemKey) {
        return jdbc.sql("""
                select count(*) from raw_state
                where tenant_id = :tenant and shop_id = :shop and waiting_item = :item and state = 'REJECTED'""")
                .param("tenant", tenant())
                .param("shop", Db.uuid(shopId))
                .param("item", itemKey)
                .query(Integer.class)
                .single();
    }

    int countAlike(InboxReason reason, int most) {
        return jdbc.sql("""
                select count(*) from (select 1 from raw_state
                  where tenant_id = :tenant and state in ('REJECTED', 'DEAD') and channel = :channel
                    and problem_kind = :kind and %s = :field limit :most) some""".formatted(FIELD))
                .param("tenant", tenant())
                .param("channel", reason.channel())
                .param("kind", reason.problemKind())
                .param("field", reason.problemField())
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    /** The oldest of alike problems still waiting: since when it has been so. */
    Optional<Instant> firstAlike(InboxReason reason) {
        return jdbc.sql("""
                select received_at from raw_state
                where tenant_id = :tenant and state in ('REJECTED', 'DEAD') and channel = :channel
                  and problem_kind = :kind and %s = :field order by id limit 1""".formatted(FIELD))
                .param("tenant", tenant())
                .param("channel", reason.channel())
                .param("kind", reason.problemKind())
                .param("field", reason.problemField())
                .query((row, n) -> Db.instant(row, "received_at"))
                .optional();
    }

    List<InboxSummary> alike(InboxReason reason, int most) {
        return jdbc.sql(SUMMARY + """
                \nwhere tenant_id = :tenant and state in ('REJECTED', 'DEAD') and channel = :channel
                  and problem_kind = :kind and %s = :field order by id limit :most""".formatted(FIELD))
                .param("tenant", tenant())
                .param("channel", reason.channel())
                .param("kind", reason.problemKind())
                .param("field", reason.problemField())
                .param("most", most)
                .query((row, n) -> summary(row))
                .list();
    }

    Optional<InboxSummary> find(UUID id) {
        return jdbc.sql(SUMMARY + " where tenant_id = :tenant and id = :id")
                .param("tenant", tenant())
                .param("id", Db.uuid(id))
                .query((row, n) -> summary(row))
                .optional();
    }

    List<InboxSummary> byIds(Collection<UUID> ids) {
        return jdbc.sql(SUMMARY + " where tenant_id = :tenant and id in (:ids) order by id desc")
                .param("tenant", tenant())
                .param("ids", ids.stream().map(Db::uuid).toList())
                .query((row, n) -> summary(row))
                .list();
    }

    /** The newest whole orders that one mapping reads: those of a channel, or those out of files. */
    List<InboxSummary> latestOf(String mapping, int most) {
        return jdbc.sql(SUMMARY + """
                \nwhere tenant_id = :tenant and kind = :kind and (:kind = 'FILE' or channel = :channel)
                order by id desc limit :most""")
                .param("tenant", tenant())
                .param("kind", mapping.equals("file") ? RawKind.FILE.name() : RawKind.ORDER.name())
                .param("channel", mapping)
                .param("most", most)
                .query((row, n) -> summary(row))
                .list();
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

    /** How many payloads of each shop the product has not come to yet. */
    Map<UUID, Integer> backlogByShop() {
        Map<UUID, Integer> counts = new LinkedHashMap<>();
        jdbc.sql("""
                select shop_id, count(*) as n from raw_state
                where tenant_id = :tenant and state = 'RECEIVED' group by shop_id""").param("tenant", tenant()).query(row -> {
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
