package com.dingshu.identity;

import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Db;
import com.dingshu.tenancy.Permission;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What signing in and every request of a signed-in person read: one row by its key, always with the tenant given. */
@Repository
class AccountGateway {

    private final JdbcClient jdbc;

    AccountGateway(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is needed to decide on a sign-in. */
    record Account(
            UUID id,
            String login,
            String name,
            Set<String> roles,
            UserStatus status,
            Locale language,
            String passwordHash,
            int accessVersion) {}

    /** When somebody signed in last, and where. */
    record LastSignIn(Instant at, String device) {}

    /** Tenant 0, which owns nobody, makes the same statement without an answer. */
    Optional<Account> byLogin(int tenantId, String login) {
        return jdbc.sql("""
                select id, login, name, roles, status, language, password_hash, access_version
                from app_user where tenant_id = :tenant and login = :login""")
                .param("tenant", tenantId)
                .param("login", login)
                .query((row, n) -> new Account(
                        Db.uuid(row, "id"),
                        row.getString("login"),
                        row.getString("name"),
                        User.split(row.getString("roles")),
                        UserStatus.valueOf(row.getString("status")),
                        Locale.forLanguageTag(row.getString("language")),
                        row.getString("password_hash"),
                        row.getInt("access_version")))
                .optional();
    }

    /** What the merchant's own roles among these may do. */
    Set<Permission> permissionsOfCopies(int tenantId, Set<String> roleIds) {
        return jdbc
                .sql("select permissions from role_copy where tenant_id = :tenant and role_id in (:roles)")
                .param("tenant", tenantId)
                .param("roles", roleIds)
                .query(String.class)
                .list()
                .stream()
                .flatMap(permissions -> RoleCopy.split(permissions).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the access the person signed in with is still the one the person has. */
    boolean stands(int tenantId, UUID userId, int accessVersion) {
        return jdbc.sql("""
                select count(*) from app_user
                where tenant_id = :tenant and id = :id and access_version = :version and status = 'ACTIVE'""")
                        .param("tenant", tenantId)
                        .param("id", Db.uuid(userId))
                        .param("version", accessVersion)
                        .query(Integer.class)
                        .single()
                == 1;
    }

    void signedIn(int tenantId, UUID userId, Instant at, String device) {
        jdbc.sql("""
                insert into last_sign_in (tenant_id, id, at, device) values (:tenant, :id, :at, :device)
                on duplicate key update at = :at, device = :device""")
                .param("tenant", tenantId)
                .param("id", Db.uuid(userId))
                .param("at", Db.time(at))
                .param("device", device)
                .update();
    }

    Map<UUID, LastSignIn> lastSignIns() {
        Map<UUID, LastSignIn> last = new HashMap<>();
        jdbc.sql("select id, at, device from last_sign_in where tenant_id = :tenant")
                .param("tenant", Acting.current().tenantId())
                .query(row -> {
                    last.put(Db.uuid(row, "id"), new LastSignIn(Db.instant(row, "at"), row.getString("device")));
                });
        return last;
    }
}
