package guildhall.payment.topup;

import guildhall.messages.id.PaymentIntentId;
import guildhall.messages.money.Money;
import java.time.Instant;

public sealed interface TopUpCommand {
    PaymentIntentId intent();

    record RequestTopUp(TopUp topUp) implements TopUpCommand {
        @Override
        public PaymentIntentId intent() {
            return topUp.id();
        }
    }

    /** The provider has the charge and waits for its payer. */
    record NoteAction(PaymentIntentId intent, String reference, Instant at)
            implements TopUpCommand {}

    /** The provider has the charge and works on it. */
    record NoteProcessing(PaymentIntentId intent, String reference) implements TopUpCommand {}

    record ConfirmCapture(PaymentIntentId intent, String reference, Money amount, Instant at)
            implements TopUpCommand {}

    record ConfirmDecline(PaymentIntentId intent, String reference, String reason, Instant at)
            implements TopUpCommand {}

    /** Nothing was charged, and as the provider says, nothing can be any more. */
    record ConfirmCancellation(PaymentIntentId intent, Cancellation by, Instant at)
            implements TopUpCommand {}

    /** The provider has never heard of the charge, for too long. */
    record GiveUp(PaymentIntentId intent, Instant at) implements TopUpCommand {}
}
