package guildhall.payment.topup;

import guildhall.runtime.decide.Decision;

/** Handles commands: loads, decides, posts, stores and reports in one transaction. */
public interface TopUps {
    /** Joins the present transaction, or opens one. */
    Decision<TopUpEvent, TopUpRejection> handle(TopUpCommand command);
}
