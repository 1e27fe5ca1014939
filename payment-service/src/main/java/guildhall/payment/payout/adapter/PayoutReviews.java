package guildhall.payment.payout.adapter;

import static java.time.temporal.ChronoUnit.MICROS;

import guildhall.messages.id.PayoutId;
import guildhall.payment.payout.Payout.Requested;
import guildhall.payment.payout.PayoutCommand;
import guildhall.payment.payout.PayoutCommand.ApprovePayout;
import guildhall.payment.payout.PayoutCommand.DeclinePayout;
import guildhall.payment.payout.PayoutDesk;
import guildhall.payment.payout.Payouts;
import guildhall.runtime.decide.Decision.Rejected;
import guildhall.runtime.operate.OperatorDesk;
import guildhall.runtime.security.Caller;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Carries out what finance decided and writes it down, in one transaction. */
@Component
class PayoutReviews {
    private final PayoutDesk desk;
    private final Payouts payouts;
    private final OperatorDesk operators;
    private final Clock clock;

    PayoutReviews(PayoutDesk desk, Payouts payouts, OperatorDesk operators, Clock clock) {
        this.desk = desk;
        this.payouts = payouts;
        this.operators = operators;
        this.clock = clock;
    }

    @Transactional
    public PayoutView approve(PayoutId payout, Caller operator, String reason) {
        handle(new ApprovePayout(payout, operator.user(), now()));
        operators.record(operator, "payout.approve", payout.toString(), reason);
        return view(payout);
    }

    @Transactional
    public PayoutView decline(PayoutId payout, Caller operator, String reason) {
        handle(new DeclinePayout(payout, operator.user(), now()));
        operators.record(operator, "payout.decline", payout.toString(), reason);
        return view(payout);
    }

    private void handle(PayoutCommand command) {
        if (desk.handle(command) instanceof Rejected(var rejection)) {
            throw PayoutProblems.refusal(rejection);
        }
    }

    private PayoutView view(PayoutId payout) {
        return PayoutView.of((Requested) payouts.find(payout));
    }

    private Instant now() {
        return clock.instant().truncatedTo(MICROS);
    }
}
