/**
 * Sending without losing: a message is a row in the same PostgreSQL transaction as the state change
 * that it reports. A relay reads the committed rows from the write-ahead log, in order, and
 * publishes them to Kafka at least once. Nothing in a service sends to Kafka by hand.
 *
 * <p>Invariants: what rolls back is never published; what commits is published, whatever is killed
 * in between; messages of one key arrive in the order of their commits, repetitions aside. The
 * replication slot is the only memory of what was published, and exactly one instance reads it. If
 * the slot is lost, a new one is made and rows since the last known progress are published from the
 * table.
 *
 * <p>The table is append-only for the application, partitioned by day (UTC), and kept for a
 * retention period in which {@link guildhall.runtime.outbox.Republish} can publish it again.
 *
 * <p>Metrics: {@code guildhall.outbox.age}, {@code guildhall.outbox.published}, {@code
 * guildhall.outbox.relay.active|rests}, {@code guildhall.outbox.wal.lag}.
 */
@NullMarked
package guildhall.runtime.outbox;

import org.jspecify.annotations.NullMarked;
