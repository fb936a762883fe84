package com.dingshu.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import com.dingshu.tenancy.DurableDatabase.Settings;
import org.junit.jupiter.api.Test;

class DurableDatabaseTest {

    @Test
    void acceptsAServerThatKeepsEveryCommit() {
        assertThat(DurableDatabase.weaknesses(new Settings(1, 1, true))).isEmpty();
    }

    @Test
    void namesEverySettingThatMayLoseACommit() {
        assertThat(DurableDatabase.weaknesses(new Settings(2, 0, true)))
                .satisfiesExactly(
                        log -> assertThat(log).contains("innodb_flush_log_at_trx_commit is 2"),
                        binlog -> assertThat(binlog).contains("sync_binlog is 0"));
        assertThat(DurableDatabase.weaknesses(new Settings(1, 0, false)))
                .singleElement()
                .asString()
                .contains("log_bin is off");
    }
}
