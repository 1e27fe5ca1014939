package guildhall.payment.refund.adapter;

import guildhall.messages.id.CardRefundId;
import guildhall.payment.refund.Refund.Requested;
import guildhall.payment.refund.RefundDesk;
import guildhall.payment.refund.RefundEvent;
import guildhall.payment.refund.RefundRejection;
import guildhall.payment.refund.Refunds;
import guildhall.runtime.decide.Decision;
import guildhall.runtime.decide.Decision.Accepted;
import guildhall.runtime.decide.Decision.Rejected;
import guildhall.runtime.operate.OperatorDesk;
import guildhall.runtime.security.Caller;
import guildhall.runtime.web.PlainText;
import guildhall.runtime.web.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Carries out what finance decided and writes it down, in one transaction. */
@Component
class RefundReviews {
    private final RefundDesk desk;
    private final Refunds refunds;
    private final OperatorDesk operators;

    RefundReviews(RefundDesk desk, Refunds refunds, OperatorDesk operators) {
        this.desk = desk;
        this.refunds = refunds;
        this.operators = operators;
    }

    @Transactional
    public RefundView approve(CardRefundId refund, Caller operator, String reason) {
        if (isNews(desk.approve(refund, operator.user(), PlainText.cleanLine(reason)))) {
            operators.record(operator, "refund.approve", refund.toString(), reason);
        }
        return view(refund);
    }

    @Transactional
    public RefundView reject(CardRefundId refund, Caller operator, String reason) {
        if (isNews(desk.reject(refund, operator.user(), PlainText.cleanLine(reason)))) {
            operators.record(operator, "refund.reject", refund.toString(), reason);
        }
        return view(refund);
    }

    /**
     * False for a repetition, which is audited already.
     *
     * @throws Refusal when the decision was refused
     */
    private static boolean isNews(Decision<RefundEvent, RefundRejection> decision) {
        return switch (decision) {
            case Accepted(var events) -> !events.isEmpty();
            case Rejected(var rejection) -> throw RefundProblems.refusal(rejection);
        };
    }

    private RefundView view(CardRefundId refund) {
        return RefundView.forStaff((Requested) refunds.find(refund));
    }
}
