package guildhall.runtime.outbox;

import java.time.Instant;
import java.util.Set;

/**
 * Which messages of the outbox to publish again.
 *
 * @param from when they were written, inclusive
 * @param until exclusive
 * @param types {@code ce_type}s; empty means all
 */
public record RepublishRange(Instant from, Instant until, Set<String> types) {
    /** Far beyond any row, and still a timestamp for PostgreSQL. */
    private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

    public RepublishRange {
        types = Set.copyOf(types);
    }

    static RepublishRange since(Instant from) {
        return new RepublishRange(from, END, Set.of());
    }
}
