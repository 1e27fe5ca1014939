package guildhall.notification.retention;

import java.time.Instant;
import java.util.function.Function;
import org.springframework.data.mongodb.core.query.Criteria;

/**
 * Declared as a bean: documents that are kept for a while only.
 *
 * @param kind for the metric and the log
 * @param olderThan which of the collection were over at a time; an index should find them
 */
public record Expiring(Kind kind, String collection, Function<Instant, Criteria> olderThan) {
    /** Of which each is kept for a time of its own. */
    public enum Kind {
        NOTIFICATION,
        SENT_MAIL,
        FAILED_MAIL
    }
}
