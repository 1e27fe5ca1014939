package guildhall.payment.payoutaccount;

import guildhall.messages.id.PayoutAccountId;
import guildhall.messages.party.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;

/**
 * What is known of an account in every state.
 *
 * @param externalAccount the provider's own id of the account
 * @param changedAt when the destination was set last
 * @param reportedAt when the provider made the newest report that we know
 * @param isVerified whether that report was a good one
 */
public record AccountDetails(
        PayoutAccountId id,
        Side owner,
        PayoutMethod method,
        Currency currency,
        String provider,
        String externalAccount,
        Destination destination,
        Instant openedAt,
        Instant changedAt,
        Instant reportedAt,
        boolean isVerified) {

    /** The first moment at which money may go there. */
    public Instant payoutsFrom(Duration hold) {
        return changedAt.plus(hold);
    }

    AccountDetails reported(boolean verified, Instant at) {
        return with(destination, changedAt, at, verified);
    }

    AccountDetails movedTo(Destination newDestination, Instant at) {
        return with(newDestination, at, reportedAt, isVerified);
    }

    private AccountDetails with(
            Destination newDestination, Instant changed, Instant reported, boolean verified) {
        return new AccountDetails(
                id,
                owner,
                method,
                currency,
                provider,
                externalAccount,
                newDestination,
                openedAt,
                changed,
                reported,
                verified);
    }
}
