package com.dingshu.tenancy;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dingshu.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class DurableDatabaseIT {

    @Test
    void judgesTheServerAtHand() throws SQLException {
        try (var connection = TestDatabase.connect()) {
            var jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            var settings = jdbc.sql(
                            "select @@global.innodb_flush_log_at_trx_commit f, @@global.sync_binlog s, @@global.log_bin b")
                    .query((row, n) -> List.of(row.getInt("f"), row.getInt("s"), row.getInt("b")))
                    .single();

            if (settings.equals(List.of(1, 1, 1))) {
                assertThatCode(() -> new DurableDatabase(jdbc, false)).doesNotThrowAnyException();
            } else {
                assertThatThrownBy(() -> new DurableDatabase(jdbc, false))
                        .hasMessageContaining("may lose acknowledged orders");
            }
            assertThatCode(() -> new DurableDatabase(jdbc, true)).doesNotThrowAnyException();
        }
    }
}
