/**
 * The contract between a client and a talent: parties, amount, terms, and how far it is.
 *
 * <p>States: DRAFT (for a moment: terms taken from an accepted proposal are already accepted by
 * both) → PENDING_FUNDING → ACTIVE → COMPLETED or TERMINATED; before ACTIVE → CANCELLED.
 *
 * <p>Invariants:
 *
 * <ul>
 *   <li>client and talent are different parties; parties, amount and currency never change;
 *   <li>the milestones of the terms add up to the amount, in the currency of the contract;
 *   <li>a contract is never ACTIVE before an escrow was funded for it;
 *   <li>it ends COMPLETED only when every milestone is paid or cancelled and one is paid, and
 *       TERMINATED when none is;
 *   <li>one talent has at most one contract that is not over for the same job;
 *   <li>the number (C-2027-000042) is unique and never given out again.
 * </ul>
 *
 * <p>Failures: a proposal with impossible terms, or for a talent who is hired for this job already,
 * becomes a contract that is CANCELLED at birth, so that job-service always gets an answer and
 * gives the seat back. A cancellation before ACTIVE first closes the escrow and only then says
 * CANCELLED, so that money which arrives late is never left behind.
 *
 * <p>Publishes {@code contract.contract.events} and the partner-safe {@code public.contract}.
 */
@NullMarked
package guildhall.contract.agreement;

import org.jspecify.annotations.NullMarked;
