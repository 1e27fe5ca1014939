/**
 * What is deleted because it has been kept long enough. Features say what of theirs expires ({@link
 * guildhall.notification.retention.Expiring}); how long each kind is kept stands in one place.
 * Every instance looks once in a while and deletes in small steps; several at once only delete less
 * each.
 *
 * <p>Metrics: {@code guildhall.notification.pruned} by kind.
 */
@NullMarked
package guildhall.notification.retention;

import org.jspecify.annotations.NullMarked;
