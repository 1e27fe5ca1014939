/**
 * Receiving exactly once in effect. A service declares its {@link
 * guildhall.runtime.consume.Subscription}s; the runtime polls, skips what was not asked for and
 * what was already handled (inbox), retries a failure in place with backoff so that order is kept,
 * then sets the message aside as a dead letter and parks the later messages of the same key behind
 * it.
 *
 * <p>A subscription may take its messages together, or bundle what handles one, in one transaction
 * for as many as have arrived; a batch that fails is handled message by message. An unhurried one
 * lets the broker wait a moment for more of them. While much arrives both rest a little after each
 * batch, so that the next is larger. A prepared one first locks and reads at once what all of them
 * need.
 *
 * <p>Invariants: the offset of a record is committed only after the database holds its effect, its
 * dead letter or the proof that it was handled before, and then within some two seconds. For every
 * consumer and key at most one letter is DEAD, the oldest that waits; PARKED ones follow it in
 * their order. Failures that pass (a connection lost, another writer was first) are repeated
 * without limit and block only their partition.
 *
 * <p>A dead letter is also copied to {@code <topic>.dlt}, through the outbox like every message.
 * Operators work with {@link guildhall.runtime.consume.DeadLetters}. Settled ones are deleted after
 * 90 days; those that wait stay.
 *
 * <p>Metrics: {@code guildhall.consume} (timer), {@code guildhall.consume.messages} by outcome,
 * {@code guildhall.consume.failures}, {@code guildhall.consume.rests}, {@code
 * guildhall.deadletters.dead|parked|keys|pruned}; lag comes from Kafka's own client metrics.
 */
@NullMarked
package guildhall.runtime.consume;

import org.jspecify.annotations.NullMarked;
