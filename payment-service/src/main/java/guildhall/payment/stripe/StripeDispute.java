package guildhall.payment.stripe;

import guildhall.messages.id.PaymentIntentId;
import guildhall.payment.chargeback.ChargebackReport;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A Dispute as far as it matters here.
 *
 * @param changes what it has done to our balance so far, in Stripe's units: first the withdrawal,
 *     and when the dispute was won the reinstatement
 */
public record StripeDispute(String id, String reason, String currency, List<Long> changes) {
    public StripeDispute {
        changes = List.copyOf(changes);
    }

    /** Empty as long as no money was withdrawn, as with an inquiry. */
    public Optional<ChargebackReport> report(PaymentIntentId payment) {
        var taken = sum(changes.stream().filter(change -> change < 0).toList());
        return taken == 0
                ? Optional.empty()
                : Optional.of(
                        new ChargebackReport(
                                payment,
                                id,
                                StripeMoney.money(-taken, currency),
                                StripeMoney.money(sum(changes) - taken, currency),
                                reason.toUpperCase(Locale.ROOT)));
    }

    private static long sum(List<Long> changes) {
        return changes.stream().mapToLong(Long::longValue).sum();
    }
}
