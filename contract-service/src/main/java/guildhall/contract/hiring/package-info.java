/**
 * From an accepted proposal to a contract (the first steps of process C1, hire and fund).
 *
 * <p>The terms come unchanged from the proposal, so both sides have accepted them already: the
 * contract and its milestones are made, and the {@code funding} process of the first milestone is
 * started, in one transaction. What can go wrong later (no money, no answer, somebody backs out, 48
 * hours pass) is the business of that process.
 *
 * <p>Invariants: the ids of a contract and its milestones are derived from the acceptance (the
 * proposal and its time), so one acceptance becomes one contract however often it arrives, and a
 * proposal that is reinstated and accepted anew becomes a new one; a proposal has at most one
 * contract that is not over; every acceptance gets an answer, if only a contract that is cancelled
 * at birth.
 *
 * <p>Listens to {@code job.proposal.events}.
 */
@NullMarked
package guildhall.contract.hiring;

import org.jspecify.annotations.NullMarked;
