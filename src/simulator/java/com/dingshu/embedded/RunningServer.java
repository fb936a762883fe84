package com.dingshu.embedded;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A server process of this machine that works on a given data folder, found by its own command line: no file can be stale. */
record RunningServer(ProcessHandle process, int port) {

    private static final Duration CLEAN_END = Duration.ofSeconds(90);
    private static final int GREETING_PROTOCOL = 10;
    private static final long RETRY_MILLIS = 100;

    static Optional<RunningServer> on(Path folder) {
        return ProcessHandle.allProcesses()
                .flatMap(process -> server(process, folder).stream())
                .findFirst();
    }

    private static Optional<RunningServer> server(ProcessHandle process, Path folder) {
        var arguments = process.info().arguments().orElse(new String[0]);
        return argument(arguments, "--datadir=")
                .filter(data -> Path.of(data).equals(ServerStart.data(folder)))
                .flatMap(data -> argument(arguments, "--port="))
                .map(port -> new RunningServer(process, Integer.parseInt(port)));
    }

    private static Optional<String> argument(String[] arguments, String name) {
        return Arrays.stream(arguments)
                .filter(argument -> argument.startsWith(name))
                .map(argument -> argument.substring(name.length()))
                .findFirst();
    }

    long pid() {
        return process.pid();
    }

    /** Waits for the server's greeting; gives up early when the process has ended. */
    boolean answersWithin(Duration limit) throws InterruptedException {
        var end = System.nanoTime() + limit.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            if (greets()) {
                return true;
            }
            Thread.sleep(RETRY_MILLIS);
        }
        return false;
    }

    /** The first packet of the MySQL protocol: three bytes of length, a number, the protocol's version. */
    private boolean greets() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
            socket.setSoTimeout(2_000);
            var answer = new DataInputStream(socket.getInputStream());
            answer.readNBytes(4);
            return answer.readUnsignedByte() == GREETING_PROTOCOL;
        } catch (IOException e) {
            return false;
        }
    }

    /** Asks the server to shut down, and kills it only when it does not within a minute and a half. */
    void end(PrintStream progress) throws InterruptedException {
        process.destroy();
        if (!endsWithin(CLEAN_END)) {
            progress.println(
                    "embedded database: process " + pid() + " does not shut down, killing it; the next start recovers");
            process.destroyForcibly();
            endsWithin(CLEAN_END);
        }
    }

    private boolean endsWithin(Duration limit) throws InterruptedException {
        try {
            process.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException | TimeoutException e) {
            return !process.isAlive();
        }
    }
}
