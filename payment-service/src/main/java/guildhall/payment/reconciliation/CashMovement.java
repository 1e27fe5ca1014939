package guildhall.payment.reconciliation;

import guildhall.payment.ledger.JournalSource;
import java.time.Instant;
import java.util.Currency;

/**
 * One line of CASH_CLEARING.
 *
 * @param line its number in the ledger
 * @param source what its journal was posted for
 * @param change what it adds to the money that, by our books, the provider holds for us; in minor
 *     units
 */
public record CashMovement(
        long line, JournalSource source, long change, Currency currency, Instant postedAt) {}
