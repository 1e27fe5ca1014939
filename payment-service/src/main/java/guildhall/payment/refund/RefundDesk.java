package guildhall.payment.refund;

import guildhall.messages.id.CardRefundId;
import guildhall.messages.id.UserId;
import guildhall.runtime.decide.Decision;

/** Handles commands: loads, decides, posts, stores and reports in one transaction. */
public interface RefundDesk {
    Decision<RefundEvent, RefundRejection> request(RefundOrder order);

    Decision<RefundEvent, RefundRejection> approve(CardRefundId refund, UserId by, String reason);

    Decision<RefundEvent, RefundRejection> reject(CardRefundId refund, UserId by, String reason);

    /** What the provider said. Joins the present transaction, or opens one. */
    Decision<RefundEvent, RefundRejection> confirm(RefundReport report);
}
