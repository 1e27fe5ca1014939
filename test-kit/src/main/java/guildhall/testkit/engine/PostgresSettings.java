package guildhall.testkit.engine;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The server settings that tests rely on: durable commits as in production, because a lost commit
 * is exactly what the tests look for, and logical decoding for many relays at once.
 */
public final class PostgresSettings {
    public static final Map<String, String> ALL =
            Map.of(
                    "fsync", "on",
                    "synchronous_commit", "on",
                    "full_page_writes", "on",
                    "wal_level", "logical",
                    "max_replication_slots", "64",
                    "max_wal_senders", "64",
                    "max_connections", "300",
                    "max_slot_wal_keep_size", "1GB",
                    "timezone", "UTC");

    static String[] commandLine() {
        return Stream.concat(
                        Stream.of("postgres"),
                        new TreeMap<>(ALL)
                                .entrySet().stream()
                                        .flatMap(entry ->
                                                Stream.of(
                                                        "-c",
                                                        entry.getKey() + "=" + entry.getValue())))
                .toArray(String[]::new);
    }

    private PostgresSettings() {}
}
