/**
 * Jobs: what a client wants done.
 *
 * <p>DRAFT → OPEN ↔ CLOSED, OPEN → EXPIRED → OPEN, OPEN or CLOSED → reserved for one proposal →
 * IN_PROGRESS → COMPLETED, and CANCELLED from wherever no hire is under way.
 *
 * <ul>
 *   <li>Only the party that drafted a job changes it; nobody else sees a draft.
 *   <li>The budget is one currency, and its lower end is not above its upper end.
 *   <li>Budget and kind are fixed from the first proposal on: talents answered these terms.
 *   <li>A job with as many active proposals as it has places closes, and opens again when one of
 *       them leaves.
 *   <li>A job is reserved for at most one proposal, and in progress for at most one contract.
 * </ul>
 *
 * Publishes {@code job.job.events} and, for jobs that everybody may find, {@code public.job}.
 */
@NullMarked
package guildhall.job.posting;

import org.jspecify.annotations.NullMarked;
