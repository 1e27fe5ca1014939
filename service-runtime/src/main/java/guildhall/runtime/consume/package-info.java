/**
 * Receiving exactly once in effect. A service declares its {@link
 * guildhall.runtime.consume.Subscription}s; the runtime polls, skips what was not asked for and
 * what was already handled (inbox), retries a failure in place with backoff so that order is kept,
 * then sets the message aside as a dead letter and parks the later messages of the same key behind
 * it.
 */
@NullMarked
package guildhall.runtime.consume;

import org.jspecify.annotations.NullMarked;
