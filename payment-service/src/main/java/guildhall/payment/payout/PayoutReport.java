package guildhall.payment.payout;

import guildhall.messages.id.PayoutId;
import guildhall.messages.money.Money;
import guildhall.payment.payout.PayoutCommand.ConfirmPaid;
import guildhall.payment.payout.PayoutCommand.ConfirmRefused;
import guildhall.payment.payout.PayoutCommand.ConfirmReturned;
import guildhall.payment.webhook.ProviderFact;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What a provider says about one attempt of a payout. */
public sealed interface PayoutReport extends ProviderFact {
    PayoutId payout();

    int attempt();

    /** Empty when it says only that the provider is at work. */
    Optional<PayoutCommand> command(Instant at);

    @Override
    default UUID subject() {
        return payout().value();
    }

    record PayoutUnderway(PayoutId payout, int attempt) implements PayoutReport {
        @Override
        public Optional<PayoutCommand> command(Instant at) {
            return Optional.empty();
        }
    }

    record PayoutPaid(PayoutId payout, int attempt, String reference, Money net)
            implements PayoutReport {
        @Override
        public Optional<PayoutCommand> command(Instant at) {
            return Optional.of(new ConfirmPaid(payout, attempt, reference, net, at));
        }
    }

    /** The bank has sent back what was paid. */
    record PayoutSentBack(PayoutId payout, int attempt, String reference, Money net, String reason)
            implements PayoutReport {
        @Override
        public Optional<PayoutCommand> command(Instant at) {
            return Optional.of(new ConfirmReturned(payout, attempt, reference, net, reason, at));
        }
    }

    record PayoutRefused(PayoutId payout, int attempt, String reason, RefusalKind kind)
            implements PayoutReport {
        @Override
        public Optional<PayoutCommand> command(Instant at) {
            return Optional.of(new ConfirmRefused(payout, attempt, reason, kind, at));
        }
    }
}
