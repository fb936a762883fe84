package com.dingshu.tenancy;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes the platform's list of merchants. */
@Repository
class TenantGateway {

    private final JdbcClient jdbc;
    private final Clock clock;

    TenantGateway(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<TenantInfo> all() {
        return jdbc.sql("select id, slug, name, status, time_zone, currency, locale from tenant order by id")
                .query((row, n) -> new TenantInfo(
                        row.getInt("id"),
                        row.getString("slug"),
                        row.getString("name"),
                        TenantStatus.valueOf(row.getString("status")),
                        ZoneId.of(row.getString("time_zone")),
                        row.getString("currency"),
                        Locale.forLanguageTag(row.getString("locale"))))
                .list();
    }

    void insert(CreateTenant tenant) {
        jdbc.sql("""
                insert into tenant (slug, name, status, time_zone, currency, locale, created_at)
                values (:slug, :name, 'ACTIVE', :zone, :currency, :locale, :now)""")
                .param("slug", tenant.slug())
                .param("name", tenant.name())
                .param("zone", tenant.zone().getId())
                .param("currency", tenant.currency())
                .param("locale", tenant.locale().toLanguageTag())
                .param("now", Db.time(clock.instant()))
                .update();
    }

    void describe(int id, MerchantSettings settings) {
        jdbc.sql("""
                update tenant set name = :name, time_zone = :zone, currency = :currency, locale = :locale
                where id = :id""")
                .param("name", settings.name())
                .param("zone", settings.zone().getId())
                .param("currency", settings.currency())
                .param("locale", settings.locale().toLanguageTag())
                .param("id", id)
                .update();
    }

    void setStatus(int id, TenantStatus status) {
        jdbc.sql("update tenant set status = :status where id = :id")
                .param("status", status.name())
                .param("id", id)
                .update();
    }
}
