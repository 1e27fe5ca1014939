/**
 * Group commit: changes of the books that many callers ask for at the same time become one
 * transaction, so that a busy account is locked once and the disk is asked once for all of them.
 *
 * <p>A caller hands in a {@link guildhall.payment.groupcommit.BookChange} and waits. A worker takes
 * what is waiting, locks everything that the changes could touch (their own rows in the order of
 * their subjects, then all accounts in the order of the ledger), lets each of them decide in the
 * order of arrival on balances that already contain the ones before it, writes all postings as
 * sets, commits, and only then gives everybody the answer to their own question.
 *
 * <ul>
 *   <li>Refusals are answers like any other and change nothing. A change that fails by exception
 *       takes nobody with it: the transaction is rolled back and its changes are tried again in two
 *       halves, down to the one that fails alone.
 *   <li>What does not concern one change but everybody (no database) is told to all at once.
 *   <li>The line is bounded, in total and per caller, and callers are served in turn: whoever asks
 *       for more than their share waits behind others, not they behind him. Beyond the bounds the
 *       answer is {@link guildhall.payment.groupcommit.BusyException}, 503 with Retry-After.
 *   <li>Two changes of one subject are never in the same transaction, so each sees the other done.
 *   <li>A killed worker loses nothing that was answered. What was not answered may have happened;
 *       asking again with the same id finds out.
 * </ul>
 *
 * <p>Commands from Kafka arrive in batches anyway and are handled in the same way, one transaction
 * per batch, by {@code escrow}. Any number of instances may do so side by side: the order of locks
 * is the same everywhere.
 *
 * <p>Metrics: {@code guildhall.payment.group-commit.size} (changes per transaction), {@code .wait}
 * (from asking to being answered), {@code .waiting} (length of the line), {@code .refused}.
 */
@NullMarked
package guildhall.payment.groupcommit;

import org.jspecify.annotations.NullMarked;
