package com.dingshu.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How much processor time this process (product and load client) and the database's have used. Unlike the rate it hardly
 * depends on what else the machine is doing.
 *
 * @param database the server's process, when it is on this machine
 */
record Processors(Optional<ProcessHandle> database) {

    private static final long TICKS_A_SECOND = 100;

    /** Milliseconds since the processes began. */
    record Used(double ours, double databases) {

        Used since(Used before) {
            return new Used(ours - before.ours, databases - before.databases);
        }
    }

    Used now() {
        var self = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Used(
                self.getProcessCpuTime() / 1e6, database.map(Processors::millis).orElse(0.0));
    }

    private static double millis(ProcessHandle process) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * 1000.0 / TICKS_A_SECOND;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
