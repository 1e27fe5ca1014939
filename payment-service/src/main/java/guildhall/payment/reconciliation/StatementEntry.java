package guildhall.payment.reconciliation;

import java.time.Instant;
import java.util.Currency;

/**
 * One line of a provider's statement.
 *
 * @param provider who booked it
 * @param id the provider's own, the same in every statement that contains the entry
 * @param reference the provider's name of what was booked (a charge, a payout), or our own id of it
 * @param change what it adds to the money that the provider holds for us, in minor units
 */
public record StatementEntry(
        String provider,
        String id,
        Kind kind,
        String reference,
        long change,
        Currency currency,
        Instant bookedAt) {
    public StatementEntry {
        if (change == 0) {
            throw new IllegalArgumentException("Entry " + id + " changes nothing");
        }
    }

    public enum Kind {
        CHARGE,
        REFUND,
        PAYOUT,
        /** What the provider charges us. */
        FEE,
        CHARGEBACK,
        /** Anything that the provider calls something else. */
        OTHER
    }
}
