package com.dingshu.embedded;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Optional;

/**
 * The embedded database's command line.
 *
 * <pre>
 *   start DIR [PORT]   unpack once, initialise once, start on 127.0.0.1, wait until it answers; the last line printed is the port
 *   stop DIR           shut it down cleanly
 *   status DIR         prints "running PID PORT" (exit status 0) or "stopped" (exit status 3)
 * </pre>
 *
 * <p>A server that already runs on DIR is adopted, whoever started it; one that hangs is ended by its process id. The binaries are unpacked
 * beside DIR, so that several data folders share them. Data in DIR survives every kill: a later start recovers it.
 */
@SuppressWarnings("try") // the lock is held, not used
public final class EmbeddedMariaDb {

    private static final int FAILED = 1;
    private static final int WRONG_USE = 2;
    private static final int STOPPED = 3;

    private final Path folder;
    private final PrintStream progress;

    private EmbeddedMariaDb(Path folder, PrintStream progress) {
        this.folder = folder;
        this.progress = progress;
    }

    public static void main(String[] args) {
        System.exit(run(args, System.out, System.err));
    }

    private static int run(String[] args, PrintStream out, PrintStream progress) {
        if (args.length < 2 || args.length > 3) {
            return usage(progress);
        }
        var database = new EmbeddedMariaDb(Path.of(args[1]).toAbsolutePath().normalize(), progress);
        try {
            return switch (args[0]) {
                case "start" ->
                    database.start(args.length == 3 ? Optional.of(Integer.valueOf(args[2])) : Optional.empty(), out);
                case "stop" -> database.stop();
                case "status" -> database.status(out);
                default -> usage(progress);
            };
        } catch (NumberFormatException e) {
            return usage(progress);
        } catch (DatabaseFailure e) {
            progress.println("embedded database: " + e.getMessage());
            return FAILED;
        } catch (IOException e) {
            progress.println("embedded database: " + e);
            return FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
    }

    private int start(Optional<Integer> wantedPort, PrintStream out) throws IOException, InterruptedException {
        refuseOtherPlatforms();
        refuseTemporaryFolder();
        Files.createDirectories(folder);
        try (var channel = lockFile();
                var lock = channel.lock()) {
            var binaries = Binaries.unpackedBeside(folder, progress);
            var running = RunningServer.on(folder);
            if (running.isPresent() && adopts(running.get(), wantedPort)) {
                progress.println("embedded database: adopted the running server, process "
                        + running.get().pid());
                out.println(running.get().port());
                return 0;
            }
            if (running.isPresent()) {
                running.get().end(progress);
            }
            var server = new ServerStart(folder, binaries, progress).start(wantedPort);
            out.println(server.port());
            return 0;
        }
    }

    private static boolean adopts(RunningServer running, Optional<Integer> wantedPort) throws InterruptedException {
        return wantedPort.map(port -> port == running.port()).orElse(true)
                && running.answersWithin(ServerStart.HANGING);
    }

    private int stop() throws IOException, InterruptedException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (var channel = lockFile();
                var lock = channel.lock()) {
            var running = RunningServer.on(folder);
            if (running.isPresent()) {
                running.get().end(progress);
            }
            return 0;
        }
    }

    private int status(PrintStream out) {
        var running = RunningServer.on(folder);
        out.println(running.map(server -> "running " + server.pid() + " " + server.port())
                .orElse("stopped"));
        return running.isPresent() ? 0 : STOPPED;
    }

    /** Two starts at the same moment wait for each other; the lock dies with its process. */
    private FileChannel lockFile() throws IOException {
        return FileChannel.open(folder.resolve("launcher.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private static void refuseOtherPlatforms() {
        var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        var machine = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        if (!system.startsWith("linux") || !(machine.equals("amd64") || machine.equals("x86_64"))) {
            throw new DatabaseFailure("it runs on Linux x86-64 only, this is " + system + " " + machine
                    + ". Start a MySQL 8.4 server and name it: DINGSHU_DB_URL=jdbc:mysql://host:3306/dingshu");
        }
    }

    /** What lies in the temporary folder may be swept away by the system. */
    private void refuseTemporaryFolder() {
        var temporary = Path.of(System.getProperty("java.io.tmpdir", "/tmp"))
                .toAbsolutePath()
                .normalize();
        if (folder.startsWith(temporary)) {
            throw new DatabaseFailure("its data must not lie in the temporary folder " + temporary
                    + ", choose another folder than " + folder);
        }
    }

    private static int usage(PrintStream progress) {
        progress.println("usage: start DIR [PORT] | stop DIR | status DIR");
        return WRONG_USE;
    }
}
