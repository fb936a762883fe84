package com.dingshu.tenancy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes {@code operation_follow_up}. */
@Repository
class FollowUpGateway {

    private final JdbcClient jdbc;

    FollowUpGateway(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static int tenant() {
        return Acting.current().tenantId();
    }

    boolean isIntervention(UUID entry) {
        return jdbc.sql("select 1 from operation_log where tenant_id = :tenant and id = :id and manual = 1")
                .param("tenant", tenant())
                .param("id", Db.uuid(entry))
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** What the entry was about. */
    String subject(UUID entry) {
        return jdbc.sql("select subject from operation_log where tenant_id = :tenant and id = :id")
                .param("tenant", tenant())
                .param("id", Db.uuid(entry))
                .query(String.class)
                .single();
    }

    /** @return false when it is done already */
    boolean ask(UUID entry, LocalDate dueOn) {
        jdbc.sql("""
                insert into operation_follow_up (tenant_id, id, due_on) values (:tenant, :id, :due)
                on duplicate key update due_on = if(done_at is null, :due, due_on)""")
                .param("tenant", tenant())
                .param("id", Db.uuid(entry))
                .param("due", dueOn)
                .update();
        return !isDone(entry);
    }

    /** @return false when somebody has done it before */
    boolean done(UUID entry, LocalDate today, Instant at, String by, String outcome) {
        jdbc.sql("""
                insert into operation_follow_up (tenant_id, id, due_on) values (:tenant, :id, :today)
                on duplicate key update due_on = due_on""")
                .param("tenant", tenant())
                .param("id", Db.uuid(entry))
                .param("today", today)
                .update();
        return jdbc.sql("""
                        update operation_follow_up set done_at = :at, done_by = :by, outcome = :outcome
                        where tenant_id = :tenant and id = :id and done_at is null""")
                        .param("tenant", tenant())
                        .param("id", Db.uuid(entry))
                        .param("at", Db.time(at))
                        .param("by", by)
                        .param("outcome", outcome)
                        .update()
                == 1;
    }

    private boolean isDone(UUID entry) {
        return jdbc.sql(
                        "select 1 from operation_follow_up where tenant_id = :tenant and id = :id and done_at is not null")
                .param("tenant", tenant())
                .param("id", Db.uuid(entry))
                .query(Integer.class)
                .optional()
                .isPresent();
    }
}
