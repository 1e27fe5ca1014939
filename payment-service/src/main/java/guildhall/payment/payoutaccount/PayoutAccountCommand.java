package guildhall.payment.payoutaccount;

import guildhall.messages.id.PayoutAccountId;
import java.time.Instant;

public sealed interface PayoutAccountCommand {
    PayoutAccountId account();

    record OpenAccount(AccountDetails details) implements PayoutAccountCommand {
        @Override
        public PayoutAccountId account() {
            return details.id();
        }
    }

    /** The owner named another destination to the provider. */
    record ChangeDestination(PayoutAccountId account, Destination destination, Instant at)
            implements PayoutAccountCommand {}

    /**
     * The provider is content.
     *
     * @param reportedAt when the provider made this report
     */
    record NoteVerified(
            PayoutAccountId account, Destination destination, Instant reportedAt, Instant at)
            implements PayoutAccountCommand {}

    /** The provider pays nothing to it at present. */
    record NoteRestricted(PayoutAccountId account, String reason, Instant reportedAt, Instant at)
            implements PayoutAccountCommand {}

    /** The provider has closed it. */
    record NoteClosed(PayoutAccountId account, Instant reportedAt, Instant at)
            implements PayoutAccountCommand {}

    /** The bank did not take a payout. */
    record NoteRejectedPayout(PayoutAccountId account, String reason, Instant at)
            implements PayoutAccountCommand {}

    /** By staff. */
    record RestrictAccount(PayoutAccountId account, String reason, Instant at)
            implements PayoutAccountCommand {}

    /** By staff. */
    record LiftRestriction(PayoutAccountId account, Instant at) implements PayoutAccountCommand {}

    /** The owner wants no more money there. */
    record RemoveAccount(PayoutAccountId account, Instant at) implements PayoutAccountCommand {}
}
