package com.dingshu.embedded;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Initialises the data folder once and starts the server on it with the settings Dingshu promises its durability on. */
final class ServerStart {

    /** A server found running which says nothing for so long hangs. It may be recovering, so be patient. */
    static final Duration HANGING = Duration.ofSeconds(45);

    /** Recovery after a kill can take minutes on a large database and a slow disk. */
    private static final Duration READY = Duration.ofMinutes(5);

    private static final long MEGABYTE = 1024L * 1024;
    private static final int LOG_LINES = 15;

    private final Path folder;
    private final Binaries binaries;
    private final PrintStream progress;

    ServerStart(Path folder, Binaries binaries, PrintStream progress) {
        this.folder = folder;
        this.binaries = binaries;
        this.progress = progress;
    }

    static Path data(Path folder) {
        return folder.resolve("data");
    }

    RunningServer start(Optional<Integer> wantedPort) throws IOException, InterruptedException {
        if (!Files.isDirectory(data(folder))) {
            initialise();
        }
        var port = wantedPort.isPresent() ? free(wantedPort.get()) : free(0);
        var process = launch(command(port), log());
        var server = new RunningServer(process.toHandle(), port);
        if (server.answersWithin(READY)) {
            return server;
        }
        server.end(progress);
        throw new DatabaseFailure("it did not start. The end of " + log() + ":\n" + endOf(log()));
    }

    /** Into a folder that gets its name only when complete, so that an initialisation cut off is done again. */
    private void initialise() throws IOException, InterruptedException {
        progress.println("embedded database: initialising " + data(folder));
        var unfinished = folder.resolve("data-unfinished");
        delete(unfinished);
        var command = new ArrayList<>(List.of(
                "sh",
                binaries.installer(),
                "--no-defaults",
                "--basedir=" + binaries.home(),
                "--datadir=" + unfinished,
                "--auth-root-authentication-method=normal",
                "--skip-test-db",
                "--skip-name-resolve"));
        command.addAll(user());
        var log = folder.resolve("initialise.log");
        if (launch(command, log).waitFor() != 0) {
            throw new DatabaseFailure("its data could not be initialised. The end of " + log + ":\n" + endOf(log));
        }
        Files.move(unfinished, data(folder), StandardCopyOption.ATOMIC_MOVE);
    }

    private List<String> command(int port) {
        var command = new ArrayList<String>();
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            command.add("/usr/bin/setsid"); // Ctrl-C in the terminal reaches whoever started us, not the database
        }
        command.add(binaries.server());
        command.addAll(List.of(
                "--no-defaults",
                "--basedir=" + binaries.home(),
                "--datadir=" + data(folder),
                "--port=" + port,
                "--bind-address=127.0.0.1",
                "--socket=mariadb.sock", // inside the data folder: a longer path would pass the limit of socket names
                "--pid-file=" + folder.resolve("mariadb.pid"),
                "--skip-name-resolve",
                "--skip-ssl", // on the loopback only; making a certificate at each start takes up to half a minute
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_bin",
                "--default-time-zone=+00:00",
                "--transaction-isolation=READ-COMMITTED",
                "--innodb-flush-log-at-trx-commit=1",
                "--sync-binlog=1",
                "--log-bin=binlog",
                "--binlog-format=ROW",
                "--binlog-expire-logs-seconds=259200",
                "--server-id=1",
                "--innodb-buffer-pool-size=" + bufferPool(),
                "--innodb-log-file-size=256M",
                "--max-allowed-packet=64M",
                "--max-connections=400",
                "--table-open-cache=8000"));
        command.addAll(user());
        return command;
    }

    private static List<String> user() {
        return "root".equals(System.getProperty("user.name")) ? List.of("--user=root") : List.of();
    }

    /** An eighth of the machine's memory, between 256 MB and 2 GB. */
    private static long bufferPool() {
        var system = ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
        return Math.clamp(system.getTotalMemorySize() / 8, 256 * MEGABYTE, 2048 * MEGABYTE);
    }

    private Process launch(List<String> command, Path log) throws IOException {
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(Redirect.from(new File("/dev/null")))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.toFile()));
        builder.environment()
                .put("LD_LIBRARY_PATH", binaries.home().resolve("libs").toString());
        return builder.start();
    }

    private static int free(int wanted) throws IOException {
        try (var socket = new ServerSocket(wanted, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (java.net.BindException e) {
            throw new DatabaseFailure("port " + wanted + " is taken by another program; choose another one");
        }
    }

    private Path log() {
        return folder.resolve("mariadb.log");
    }

    private static String endOf(Path log) throws IOException {
        var lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                .lines()
                .toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()));
    }

    private static void delete(Path tree) throws IOException {
        if (Files.exists(tree)) {
            try (var paths = Files.walk(tree)) {
                for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
