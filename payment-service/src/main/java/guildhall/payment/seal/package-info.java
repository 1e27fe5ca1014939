/**
 * The hash chain over all journals, so that tampering shows: with the amount, the account or the
 * time of a line, with the order of journals, by taking one out or putting one in.
 *
 * <p>Every journal gets a position and the SHA-256 of its position, the hash before it and
 * everything that is stored about it ({@link guildhall.payment.seal.HashChain} says exactly what).
 * Whoever changes one journal would have to change all seals that follow; a copy of any later hash,
 * as the log and staff's exports have it, gives that away too.
 *
 * <p><b>Not on the busy path.</b> A chain is serial by nature, postings are not. So journals are
 * sealed a moment after they were posted, by whichever instance holds the lock, many at a time. An
 * order that nothing can come into later is needed for that. Neither ids nor times nor sequences
 * give one, because transactions commit in another order than they began. Each journal therefore
 * keeps the number of its transaction, and only those are sealed whose number is below the {@code
 * xmin} of a snapshot: no transaction below it is still running, so all journals that will ever be
 * there already are. They are taken in the order of transaction and id. When a transaction stays
 * open for long, sealing waits; the age of the oldest unsealed journal is a metric.
 *
 * <p>A database that was restored from a dump counts transactions anew. Sealing then stops with an
 * error until {@code journal.posted_in} and {@code seal_progress.sealed_through} were set to 0;
 * neither is part of any hash.
 *
 * <p><b>Verification</b> recomputes range after range in a chore of every instance, and on request
 * of staff, and names the first position that does not fit. A journal that was smuggled in among
 * old ones has no seal: the ledger's audit counts those.
 */
@NullMarked
package guildhall.payment.seal;

import org.jspecify.annotations.NullMarked;
