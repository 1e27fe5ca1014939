/**
 * Sending without losing: a message is a row in the same PostgreSQL transaction as the state change
 * that it reports. A relay reads the committed rows from the write-ahead log, in order, and
 * publishes them to Kafka at least once. Nothing in a service sends to Kafka by hand.
 */
@NullMarked
package guildhall.runtime.outbox;

import org.jspecify.annotations.NullMarked;
