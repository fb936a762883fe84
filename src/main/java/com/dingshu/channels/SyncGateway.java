package com.dingshu.channels;

import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Db;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes {@code shop_sync}; its id is the shop's. */
@Repository
class SyncGateway {

    private final JdbcClient jdbc;

    SyncGateway(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A shop to be pulled; the window is set when an earlier pull stopped within it. */
    record Due(
            UUID shopId,
            String channel,
            Instant pulledUntil,
            @Nullable Instant windowTo,
            String cursor,
            int failures) {}

    /** How a shop stands. */
    record Standing(
            Instant pulledUntil,
            @Nullable Instant lastPullAt,
            @Nullable Instant lastPushAt,
            @Nullable Instant nextPullAt,
            int failures,
            String problem) {}

    private static int tenant() {
        return Acting.current().tenantId();
    }

    /** Starts following a shop, or changes whether it is pulled. */
    void follow(UUID shopId, String channel, Instant from, @Nullable Instant nextPullAt) {
        jdbc.sql("""
                insert into shop_sync (tenant_id, id, channel, pulled_until, next_pull_at, page_cursor, failures, problem)
                values (:tenant, :shop, :channel, :from, :next, '', 0, '')
                on duplicate key update next_pull_at = :next, failures = 0, problem = ''""")
                .param("tenant", tenant())
                .param("shop", Db.uuid(shopId))
                .param("channel", channel)
                .param("from", Db.time(from))
                .param("next", Db.timeOrNull(nextPullAt))
                .update();
    }

    boolean anyDue(Instant now) {
        return jdbc.sql("select 1 from shop_sync where tenant_id = :tenant and next_pull_at <= :now limit 1")
                .param("tenant", tenant())
                .param("now", Db.time(now))
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    Optional<Due> nextDue(Instant now) {
        return jdbc.sql("""
                select id, channel, pulled_until, window_to, page_cursor, failures from shop_sync
                where tenant_id = :tenant and next_pull_at <= :now order by next_pull_at limit 1""")
                .param("tenant", tenant())
                .param("now", Db.time(now))
                .query((row, n) -> new Due(
                        Db.uuid(row, "id"),
                        row.getString("channel"),
                        Db.instant(row, "pulled_until"),
                        Db.instantOrNull(row, "window_to"),
                        row.getString("page_cursor"),
                        row.getInt("failures")))
                .optional();
    }

    /** A window is done. */
    void pulled(UUID shopId, Instant until, Instant now, Instant next) {
        jdbc.sql("""
                update shop_sync set pulled_until = :until, last_pull_at = :now, next_pull_at = :next, window_to = null,
                  page_cursor = '', failures = 0, problem = ''
                where tenant_id = :tenant and id = :shop""")
                .param("tenant", tenant())
                .param("shop", Db.uuid(shopId))
                .param("until", Db.time(until))
                .param("now", Db.time(now))
                .param("next", Db.time(next))
                .update();
    }

    /** A window stopped half-way and goes on at the cursor. */
    void stopped(UUID shopId, @Nullable Instant windowTo, String cursor, Instant next, int failures, String problem) {
        jdbc.sql("""
                update shop_sync set window_to = :to, page_cursor = :cursor, next_pull_at = :next, failures = :failures,
                  problem = :problem
                where tenant_id = :tenant and id = :shop""")
                .param("tenant", tenant())
                .param("shop", Db.uuid(shopId))
                .param("to", Db.timeOrNull(windowTo))
                .param("cursor", cursor)
                .param("next", Db.time(next))
                .param("failures", failures)
                .param("problem", problem.length() > 300 ? problem.substring(0, 300) : problem)
                .update();
    }

    /** Pulls sooner than planned; shops that are not pulled stay so. */
    int pullAt(UUID shopId, Instant at) {
        return jdbc.sql("""
                update shop_sync set next_pull_at = :at
                where tenant_id = :tenant and id = :shop and next_pull_at is not null""")
                .param("tenant", tenant())
                .param("shop", Db.uuid(shopId))
                .param("at", Db.time(at))
                .update();
    }

    /** Pulls at this time unless it is planned sooner. */
    void pullBy(UUID shopId, Instant at) {
        jdbc.sql("""
                update shop_sync set next_pull_at = :at
                where tenant_id = :tenant and id = :shop and next_pull_at > :at""")
                .param("tenant", tenant())
                .param("shop", Db.uuid(shopId))
                .param("at", Db.time(at))
                .update();
    }

    void pushed(UUID shopId, Instant at) {
        jdbc.sql("update shop_sync set last_push_at = :at where tenant_id = :tenant and id = :shop")
                .param("tenant", tenant())
                .param("shop", Db.uuid(shopId))
                .param("at", Db.time(at))
                .update();
    }

    Map<UUID, Standing> standings() {
        Map<UUID, Standing> found = new LinkedHashMap<>();
        jdbc.sql("""
                select id, pulled_until, last_pull_at, last_push_at, next_pull_at, failures, problem from shop_sync
                where tenant_id = :tenant""").param("tenant", tenant()).query(row -> {
            found.put(
                    Db.uuid(row, "id"),
                    new Standing(
                            Db.instant(row, "pulled_until"),
                            Db.instantOrNull(row, "last_pull_at"),
                            Db.instantOrNull(row, "last_push_at"),
                            Db.instantOrNull(row, "next_pull_at"),
                            row.getInt("failures"),
                            row.getString("problem")));
        });
        return found;
    }
}
