package guildhall.stack.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Where the local stack keeps its files: the checkout it runs from, and one ignored folder with
 * everything it writes.
 *
 * @param root the checkout, with the services' jars and the checked-in definitions under deploy
 * @param folder usually {@code .guildhall} in the checkout
 */
public record StackHome(Path root, Path folder) {
    private static final String FOLDER = ".guildhall";

    /** The folder of a checkout, unless {@code GUILDHALL_HOME} names another one. */
    public static StackHome of(Path root) {
        var absolute = root.toAbsolutePath().normalize();
        var elsewhere = System.getenv("GUILDHALL_HOME");
        return new StackHome(
                absolute,
                elsewhere == null || elsewhere.isBlank()
                        ? absolute.resolve(FOLDER)
                        : Path.of(elsewhere).toAbsolutePath().normalize());
    }

    public Path config() {
        return folder.resolve("config");
    }

    public Path secrets() {
        return folder.resolve("secrets");
    }

    public Path lock() {
        return folder.resolve("run/lock");
    }

    public Path pidFile(String component) {
        return folder.resolve("run").resolve(component + ".pid");
    }

    public Path log(String component) {
        return logs().resolve(component + ".log");
    }

    public Path logs() {
        return folder.resolve("logs");
    }

    public Path data(String component) {
        return folder.resolve("data").resolve(component);
    }

    /** Things that can be made again: unpacked binaries and jars. */
    public Path cache(String name) {
        return folder.resolve("cache").resolve(name);
    }

    public Path deploy(String path) {
        return root.resolve("deploy").resolve(path);
    }

    /** Only the owner may look inside: the folder holds secrets and the databases. */
    public void create() {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(
                        folder,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rwx------")));
            }
            for (var name : new String[] {"run", "logs", "data", "cache"}) {
                Files.createDirectories(folder.resolve(name));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot create " + folder, e);
        }
    }
}
