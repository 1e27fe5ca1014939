package guildhall.payment.topup;

import guildhall.messages.id.PaymentIntentId;
import guildhall.messages.money.Money;
import guildhall.payment.topup.TopUpCommand.ConfirmCancellation;
import guildhall.payment.topup.TopUpCommand.ConfirmCapture;
import guildhall.payment.topup.TopUpCommand.ConfirmDecline;
import guildhall.payment.topup.TopUpCommand.NoteAction;
import guildhall.payment.topup.TopUpCommand.NoteProcessing;
import guildhall.payment.webhook.ProviderFact;
import java.time.Instant;
import java.util.UUID;

/** What a provider says about a charge. */
public sealed interface ChargeReport extends ProviderFact {
    PaymentIntentId intent();

    /** As a command to the top-up. */
    TopUpCommand command(Instant at);

    @Override
    default UUID subject() {
        return intent().value();
    }

    record ChargeAwaitsPayer(PaymentIntentId intent, String charge) implements ChargeReport {
        @Override
        public TopUpCommand command(Instant at) {
            return new NoteAction(intent, charge, at);
        }
    }

    record ChargeProcessing(PaymentIntentId intent, String charge) implements ChargeReport {
        @Override
        public TopUpCommand command(Instant at) {
            return new NoteProcessing(intent, charge);
        }
    }

    record ChargeSucceeded(PaymentIntentId intent, String charge, Money amount)
            implements ChargeReport {
        @Override
        public TopUpCommand command(Instant at) {
            return new ConfirmCapture(intent, charge, amount, at);
        }
    }

    record ChargeFailed(PaymentIntentId intent, String charge, String reason)
            implements ChargeReport {
        @Override
        public TopUpCommand command(Instant at) {
            return new ConfirmDecline(intent, charge, reason, at);
        }
    }

    record ChargeCancelled(PaymentIntentId intent, Cancellation by) implements ChargeReport {
        @Override
        public TopUpCommand command(Instant at) {
            return new ConfirmCancellation(intent, by, at);
        }
    }
}
