package guildhall.payment.reconciliation;

import guildhall.messages.id.UserId;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

/**
 * A closed period. All amounts in minor units.
 *
 * @param opening what the provider held for us when the period before was closed
 * @param movements what the provider booked, by kind
 * @param closing what it held at the end: opening and movements
 * @param ledger what it held by our books, as posted before the end
 * @param inTransit what one side booked before the end and the other side later: closing minus
 *     ledger, line by line
 * @param difference what none of this explains: always zero
 * @param settled differences that were found before the end, by how they were settled
 */
public record PeriodReport(
        UUID id,
        Currency currency,
        Instant from,
        Instant until,
        long opening,
        List<Total> movements,
        long closing,
        long ledger,
        long inTransit,
        long difference,
        List<Settlements> settled,
        UserId closedBy,
        Instant closedAt) {
    public PeriodReport {
        movements = List.copyOf(movements);
        settled = List.copyOf(settled);
        if (difference != 0) {
            throw new IllegalArgumentException("A period with a difference of " + difference);
        }
    }

    /**
     * @param change what they add to the money that the provider holds for us
     */
    public record Total(StatementEntry.Kind kind, long count, long change) {}

    public record Settlements(String how, long count) {}
}
