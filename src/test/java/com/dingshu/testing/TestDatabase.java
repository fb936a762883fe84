package com.dingshu.testing;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The database of this JVM's tests, with an empty schema: the server that {@code DINGSHU_TEST_DB_URL} names, else the embedded one in
 * {@code ./data/test-db}, which ends with the JVM. Never H2.
 */
public final class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** Points a Spring test at this database. */
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of("spring.datasource.url=" + url()).applyTo(context);
    }

    /** The JDBC address, user included. */
    public static String url() {
        return Opened.URL;
    }

    /** A connection outside of the application, for checks that must not trust it. */
    public static Connection connect() throws SQLException {
        return DriverManager.getConnection(url());
    }

    private static final class Opened {

        private static final String URL = emptied(
                Optional.ofNullable(System.getenv("DINGSHU_TEST_DB_URL")).orElseGet(Opened::embedded));

        private static String embedded() {
            var server = new EmbeddedDatabase(Path.of("data/test-db"));
            var port = server.start();
            Runtime.getRuntime().addShutdownHook(new Thread(server::stop, "stop-test-database"));
            return "jdbc:mysql://127.0.0.1:" + port + "/dingshu_test?user=root&createDatabaseIfNotExist=true";
        }

        private static String emptied(String url) {
            try (var connection = DriverManager.getConnection(url);
                    var statement = connection.createStatement()) {
                var schema = connection.getCatalog();
                for (var sql : List.of(
                        "drop database " + schema,
                        "create database " + schema + " character set utf8mb4 collate utf8mb4_bin")) {
                    statement.execute(sql);
                }
                return url;
            } catch (SQLException e) {
                throw new IllegalStateException("the test database does not answer at " + url, e);
            }
        }
    }
}
