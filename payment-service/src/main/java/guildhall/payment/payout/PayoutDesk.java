package guildhall.payment.payout;

import guildhall.runtime.decide.Decision;

/** Handles commands: loads, decides, posts, stores and reports in one transaction. */
public interface PayoutDesk {
    /**
     * Takes the money out of the wallet, if everything allows. Returns when that is committed,
     * together with whatever else waits to change the books, and so is not for a transaction.
     */
    Decision<PayoutEvent, PayoutRejection> request(PayoutOrder order);

    /** Everything but requests. Joins the present transaction, or opens one. */
    Decision<PayoutEvent, PayoutRejection> handle(PayoutCommand command);
}
