package guildhall.payment.payoutaccount;

import guildhall.runtime.decide.Decision;

/** Handles commands: loads, decides, stores and reports in one transaction. */
public interface PayoutAccountDesk {
    /** Joins the present transaction, or opens one. */
    Decision<PayoutAccountEvent, PayoutAccountRejection> handle(PayoutAccountCommand command);
}
