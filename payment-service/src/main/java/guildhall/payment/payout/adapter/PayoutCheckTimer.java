package guildhall.payment.payout.adapter;

import guildhall.messages.id.PayoutId;
import guildhall.payment.payout.Payout.Processing;
import guildhall.payment.payout.Payouts;
import guildhall.runtime.timer.TimerHandler;
import org.springframework.stereotype.Component;

/** Repairs payouts that a crash or a silent provider left without a result. */
@Component
class PayoutCheckTimer implements TimerHandler {
    private final Payouts payouts;
    private final Transfers transfers;
    private final PayoutChecks checks;

    PayoutCheckTimer(Payouts payouts, Transfers transfers, PayoutChecks checks) {
        this.payouts = payouts;
        this.transfers = transfers;
        this.checks = checks;
    }

    @Override
    public String name() {
        return PayoutChecks.TIMER;
    }

    @Override
    public void fire(String key) {
        if (payouts.find(PayoutId.of(key)) instanceof Processing payout) {
            checks.scheduleNext(payout.order().id(), payout.submittedAt());
            transfers.check(payout);
        }
    }
}
