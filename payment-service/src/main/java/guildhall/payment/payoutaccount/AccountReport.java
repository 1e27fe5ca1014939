package guildhall.payment.payoutaccount;

import guildhall.messages.id.PayoutAccountId;
import guildhall.payment.payoutaccount.PayoutAccountCommand.NoteClosed;
import guildhall.payment.payoutaccount.PayoutAccountCommand.NoteRestricted;
import guildhall.payment.payoutaccount.PayoutAccountCommand.NoteVerified;
import guildhall.payment.webhook.ProviderFact;
import java.time.Instant;
import java.util.UUID;

/**
 * What a provider says about a payout account. Every report says when it was made, because the
 * newest counts.
 */
public sealed interface AccountReport extends ProviderFact {
    PayoutAccountId account();

    PayoutAccountCommand command(Instant at);

    @Override
    default UUID subject() {
        return account().value();
    }

    record AccountVerified(PayoutAccountId account, Destination destination, Instant reportedAt)
            implements AccountReport {
        @Override
        public PayoutAccountCommand command(Instant at) {
            return new NoteVerified(account, destination, reportedAt, at);
        }
    }

    record AccountNeedsAttention(PayoutAccountId account, String reason, Instant reportedAt)
            implements AccountReport {
        @Override
        public PayoutAccountCommand command(Instant at) {
            return new NoteRestricted(account, reason, reportedAt, at);
        }
    }

    record AccountClosed(PayoutAccountId account, Instant reportedAt) implements AccountReport {
        @Override
        public PayoutAccountCommand command(Instant at) {
            return new NoteClosed(account, reportedAt, at);
        }
    }
}
