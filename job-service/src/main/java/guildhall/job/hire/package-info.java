/**
 * Hiring: the part of process C1 (hire and fund) that concerns a job.
 *
 * <p>To accept a proposal is to reserve the job for it. When its contract is funded, work begins
 * and the other proposals are turned down, because the position is filled. When its contract is
 * cancelled before that, the reservation ends, the job opens again and the proposal is back to
 * OFFERED. When an active contract ends without a paid milestone, the job opens again and those who
 * were turned down for it are back in the running.
 *
 * <p>The wait for the contract has its deadline in contract-service, which owns the process: a
 * contract that nobody funds is cancelled there, and that cancellation ends the wait here.
 *
 * <p>Listens to {@code contract.contract.events}.
 */
@NullMarked
package guildhall.job.hire;

import org.jspecify.annotations.NullMarked;
