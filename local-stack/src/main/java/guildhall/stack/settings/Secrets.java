package guildhall.stack.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Passwords and keys of this one installation. They are made up when first asked for and kept in
 * one file that only its owner can read; deleting the file while there is data locks the data.
 */
public final class Secrets {
    private static final int BYTES = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Map<String, String> values;

    private Secrets(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /** Reads the file and adds what a newer version of the stack needs beyond it. */
    public static Secrets load(StackHome home, Set<String> names) {
        var values = new TreeMap<String, String>();
        if (Files.exists(home.secrets())) {
            read(home.secrets())
                    .forEach((name, value) -> values.put((String) name, (String) value));
        }
        var before = values.size();
        names.forEach(name -> values.computeIfAbsent(name, _ -> generate()));
        if (values.size() > before) {
            write(home, values);
        }
        return new Secrets(values);
    }

    public String get(String name) {
        return Objects.requireNonNull(values.get(name), () -> "no secret " + name);
    }

    private static Properties read(Path file) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
        return properties;
    }

    /** Base64url: fits URLs, SQL literals and property files without any escaping. */
    private static String generate() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** A complete new file replaces the old one, so that a kill never leaves half of it. */
    private static void write(StackHome home, Map<String, String> values) {
        home.create();
        var ownerOnly =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var temporary = home.secrets().resolveSibling("secrets.new");
        var text =
                values.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining("\n", "# Generated; never commit.\n", "\n"));
        try {
            Files.deleteIfExists(temporary);
            Files.createFile(temporary, ownerOnly);
            Files.writeString(temporary, text, StandardOpenOption.TRUNCATE_EXISTING);
            Files.move(temporary, home.secrets(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + home.secrets(), e);
        }
    }
}
