package com.dingshu.bench;

import com.dingshu.DingshuApplication;
import com.dingshu.testing.EmbeddedDatabase;
import com.dingshu.testing.TestSupport;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole product in this process on a database kept for measuring; test support lies on the same path and comes along. */
record Application(
        ConfigurableApplicationContext context, String server, String url, Optional<EmbeddedDatabase> embedded)
        implements AutoCloseable {

    static Application start(String schema, boolean works) {
        EmbeddedDatabase embedded = new EmbeddedDatabase(Path.of("data/bench-db"));
        Optional<String> given = Optional.ofNullable(System.getenv("DINGSHU_BENCH_DB_URL"));
        String server = given.orElseGet(() -> "jdbc:mysql://127.0.0.1:" + embedded.start() + "/");
        String url = server + schema + "?user=root&createDatabaseIfNotExist=true";
        SpringApplication application = new SpringApplication(DingshuApplication.class, TestSupport.class);
        application.setAdditionalProfiles("bench");
        ConfigurableApplicationContext context = application.run(
                "--spring.datasource.url=" + url,
                "--server.port=0",
                "--dingshu.keys.file=data/bench-keys.json",
                "--dingshu.keys.create-when-missing=true",
                "--spring.main.banner-mode=off",
                "--dingshu.channels.private-addresses=true",
                "--dingshu.work.enabled=" + works,
                "--logging.level.root=warn");
        return new Application(context, server, url, given.isPresent() ? Optional.empty() : Optional.of(embedded));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    Processors processors() {
        return new Processors(embedded.map(EmbeddedDatabase::process));
    }

    int port() {
        return java.util.Objects.requireNonNull(((ServletWebServerApplicationContext) context).getWebServer())
                .getPort();
    }

    @Override
    public void close() {
        context.close();
        embedded.ifPresent(EmbeddedDatabase::stop);
    }
}
