package guildhall.testkit.engine;

import java.util.Optional;

/** A system property wins over the environment variable of the same name; blank is not set. */
final class Settings {
    static Optional<String> find(String name) {
        return Optional.ofNullable(System.getProperty(name))
                .or(() -> Optional.ofNullable(System.getenv(name)))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    private Settings() {}
}
