package com.dingshu.tenancy;

import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Refuses to start in production on a database server that may forget a commit it has acknowledged. Where a managed
 * service keeps that promise by other means, {@code dingshu.database.durability-is-assured=true} says so.
 */
@Component
@Profile("!demo & !test")
class DurableDatabase {

    DurableDatabase(JdbcClient jdbc, @Value("${dingshu.database.durability-is-assured:false}") boolean assured) {
        var weaknesses = weaknesses(settings(jdbc));
        if (!assured && !weaknesses.isEmpty()) {
            throw new WeakDurability(weaknesses);
        }
    }

    private static Settings settings(JdbcClient jdbc) {
        return jdbc.sql("select @@global.innodb_flush_log_at_trx_commit, @@global.sync_binlog, @@global.log_bin")
                .query((row, n) -> new Settings(row.getInt(1), row.getInt(2), row.getBoolean(3)))
                .single();
    }

    static List<String> weaknesses(Settings settings) {
        var weaknesses = new ArrayList<String>();
        if (settings.flushLogAtCommit() != 1) {
            weaknesses.add("innodb_flush_log_at_trx_commit is " + settings.flushLogAtCommit()
                    + ", must be 1: a power failure loses the last second");
        }
        if (!settings.binaryLog()) {
            weaknesses.add("log_bin is off, must be on: without it nothing is restored after the last backup");
        }
        if (settings.binaryLog() && settings.syncBinaryLog() != 1) {
            weaknesses.add("sync_binlog is " + settings.syncBinaryLog()
                    + ", must be 1: a restore after a crash misses acknowledged orders");
        }
        return weaknesses;
    }

    /** The server's own settings, as far as a commit's survival depends on them. */
    record Settings(int flushLogAtCommit, int syncBinaryLog, boolean binaryLog) {}

    /** The message names each setting, its value and what it must be. */
    static final class WeakDurability extends IllegalStateException {
        WeakDurability(List<String> weaknesses) {
            super("The database server may lose acknowledged orders: " + String.join("; ", weaknesses));
        }
    }
}
