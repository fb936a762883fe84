package com.dingshu.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.dingshu.testing.EmbeddedDatabase;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class EmbeddedMariaDbIT {

    private static final EmbeddedDatabase DATABASE = new EmbeddedDatabase(Path.of("data/launcher-test-db"));

    @AfterAll
    static void stop() {
        DATABASE.stop();
    }

    @Test
    void aSecondStartAdoptsTheServerThatOutlivedItsLauncher() {
        var port = DATABASE.start();
        var process = DATABASE.process();

        assertThat(DATABASE.start()).isEqualTo(port);
        assertThat(DATABASE.process()).isEqualTo(process);
    }

    @Test
    void acknowledgedRowsSurviveTheKillOfTheServer() throws Exception {
        execute(DATABASE.start(), "create database if not exists kept");
        execute(DATABASE.start(), "create or replace table kept.row_kept (id int primary key)");
        execute(DATABASE.start(), "insert into kept.row_kept values (42)");

        var killed = DATABASE.process();
        killed.destroyForcibly();
        killed.onExit().get(30, TimeUnit.SECONDS);

        assertThat(number(DATABASE.start(), "select id from kept.row_kept")).isEqualTo(42);
    }

    @Test
    void startsOnTheWantedPortAfterACleanStop() {
        var port = DATABASE.start();
        var first = DATABASE.process();
        DATABASE.stop();

        assertThat(first.isAlive()).isFalse();
        assertThat(DATABASE.run("status").status()).isEqualTo(3);
        assertThat(DATABASE.run("start", String.valueOf(port)).text()).isEqualTo(String.valueOf(port));
    }

    @Test
    void keepsToTheSettingsDurabilityRestsOn() throws Exception {
        var port = DATABASE.start();

        assertThat(number(port, "select @@innodb_flush_log_at_trx_commit")).isEqualTo(1);
        assertThat(number(port, "select @@sync_binlog")).isEqualTo(1);
        assertThat(number(port, "select @@log_bin and @@binlog_format = 'ROW'")).isEqualTo(1);
        assertThat(number(port, "select @@global.tx_isolation = 'READ-COMMITTED'"))
                .isEqualTo(1);
    }

    @Test
    void refusesAPortInUseAndTheTemporaryFolder() {
        var port = DATABASE.start();
        var other = new EmbeddedDatabase(Path.of("data/launcher-test-db-2"));

        assertThat(other.run("start", String.valueOf(port)).progress()).contains("port " + port + " is taken");
        assertThat(new EmbeddedDatabase(Path.of(System.getProperty("java.io.tmpdir"), "db"))
                        .run("start")
                        .progress())
                .contains("must not lie in the temporary folder");
    }

    private static void execute(int port, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:mysql://127.0.0.1:" + port + "/?user=root");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int number(int port, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:mysql://127.0.0.1:" + port + "/?user=root");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
