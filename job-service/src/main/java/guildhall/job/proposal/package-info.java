/**
 * Proposals: what talents offer for a job.
 *
 * <p>SUBMITTED → UNDER_REVIEW → SHORTLISTED → INTERVIEW → OFFERED → HIRED, forward skips allowed;
 * any of them but HIRED → REJECTED by the client, WITHDRAWN by the talent. Before the client has
 * answered, that is up to UNDER_REVIEW, also → EXPIRED by time.
 *
 * <ul>
 *   <li>A talent has at most one active proposal for a job, also when two requests race.
 *   <li>The bid is in the currency of the job; the planned milestones add up to it exactly.
 *   <li>Nobody proposes for a job of their own, or for one that is closed or full.
 *   <li>Only the two parties see a proposal; to competitors it does not exist.
 *   <li>A proposal displaced by a hire comes back where it stood when that hire falls through.
 * </ul>
 *
 * Publishes {@code job.proposal.events}; listens to {@code job.job.events}, because the cancelling
 * of a job rejects its proposals.
 */
@NullMarked
package guildhall.job.proposal;

import org.jspecify.annotations.NullMarked;
