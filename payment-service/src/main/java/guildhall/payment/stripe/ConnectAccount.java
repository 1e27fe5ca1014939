package guildhall.payment.stripe;

import guildhall.messages.id.PayoutAccountId;
import guildhall.payment.payoutaccount.AccountReport;
import guildhall.payment.payoutaccount.AccountReport.AccountClosed;
import guildhall.payment.payoutaccount.AccountReport.AccountNeedsAttention;
import guildhall.payment.payoutaccount.AccountReport.AccountVerified;
import guildhall.payment.payoutaccount.Destination;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A connected account as far as it matters here.
 *
 * @param isSubmitted whether the owner has answered what Stripe asked at first
 * @param isPayable whether Stripe pays out from it
 * @param disabledReason why it does not; empty when there is no reason
 */
public record ConnectAccount(
        boolean isSubmitted, boolean isPayable, String disabledReason, Destination destination) {
    /** Until the owner has named a destination. */
    public static final Destination NOWHERE = new Destination("", "");

    private static final String REJECTED = "rejected.";

    /** Empty while Stripe waits for the owner for the first time. */
    public Optional<AccountReport> report(PayoutAccountId id, Instant at) {
        if (disabledReason.startsWith(REJECTED)) {
            return Optional.of(new AccountClosed(id, at));
        }
        if (!isSubmitted) {
            return Optional.empty();
        }
        if (isPayable && !destination.equals(NOWHERE)) {
            return Optional.of(new AccountVerified(id, destination, at));
        }
        return disabledReason.isEmpty()
                ? Optional.empty()
                : Optional.of(new AccountNeedsAttention(id, reason(), at));
    }

    /** In our words: {@code REQUIREMENTS_PAST_DUE}. */
    private String reason() {
        return disabledReason.toUpperCase(Locale.ROOT).replace('.', '_');
    }
}
