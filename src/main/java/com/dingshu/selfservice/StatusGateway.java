package com.dingshu.selfservice;

import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Db;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes {@code status_pass}, {@code status_code} and {@code status_try}. */
@Repository
class StatusGateway {

    private final JdbcClient jdbc;

    StatusGateway(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A pass as stored, the telephone still sealed. */
    @SuppressWarnings("ArrayRecordComponent")
    record StoredPass(UUID id, Pass.Kind kind, @Nullable UUID orderId, byte @Nullable [] phone, Instant expiresAt) {}

    /** A one-time code as stored. */
    @SuppressWarnings("ArrayRecordComponent")
    record StoredCode(UUID id, byte[] phone, byte[] codeHash, int wrong, Instant expiresAt, Instant createdAt) {}

    void insertPass(
            UUID id,
            Pass.Kind kind,
            byte[] hash,
            @Nullable UUID order,
            byte @Nullable [] phone,
            Instant now,
            Instant expires) {
        jdbc.sql("""
                insert into status_pass (tenant_id, id, kind, token_hash, order_id, phone, created_at, expires_at)
                values (:tenant, :id, :kind, :hash, :order, :phone, :now, :expires)""")
                .param("tenant", tenant())
                .param("id", Db.uuid(id))
                .param("kind", kind.name())
                .param("hash", hash)
                .param("order", order == null ? null : Db.uuid(order))
                .param("phone", phone)
                .param("now", Db.time(now))
                .param("expires", Db.time(expires))
                .update();
    }

    Optional<StoredPass> pass(byte[] hash, Instant now) {
        return jdbc.sql("""
                select id, kind, order_id, phone, expires_at from status_pass
                where tenant_id = :tenant and token_hash = :hash and expires_at > :now""")
                .param("tenant", tenant())
                .param("hash", hash)
                .param("now", Db.time(now))
                .query((row, n) -> new StoredPass(
                        Db.uuid(row, "id"),
                        Pass.Kind.valueOf(row.getString("kind")),
                        Db.uuidOrNull(row, "order_id"),
                        row.getBytes("phone"),
                        Db.instant(row, "expires_at")))
                .optional();
    }

    void deletePass(byte[] hash) {
        jdbc.sql("delete from status_pass where tenant_id = :tenant and token_hash = :hash")
                .param("tenant", tenant())
                .param("hash", hash)
                .update();
    }

    /**
     * Counts a try before it is judged, so that many at once cannot share one count.
     *
     * @return how many tries were not right since the lock's time began, this one included
     */
    int countTry(byte[] key, Instant now, Instant forgotten) {
        jdbc.sql("""
                insert into status_try (tenant_id, id, tries, first_at) values (:tenant, :key, 1, :now)
                on duplicate key update
                  tries = if(first_at <= :forgotten, 1, tries + 1),
                  first_at = if(first_at <= :forgotten, :now, first_at)""")
                .param("tenant", tenant())
                .param("key", key)
                .param("now", Db.time(now))
                .param("forgotten", Db.time(forgotten))
                .update();
        return jdbc.sql("select tries from status_try where tenant_id = :tenant and id = :key")
                .param("tenant", tenant())
                .param("key", key)
                .query(Integer.class)
                .single();
    }

    void forgetTries(byte[] key) {
        jdbc.sql("delete from status_try where tenant_id = :tenant and id = :key")
                .param("tenant", tenant())
                .param("key", key)
                .update();
    }

    int codesSince(byte[] phoneIndex, Instant since) {
        return jdbc.sql("""
                select count(*) from status_code
                where tenant_id = :tenant and phone_index = :phone and created_at > :since""")
                .param("tenant", tenant())
                .param("phone", phoneIndex)
                .param("since", Db.time(since))
                .query(Integer.class)
                .single();
    }

    void insertCode(UUID id, byte[] phoneIndex, byte[] phone, byte[] codeHash, Instant now, Instant expires) {
        jdbc.sql("""
                insert into status_code (tenant_id, id, phone_index, phone, code_hash, wrong, created_at, expires_at)
                values (:tenant, :id, :index, :phone, :hash, 0, :now, :expires)""")
                .param("tenant", tenant())
                .param("id", Db.uuid(id))
                .param("index", phoneIndex)
                .param("phone", phone)
                .param("hash", codeHash)
                .param("now", Db.time(now))
                .param("expires", Db.time(expires))
                .update();
    }

    Optional<StoredCode> code(UUID id) {
        return jdbc.sql("""
                select id, phone, code_hash, wrong, expires_at, created_at from status_code
                where tenant_id = :tenant and id = :id""")
                .param("tenant", tenant())
                .param("id", Db.uuid(id))
                .query((row, n) -> new StoredCode(
                        Db.uuid(row, "id"),
                        row.getBytes("phone"),
                        row.getBytes("code_hash"),
                        row.getInt("wrong"),
                        Db.instant(row, "expires_at"),
                        Db.instant(row, "created_at")))
                .optional();
    }

    /** Takes one of the code's tries; false when it has none left, was used or is over. */
    boolean takeTry(UUID id, int most, Instant now) {
        return jdbc.sql("""
                        update status_code set wrong = wrong + 1
                        where tenant_id = :tenant and id = :id and used_at is null and wrong < :most
                          and expires_at > :now""")
                        .param("tenant", tenant())
                        .param("id", Db.uuid(id))
                        .param("most", most)
                        .param("now", Db.time(now))
                        .update()
                == 1;
    }

    /** Uses the code up; false when it was used before. */
    boolean use(UUID id, Instant now) {
        return jdbc.sql("""
                        update status_code set used_at = :now
                        where tenant_id = :tenant and id = :id and used_at is null""")
                        .param("tenant", tenant())
                        .param("id", Db.uuid(id))
                        .param("now", Db.time(now))
                        .update()
                == 1;
    }

    boolean anyBefore(Instant then) {
        return jdbc.sql("""
                select 1 from status_pass where tenant_id = :tenant and expires_at < :then
                union all select 1 from status_code where tenant_id = :tenant and expires_at < :then
                union all select 1 from status_try where tenant_id = :tenant and first_at < :then
                limit 1""")
                .param("tenant", tenant())
                .param("then", Db.time(then))
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    int deleteBefore(Instant then, int most) {
        return delete(
                        "delete from status_pass where tenant_id = :tenant and expires_at < :then limit :most",
                        then,
                        most)
                + delete(
                        "delete from status_code where tenant_id = :tenant and expires_at < :then limit :most",
                        then,
                        most)
                + delete(
                        "delete from status_try where tenant_id = :tenant and first_at < :then limit :most",
                        then,
                        most);
    }

    private int delete(String sql, Instant then, int most) {
        return jdbc.sql(sql)
                .param("tenant", tenant())
                .param("then", Db.time(then))
                .param("most", most)
                .update();
    }

    private static int tenant() {
        return Acting.current().tenantId();
    }
}
