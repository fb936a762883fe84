package com.dingshu.shipping;

import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Db;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes {@code tracking} and {@code tracking_event}. */
@Repository
class TrackingGateway {

    private static final String COLUMNS =
            "id, parcel_id, carrier, waybill_no, status, status_at, place, text, collected_at, delivered_at, expected_at, refused_at";

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;

    TrackingGateway(JdbcClient jdbc, NamedParameterJdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    /** A parcel that is followed, with the row's own id. */
    record Followed(UUID id, TrackedParcel parcel, @Nullable Instant refusedAt) {}

    /** A parcel whose carrier is to be asked. */
    record Due(String carrier, String waybillNo, String senderLastFour, Instant startedAt) {}

    /** A parcel of which it is to be asked when it will be there. */
    record Expecting(String carrier, String waybillNo, TrackingStatus status) {}

    void insert(
            UUID id, UUID parcelId, String carrier, String waybillNo, String lastFour, Instant now, Instant lookAt) {
        jdbc.sql("""
                insert into tracking (tenant_id, id, parcel_id, carrier, waybill_no, sender_last_four, status, place,
                  text, started_at, next_look_at)
                values (:tenant, :id, :parcel, :carrier, :waybill, :lastFour, :status, '', '', :now, :lookAt)""")
                .param("tenant", tenant())
                .param("id", Db.uuid(id))
                .param("parcel", Db.uuid(parcelId))
                .param("carrier", carrier)
                .param("waybill", waybillNo)
                .param("lastFour", lastFour)
                .param("status", TrackingStatus.INFO_RECEIVED.name())
                .param("now", Db.time(now))
                .param("lookAt", Db.time(lookAt))
                .update();
    }

    /** Locks the row, so that two messages about one parcel follow each other. */
    Optional<Followed> lock(String carrier, String waybillNo) {
        return jdbc.sql("""
                select %s from tracking where tenant_id = :tenant and carrier = :carrier and waybill_no = :waybill
                for update""".formatted(COLUMNS))
                .param("tenant", tenant())
                .param("carrier", carrier)
                .param("waybill", waybillNo)
                .query(TrackingGateway::followed)
                .optional();
    }

    List<CarrierScan> events(UUID id, String waybillNo) {
        return jdbc.sql("""
                select at, code, status, known, place, text from tracking_event
                where tenant_id = :tenant and tracking_id = :id order by at, code""")
                .param("tenant", tenant())
                .param("id", Db.uuid(id))
                .query((row, n) -> scan(row, waybillNo))
                .list();
    }

    void insertEvents(UUID id, Collection<CarrierScan> scans, Instant now) {
        SqlParameterSource[] rows = scans.stream()
                .map(scan -> new MapSqlParameterSource()
                        .addValue("tenant", tenant())
                        .addValue("id", Db.uuid(id))
                        .addValue("at", Db.time(scan.at()))
                        .addValue("code", scan.code())
                        .addValue(
                                "status",
                                scan.status() == null ? null : scan.status().name())
                        .addValue("known", scan.known())
                        .addValue("place", scan.place())
                        .addValue("text", scan.text())
                        .addValue("now", Db.time(now)))
                .toArray(SqlParameterSource[]::new);
        batch.batchUpdate("""
                insert into tracking_event (tenant_id, tracking_id, at, code, status, known, place, text, recorded_at)
                values (:tenant, :id, :at, :code, :status, :known, :place, :text, :now)""", rows);
    }

    void update(UUID id, Course course, @Nullable Instant nextLookAt) {
        CarrierScan latest = course.latest();
        jdbc.sql("""
                update tracking set status = :status, status_at = :at, place = :place, text = :text,
                  collected_at = :collected, delivered_at = :delivered, refused_at = :refused, next_look_at = :lookAt
                where tenant_id = :tenant and id = :id""")
                .param("tenant", tenant())
                .param("id", Db.uuid(id))
                .param("status", course.status().name())
                .param("at", latest == null ? null : Db.time(latest.at()))
                .param("place", latest == null ? "" : latest.place())
                .param("text", latest == null ? "" : latest.text())
                .param("collected", Db.timeOrNull(course.collectedAt()))
                .param("delivered", Db.timeOrNull(course.deliveredAt()))
                .param("refused", Db.timeOrNull(course.refusedAt()))
                .param("lookAt", Db.timeOrNull(nextLookAt))
                .update();
    }

    /** @param status null leaves it as it is */
    void lookAgain(
            String carrier, Collection<String> waybillNos, @Nullable Instant at, @Nullable TrackingStatus status) {
        jdbc.sql("""
                update tracking set next_look_at = :at, status = coalesce(:status, status)
                where tenant_id = :tenant and carrier = :carrier and waybill_no in (:waybills)""")
                .param("tenant", tenant())
                .param("carrier", carrier)
                .param("waybills", waybillNos)
                .param("at", Db.timeOrNull(at))
                .param("status", status == null ? null : status.name())
                .update();
    }

    /** The carrier is asked no more; what it told stays. */
    void stopLooking(UUID id) {
        jdbc.sql("update tracking set next_look_at = null where tenant_id = :tenant and id = :id")
                .param("tenant", tenant())
                .param("id", Db.uuid(id))
                .update();
    }

    /** The carrier is asked when it expects to deliver the parcel. */
    void askExpected(UUID id, Instant at) {
        jdbc.sql("update tracking set ask_expected_at = :at where tenant_id = :tenant and id = :id")
                .param("tenant", tenant())
                .param("id", Db.uuid(id))
                .param("at", Db.time(at))
                .update();
    }

    /** @param askAgainAt null when it need not be asked again */
    void expect(String carrier, String waybillNo, @Nullable Instant expectedAt, @Nullable Instant askAgainAt) {
        jdbc.sql("""
                update tracking set expected_at = coalesce(:expected, expected_at), ask_expected_at = :again
                where tenant_id = :tenant and carrier = :carrier and waybill_no = :waybill""")
                .param("tenant", tenant())
                .param("carrier", carrier)
                .param("waybill", waybillNo)
                .param("expected", Db.timeOrNull(expectedAt))
                .param("again", Db.timeOrNull(askAgainAt))
                .update();
    }

    List<Expecting> expecting(Instant now, int most) {
        return jdbc.sql("""
                select carrier, waybill_no, status from tracking
                where tenant_id = :tenant and ask_expected_at <= :now
                order by ask_expected_at limit :most""")
                .param("tenant", tenant())
                .param("now", Db.time(now))
                .param("most", most)
                .query((row, n) -> new Expecting(
                        row.getString("carrier"),
                        row.getString("waybill_no"),
                        TrackingStatus.valueOf(row.getString("status"))))
                .list();
    }

    boolean anyDue(Instant now) {
        return jdbc.sql("select 1 from tracking where tenant_id = :tenant and next_look_at <= :now limit 1")
                .param("tenant", tenant())
                .param("now", Db.time(now))
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    List<Due> due(Instant now, int most) {
        return jdbc.sql("""
                select carrier, waybill_no, sender_last_four, started_at from tracking
                where tenant_id = :tenant and next_look_at <= :now
                order by next_look_at limit :most""")
                .param("tenant", tenant())
                .param("now", Db.time(now))
                .param("most", most)
                .query((row, n) -> new Due(
                        row.getString("carrier"),
                        row.getString("waybill_no"),
                        row.getString("sender_last_four"),
                        Db.instant(row, "started_at")))
                .list();
    }

    List<Followed> ofParcels(Collection<UUID> parcelIds) {
        return jdbc.sql("""
                select %s from tracking where tenant_id = :tenant and parcel_id in (:parcels) order by started_at""".formatted(COLUMNS))
                .param("tenant", tenant())
                .param("parcels", parcelIds.stream().map(Db::uuid).toList())
                .query(TrackingGateway::followed)
                .list();
    }

    List<Followed> ofWaybills(Collection<String> waybillNos) {
        return jdbc.sql("""
                select %s from tracking where tenant_id = :tenant and waybill_no in (:waybills) order by started_at""".formatted(COLUMNS))
                .param("tenant", tenant())
                .param("waybills", waybillNos)
                .query(TrackingGateway::followed)
                .list();
    }

    private static int tenant() {
        return Acting.current().tenantId();
    }

    private static Followed followed(ResultSet row, int n) throws SQLException {
        TrackedParcel parcel = new TrackedParcel(
                Db.uuid(row, "parcel_id"),
                row.getString("carrier"),
                row.getString("waybill_no"),
                TrackingStatus.valueOf(row.getString("status")),
                Db.instantOrNull(row, "status_at"),
                row.getString("place"),
                row.getString("text"),
                Db.instantOrNull(row, "collected_at"),
                Db.instantOrNull(row, "delivered_at"),
                Db.instantOrNull(row, "expected_at"));
        return new Followed(Db.uuid(row, "id"), parcel, Db.instantOrNull(row, "refused_at"));
    }

    private static CarrierScan scan(ResultSet row, String waybillNo) throws SQLException {
        String status = row.getString("status");
        return new CarrierScan(
                waybillNo,
                row.getString("code"),
                Db.instant(row, "at"),
                Objects.requireNonNull(row.getString("place")),
                Objects.requireNonNull(row.getString("text")),
                status == null ? null : TrackingStatus.valueOf(status),
                row.getBoolean("known"));
    }
}
