package com.dingshu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The image and the compose file, as far as they can be judged without running them. */
class DockerTest {

    private final JsonNode services =
            new YAMLMapper().readTree(Path.of("docker/compose.yaml")).path("services");
    private final String image = Files.readString(Path.of("docker/Dockerfile"));

    DockerTest() throws IOException {}

    @Test
    void theDatabaseKeepsEveryAcknowledgedCommit() {
        assertThat(texts(services.at("/database/command")))
                .contains(
                        "--innodb-flush-log-at-trx-commit=1",
                        "--sync-binlog=1",
                        "--binlog-format=ROW",
                        "--transaction-isolation=READ-COMMITTED");
        assertThat(services.at("/database/image").asString()).isEqualTo("mysql:8.4");
        assertThat(texts(services.at("/database/volumes"))).contains("database:/var/lib/mysql");
    }

    @Test
    void theApplicationWaitsForAHealthyDatabase() {
        assertThat(services.at("/database/healthcheck/test").isMissingNode()).isFalse();
        assertThat(services.at("/app/depends_on/database/condition").asString()).isEqualTo("service_healthy");
        assertThat(image).contains("HEALTHCHECK").contains("/actuator/health/readiness");
    }

    @Test
    void secretsComeFromTheEnvironmentAndAreDemanded() {
        assertThat(services.at("/app/environment/DINGSHU_DB_PASSWORD").asString())
                .startsWith("${DINGSHU_DB_PASSWORD:?");
        assertThat(services.at("/database/environment/MYSQL_ROOT_PASSWORD").asString())
                .startsWith("${MYSQL_ROOT_PASSWORD:?");
        assertThat(services.at("/app/environment/DINGSHU_KEYS").asString()).startsWith("/keys/");
    }

    @Test
    void theApplicationRunsWithoutRightsItDoesNotNeed() {
        var user = image.lines().filter(line -> line.startsWith("USER ")).toList();

        assertThat(user).containsExactly("USER dingshu");
        assertThat(services.at("/app/read_only").asBoolean()).isTrue();
        assertThat(texts(services.at("/app/cap_drop"))).containsExactly("ALL");
        assertThat(services.at("/app/ports/0").asString()).startsWith("127.0.0.1:");
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream()
                .map(JsonNode::asString)
                .map(Objects::requireNonNull)
                .toList();
    }
}
