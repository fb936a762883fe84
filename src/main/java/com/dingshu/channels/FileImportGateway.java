package com.dingshu.channels;

import com.dingshu.tenancy.Acting;
import com.dingshu.tenancy.Db;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes {@code file_import} and {@code file_import_row}. */
@Repository
class FileImportGateway {

    private static final String INFO = """
            select id, shop_id, file_name, encoding, state, rows_total, rows_done, created, changed, unchanged, refused,
              started_by, started_at, finished_at, problem from file_import""";

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batch;

    FileImportGateway(JdbcClient jdbc, NamedParameterJdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    /** A file as it is stored. */
    record Body(byte[] closed, int size) {}

    private static int tenant() {
        return Acting.current().tenantId();
    }

    void insert(FileImportInfo info, byte[] hash, int size, byte[] closedBody) {
        jdbc.sql("""
                insert into file_import (tenant_id, id, shop_id, file_name, file_hash, size_bytes, encoding, state, rows_total,
                  rows_done, created, changed, unchanged, refused, started_by, started_at, problem, body)
                values (:tenant, :id, :shop, :name, :hash, :size, :encoding, :state, :rows, 0, 0, 0, 0, 0, :by, :at, '', :body)""")
                .param("tenant", tenant())
                .param("id", Db.uuid(info.id()))
                .param("shop", Db.uuid(info.shopId()))
                .param("name", info.fileName())
                .param("hash", hash)
                .param("size", size)
                .param("encoding", info.encoding())
                .param("state", info.state().name())
                .param("rows", info.rowsTotal())
                .param("by", info.startedBy())
                .param("at", Db.time(info.startedAt()))
                .param("body", closedBody)
                .update();
    }

    boolean anyRunning() {
        return nextRunning().isPresent();
    }

    Optional<FileImportInfo> nextRunning() {
        return jdbc.sql(INFO + " where tenant_id = :tenant and state = 'RUNNING' order by id limit 1")
                .param("tenant", tenant())
                .query((row, n) -> info(row))
                .optional();
    }

    Optional<FileImportInfo> find(UUID id) {
        return jdbc.sql(INFO + " where tenant_id = :tenant and id = :id")
                .param("tenant", tenant())
                .param("id", Db.uuid(id))
                .query((row, n) -> info(row))
                .optional();
    }

    List<FileImportInfo> latest(int most) {
        return jdbc.sql(INFO + " where tenant_id = :tenant order by started_at desc, id desc limit :most")
                .param("tenant", tenant())
                .param("most", most)
                .query((row, n) -> info(row))
                .list();
    }

    Optional<Body> body(UUID id) {
        return jdbc.sql("select body, size_bytes from file_import where tenant_id = :tenant and id = :id")
                .param("tenant", tenant())
                .param("id", Db.uuid(id))
                .query((row, n) -> new Body(row.getBytes("body"), row.getInt("size_bytes")))
                .optional();
    }

    /** Notes what came of a batch of rows; doing it again for the same rows changes nothing. */
    void done(UUID id, int rowsDone, List<FileRow> rows, @Nullable Instant finishedAt) {
        batch.batchUpdate("""
                insert into file_import_row (tenant_id, import_id, row_no, external_id, outcome, order_number, problem_kind,
                  problem_field, problem_detail)
                values (:tenant, :id, :row, :external, :outcome, :number, :kind, :field, :detail)
                on duplicate key update outcome = :outcome""", rows.stream().map(row -> parameters(id, row)).toArray(SqlParameterSource[]::new));
        jdbc.sql("""
                update file_import set rows_done = :done, finished_at = :finished, state = :state,
                  created = (select count(*) from file_import_row r where r.tenant_id = :tenant and r.import_id = :id and r.outcome = 'CREATED'),
                  changed = (select count(*) from file_import_row r where r.tenant_id = :tenant and r.import_id = :id and r.outcome = 'CHANGED'),
                  unchanged = (select count(*) from file_import_row r where r.tenant_id = :tenant and r.import_id = :id and r.outcome = 'UNCHANGED'),
                  refused = (select count(*) from file_import_row r where r.tenant_id = :tenant and r.import_id = :id and r.outcome = 'REFUSED')
                where tenant_id = :tenant and id = :id""")
                .param("tenant", tenant())
                .param("id", Db.uuid(id))
                .param("done", rowsDone)
                .param("finished", Db.timeOrNull(finishedAt))
                .param("state", finishedAt == null ? FileImportState.RUNNING.name() : FileImportState.DONE.name())
                .update();
    }

    void refused(UUID id, String problem, Instant at) {
        jdbc.sql("""
                update file_import set state = 'REFUSED', problem = :problem, finished_at = :at
                where tenant_id = :tenant and id = :id""")
                .param("tenant", tenant())
                .param("id", Db.uuid(id))
                .param("problem", problem)
                .param("at", Db.time(at))
                .update();
    }

    private static SqlParameterSource parameters(UUID id, FileRow row) {
        return new MapSqlParameterSource()
                .addValue("tenant", tenant())
                .addValue("id", Db.uuid(id))
                .addValue("row", row.rowNo())
                .addValue("external", row.channelOrderNo())
                .addValue("outcome", row.outcome().name())
                .addValue("number", row.orderNumber())
                .addValue("kind", row.problemKind())
                .addValue("field", row.problemField())
                .addValue("detail", row.problemDetail());
    }

    /** Rows of an outcome after a given row, in the order of the file. */
    List<FileRow> rows(UUID id, FileRowOutcome outcome, int after, int most) {
        return jdbc.sql("""
                select row_no, external_id, outcome, order_number, problem_kind, problem_field, problem_detail
                from file_import_row
                where tenant_id = :tenant and import_id = :id and outcome = :outcome and row_no > :after
                order by row_no limit :most""")
                .param("tenant", tenant())
                .param("id", Db.uuid(id))
                .param("outcome", outcome.name())
                .param("after", after)
                .param("most", most)
                .query((row, n) -> new FileRow(
                        row.getInt("row_no"),
                        row.getString("external_id"),
                        FileRowOutcome.valueOf(row.getString("outcome")),
                        row.getString("order_number"),
                        row.getString("problem_kind"),
                        row.getString("problem_field"),
                        row.getString("problem_detail")))
                .list();
    }

    private static FileImportInfo info(ResultSet row) throws SQLException {
        return new FileImportInfo(
                Db.uuid(row, "id"),
                Db.uuid(row, "shop_id"),
                row.getString("file_name"),
                row.getString("encoding"),
                FileImportState.valueOf(row.getString("state")),
                row.getInt("rows_total"),
                row.getInt("rows_done"),
                row.getInt("created"),
                row.getInt("changed"),
                row.getInt("unchanged"),
                row.getInt("refused"),
                row.getString("started_by"),
                Db.instant(row, "started_at"),
                Db.instantOrNull(row, "finished_at"),
                row.getString("problem"));
    }
}
