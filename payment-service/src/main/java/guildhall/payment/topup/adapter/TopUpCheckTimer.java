package guildhall.payment.topup.adapter;

import guildhall.messages.id.PaymentIntentId;
import guildhall.payment.topup.PaymentIntent.Abandoned;
import guildhall.payment.topup.PaymentIntent.Absent;
import guildhall.payment.topup.PaymentIntent.ActionRequired;
import guildhall.payment.topup.PaymentIntent.Cancelled;
import guildhall.payment.topup.PaymentIntent.Created;
import guildhall.payment.topup.PaymentIntent.Declined;
import guildhall.payment.topup.PaymentIntent.Processing;
import guildhall.payment.topup.PaymentIntent.Succeeded;
import guildhall.payment.topup.PaymentIntents;
import guildhall.payment.topup.TopUp;
import guildhall.runtime.timer.TimerHandler;
import org.springframework.stereotype.Component;

/**
 * Repairs top-ups that a crash or a silent provider left without an outcome, and ends those that
 * their payers have not completed in time.
 */
@Component
class TopUpCheckTimer implements TimerHandler {
    private final PaymentIntents intents;
    private final ChargeRequests charges;
    private final TopUpChecks checks;

    TopUpCheckTimer(PaymentIntents intents, ChargeRequests charges, TopUpChecks checks) {
        this.intents = intents;
        this.charges = charges;
        this.checks = checks;
    }

    @Override
    public String name() {
        return TopUpChecks.TIMER;
    }

    @Override
    public void fire(String key) {
        switch (intents.find(PaymentIntentId.of(key))) {
            case Created(var topUp) -> check(topUp);
            case ActionRequired(var topUp, _) -> check(topUp);
            case Processing(var topUp, _) -> check(topUp);
            case Cancelled cancelled -> makeSure(cancelled);
            case Succeeded _, Declined _, Abandoned _, Absent _ -> {}
        }
    }

    private void check(TopUp topUp) {
        charges.check(topUp);
        checks.scheduleNext(topUp);
    }

    private void makeSure(Cancelled cancelled) {
        if (!charges.isOver(cancelled)) {
            checks.scheduleNext(cancelled.topUp());
        }
    }
}
