package guildhall.payment.payout;

import guildhall.payment.approval.Approvals;
import guildhall.payment.approval.Ruling;

/** Whether somebody of finance has to agree, or has agreed. */
public sealed interface Review {
    record NotNeeded() implements Review {}

    /**
     * @param approvals that are not enough yet
     */
    record Awaited(Approvals approvals) implements Review {}

    record Approved(Approvals approvals) implements Review {}

    /**
     * @param approvals that came before
     */
    record Declined(Approvals approvals, Ruling ruling) implements Review {}
}
