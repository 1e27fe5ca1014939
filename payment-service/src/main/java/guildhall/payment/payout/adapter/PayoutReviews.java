package guildhall.payment.payout.adapter;

import static java.time.temporal.ChronoUnit.MICROS;

import guildhall.messages.id.PayoutId;
import guildhall.payment.approval.Ruling;
import guildhall.payment.payout.Payout.Requested;
import guildhall.payment.payout.PayoutCommand.ApprovePayout;
import guildhall.payment.payout.PayoutCommand.DeclinePayout;
import guildhall.payment.payout.PayoutDesk;
import guildhall.payment.payout.PayoutEvent;
import guildhall.payment.payout.PayoutRejection;
import guildhall.payment.payout.Payouts;
import guildhall.runtime.decide.Decision;
import guildhall.runtime.decide.Decision.Accepted;
import guildhall.runtime.decide.Decision.Rejected;
import guildhall.runtime.operate.OperatorDesk;
import guildhall.runtime.security.Caller;
import guildhall.runtime.web.PlainText;
import guildhall.runtime.web.Refusal;
import java.time.Clock;
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
        var ruling = ruling(operator, reason);
        if (isNews(desk.handle(new ApprovePayout(payout, ruling)))) {
            operators.record(operator, "payout.approve", payout.toString(), reason);
        }
        return view(payout);
    }

    @Transactional
    public PayoutView decline(PayoutId payout, Caller operator, String reason) {
        var ruling = ruling(operator, reason);
        if (isNews(desk.handle(new DeclinePayout(payout, ruling)))) {
            operators.record(operator, "payout.decline", payout.toString(), reason);
        }
        return view(payout);
    }

    private Ruling ruling(Caller operator, String reason) {
        var cleaned = PlainText.required("/reason", reason);
        return new Ruling(operator.user(), cleaned, clock.instant().truncatedTo(MICROS));
    }

    /**
     * False for a repetition, which is audited already.
     *
     * @throws Refusal when the decision was refused
     */
    private static boolean isNews(Decision<PayoutEvent, PayoutRejection> decision) {
        return switch (decision) {
            case Accepted(var events) -> !events.isEmpty();
            case Rejected(var rejection) -> throw PayoutProblems.refusal(rejection);
        };
    }

    private PayoutView view(PayoutId payout) {
        return PayoutView.forStaff((Requested) payouts.find(payout));
    }
}
