/**
 * One contracted, fundable unit of work.
 *
 * <p>States, with the status that clients see where it differs:
 *
 * <pre>
 * Planned ⇄ AwaitingFunding ⇄ FundingRefused      (PLANNED, with or without an escrow ordered)
 * AwaitingFunding, FundingRefused → Funded         payment holds the money
 * Funded → InProgress → Submitted                  the talent starts and delivers
 * Submitted ⇄ RevisionRequested                    within the allowance
 * Submitted → Approved → Paid                      by the client, or by time
 * Planned → Cancelled
 * AwaitingFunding, FundingRefused, Funded → Refunding → Cancelled     (both CANCELLED)
 * </pre>
 *
 * <p>Invariants:
 *
 * <ul>
 *   <li>work starts only when its money is in escrow; an escrow funds one milestone, and a
 *       milestone is never funded by two;
 *   <li>the milestones of a contract that are not cancelled add up to at most its amount;
 *   <li>the amount is fixed once an escrow was ordered; nothing can be edited or cancelled once
 *       work was submitted;
 *   <li>submissions and revision requests are numbered from 1 and never change; there are at most
 *       as many revision requests as the allowance says (2 unless configured otherwise);
 *   <li>while work goes on, the client may pay parts of the held money; each leaves something for
 *       the approval, which pays the rest; what is told of the payment adds them all up;
 *   <li>an approval is given once, names one release, and is never taken back.
 * </ul>
 *
 * <p>Failures: a late or repeated confirmation changes nothing; a confirmation by another escrow is
 * refused, because it would freeze the client's money twice; work that nobody judges is approved
 * when its review window ends (14 days unless configured otherwise).
 *
 * <p>Publishes {@code contract.milestone.events} and, when paid, {@code public.contract}.
 */
@NullMarked
package guildhall.contract.milestone;

import org.jspecify.annotations.NullMarked;
