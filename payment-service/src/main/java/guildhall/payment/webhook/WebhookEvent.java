package guildhall.payment.webhook;

import guildhall.messages.id.PaymentIntentId;
import guildhall.messages.money.Money;
import guildhall.payment.topup.TopUpCommand;
import guildhall.payment.topup.TopUpCommand.ConfirmCapture;
import guildhall.payment.topup.TopUpCommand.ConfirmDecline;
import guildhall.payment.topup.TopUpCommand.NoteProcessing;
import java.time.Instant;

/** What an event of a provider says about a charge. */
public sealed interface WebhookEvent {
    PaymentIntentId intent();

    /** As a command to the top-up. */
    TopUpCommand command(Instant at);

    record ChargeProcessing(PaymentIntentId intent, String charge) implements WebhookEvent {
        @Override
        public TopUpCommand command(Instant at) {
            return new NoteProcessing(intent, charge);
        }
    }

    record ChargeSucceeded(PaymentIntentId intent, String charge, Money amount)
            implements WebhookEvent {
        @Override
        public TopUpCommand command(Instant at) {
            return new ConfirmCapture(intent, charge, amount, at);
        }
    }

    record ChargeFailed(PaymentIntentId intent, String charge, String reason)
            implements WebhookEvent {
        @Override
        public TopUpCommand command(Instant at) {
            return new ConfirmDecline(intent, charge, reason, at);
        }
    }
}
