package guildhall.payment.refund;

import guildhall.messages.id.CardRefundId;
import guildhall.messages.money.Money;
import guildhall.payment.refund.RefundCommand.ConfirmRefundFailed;
import guildhall.payment.refund.RefundCommand.ConfirmRefunded;
import guildhall.payment.webhook.ProviderFact;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What a provider says about a refund. */
public sealed interface RefundReport extends ProviderFact {
    CardRefundId refund();

    /** Empty when it says only that the provider is at work. */
    Optional<RefundCommand> command(Instant at);

    @Override
    default UUID subject() {
        return refund().value();
    }

    record RefundUnderway(CardRefundId refund) implements RefundReport {
        @Override
        public Optional<RefundCommand> command(Instant at) {
            return Optional.empty();
        }
    }

    record RefundSent(CardRefundId refund, String reference, Money amount) implements RefundReport {
        @Override
        public Optional<RefundCommand> command(Instant at) {
            return Optional.of(new ConfirmRefunded(refund, reference, amount, at));
        }
    }

    record RefundRefused(CardRefundId refund, String reason) implements RefundReport {
        @Override
        public Optional<RefundCommand> command(Instant at) {
            return Optional.of(new ConfirmRefundFailed(refund, reason, at));
        }
    }
}
