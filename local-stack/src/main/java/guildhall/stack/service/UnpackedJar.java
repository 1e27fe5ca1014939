package guildhall.stack.service;

import guildhall.stack.component.ComponentFailure;
import guildhall.stack.component.Folders;
import guildhall.stack.component.JavaCommand;
import guildhall.stack.settings.StackHome;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A service's executable jar, unpacked into a small jar beside its libraries: that starts faster
 * than the jars within a jar. Kept per content, so a rebuilt jar is unpacked anew.
 */
final class UnpackedJar {
    private static final int HASH_BYTES = 8;

    private final StackHome home;
    private final String service;

    UnpackedJar(StackHome home, String service) {
        this.home = home;
        this.service = service;
    }

    /** The small jar to start. */
    Path path() throws IOException {
        var built = built();
        return folder(built).resolve(built.getFileName());
    }

    void unpack() throws IOException, InterruptedException {
        var built = built();
        var target = folder(built);
        if (Files.isDirectory(target)) {
            return;
        }
        Files.createDirectories(target.getParent());
        var temporary = target.resolveSibling(target.getFileName() + ".unfinished");
        Folders.delete(temporary);
        var process =
                new ProcessBuilder(
                                JavaCommand.executable().toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-Djarmode=tools",
                                "-jar",
                                built.toString(),
                                "extract",
                                "--destination",
                                temporary.toString())
                        .redirectErrorStream(true)
                        .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new ComponentFailure("cannot unpack %s:%n%s".formatted(built, output));
        }
        deleteOlderOnes(target);
        Files.move(temporary, target);
    }

    /** A process that still runs from one keeps the files open; only their names go. */
    private static void deleteOlderOnes(Path target) throws IOException {
        List<Path> older;
        try (var folders = Files.list(target.getParent())) {
            older = folders.filter(folder -> !folder.toString().endsWith(".unfinished")).toList();
        }
        for (var folder : older) {
            Folders.delete(folder);
        }
    }

    private Path built() throws IOException {
        var folder = home.root().resolve(service + "-service").resolve("target");
        if (Files.isDirectory(folder)) {
            try (var jars = Files.newDirectoryStream(folder, service + "-service-*.jar")) {
                for (var jar : jars) {
                    return jar;
                }
            }
        }
        throw new ComponentFailure(
                "there is no %s-service-<version>.jar in %s; './guildhall up' builds it"
                        .formatted(service, folder));
    }

    private Path folder(Path jar) throws IOException {
        return home.cache("services").resolve(service).resolve(contentHash(jar));
    }

    /** From the names and checksums in the table of contents: no need to read all of the file. */
    private static String contentHash(Path jar) throws IOException {
        try (var file = new ZipFile(jar.toFile())) {
            var digest = MessageDigest.getInstance("SHA-256");
            for (ZipEntry entry : Collections.list(file.entries())) {
                digest.update(entry.getName().getBytes(StandardCharsets.UTF_8));
                digest.update(ByteBuffer.allocate(Long.BYTES).putLong(entry.getCrc()).array());
            }
            return HexFormat.of().formatHex(digest.digest(), 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
