package guildhall.stack.postgres;

import guildhall.stack.component.ComponentFailure;
import guildhall.stack.settings.StackHome;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL's programs, unpacked once into the cache. */
final class PostgresBinaries {
    private static final int OWNER_EXECUTABLE = 0100;

    private final StackHome home;

    PostgresBinaries(StackHome home) {
        this.home = home;
    }

    Path program(String name) {
        return folder().resolve("bin").resolve(name);
    }

    /** Unpacks beside the target and renames, so that a kill leaves no half-unpacked folder. */
    void unpack() throws IOException {
        var target = folder();
        if (Files.isDirectory(target)) {
            return;
        }
        var temporary = Files.createTempDirectory(target.getParent(), "unpacking-");
        try (var archive =
                new TarArchiveInputStream(
                        new XZCompressorInputStream(
                                new BufferedInputStream(archive().openStream())))) {
            for (var entry = archive.getNextEntry();
                    entry != null;
                    entry = archive.getNextEntry()) {
                write(entry, archive, temporary);
            }
        }
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.move(temporary, target);
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path folder)
            throws IOException {
        var file = folder.resolve(entry.getName()).normalize();
        if (!file.startsWith(folder)) {
            throw new IOException("Entry outside of the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, file);
            if ((entry.getMode() & OWNER_EXECUTABLE) != 0) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }

    /** Named after the artifact, so that another version is unpacked beside this one. */
    private Path folder() {
        try {
            var connection = (JarURLConnection) archive().openConnection();
            var jar = Path.of(connection.getJarFileURL().getPath()).getFileName().toString();
            return home.cache(jar.replace(".jar", ""));
        } catch (IOException e) {
            throw new ComponentFailure("cannot read its binaries: " + e, e);
        }
    }

    private static URL archive() {
        var name = "/postgres-%s-%s.txz".formatted(system(), architecture());
        var url = PostgresBinaries.class.getResource(name);
        if (url == null) {
            throw new ComponentFailure(
                    "there are no PostgreSQL binaries for %s on %s"
                            .formatted(
                                    System.getProperty("os.name"), System.getProperty("os.arch")));
        }
        return url;
    }

    private static String system() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac")
                ? "darwin"
                : "linux";
    }

    private static String architecture() {
        return System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
    }
}
