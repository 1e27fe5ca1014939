package guildhall.payment.reconciliation;

import java.time.Instant;
import java.util.Currency;
import java.util.List;

/**
 * What a provider booked from a time on until another, and what it held for us at the end.
 *
 * @param name the provider's own, the same whenever the same statement is asked for
 * @param closingBalance in minor units, below zero when we owe the provider
 * @param entries booked at {@code from} or later and before {@code until}
 */
public record ProviderStatement(
        String provider,
        String name,
        Currency currency,
        Instant from,
        Instant until,
        long closingBalance,
        List<StatementEntry> entries) {
    public ProviderStatement {
        entries = List.copyOf(entries);
        for (var entry : entries) {
            if (!entry.currency().equals(currency) || !entry.provider().equals(provider)) {
                throw new IllegalArgumentException(entry.id() + " is not of statement " + name);
            }
        }
    }
}
