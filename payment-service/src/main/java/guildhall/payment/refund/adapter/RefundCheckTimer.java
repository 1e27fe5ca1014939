package guildhall.payment.refund.adapter;

import guildhall.messages.id.CardRefundId;
import guildhall.payment.refund.Refund.Approved;
import guildhall.payment.refund.Refunds;
import guildhall.runtime.timer.TimerHandler;
import org.springframework.stereotype.Component;

/** Repairs refunds that a crash or a silent provider left without a result. */
@Component
class RefundCheckTimer implements TimerHandler {
    private final Refunds refunds;
    private final RefundRequests requests;
    private final RefundChecks checks;

    RefundCheckTimer(Refunds refunds, RefundRequests requests, RefundChecks checks) {
        this.refunds = refunds;
        this.requests = requests;
        this.checks = checks;
    }

    @Override
    public String name() {
        return RefundChecks.TIMER;
    }

    @Override
    public void fire(String key) {
        if (refunds.find(CardRefundId.of(key)) instanceof Approved(var order, _, var at)) {
            requests.check(order);
            checks.scheduleNext(order.id(), at);
        }
    }
}
