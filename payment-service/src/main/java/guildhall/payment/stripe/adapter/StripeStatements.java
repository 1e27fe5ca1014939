package guildhall.payment.stripe.adapter;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.Balance;
import com.stripe.model.BalanceTransaction;
import com.stripe.model.Charge;
import com.stripe.model.MetadataStore;
import com.stripe.model.Refund;
import com.stripe.param.BalanceTransactionListParams;
import com.stripe.param.BalanceTransactionListParams.Created;
import guildhall.payment.reconciliation.ProviderStatement;
import guildhall.payment.reconciliation.ProviderStatements;
import guildhall.payment.reconciliation.StatementEntry;
import guildhall.payment.reconciliation.StatementEntry.Kind;
import guildhall.payment.reconciliation.StatementUnavailableException;
import guildhall.payment.stripe.StripeMoney;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Balance transactions as a statement. */
@WithStripe
@Component
class StripeStatements implements ProviderStatements {
    private static final int MOST_TRIES = 3;
    private static final long PAGE = 100;

    private final StripeClient stripe;

    StripeStatements(StripeClient stripe) {
        this.stripe = stripe;
    }

    @Override
    public String provider() {
        return StripeConfiguration.PROVIDER;
    }

    @Override
    public Set<Currency> currencies() {
        try {
            var balance = stripe.v1().balance().retrieve();
            return Stream.concat(
                            balance.getAvailable().stream().map(Balance.Available::getCurrency),
                            balance.getPending().stream().map(Balance.Pending::getCurrency))
                    .map(StripeMoney::currency)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (StripeException e) {
            throw unavailable(e);
        }
    }

    /** Stripe counts in seconds: what was booked within the last one belongs to the next. */
    @Override
    public ProviderStatement statement(Currency currency, Instant from, Instant until) {
        var end = until.truncatedTo(ChronoUnit.SECONDS);
        try {
            for (int i = 0; i < MOST_TRIES; i++) {
                var before = balance(currency);
                var since = transactions(currency, from);
                if (balance(currency) == before) {
                    return statement(new Window(currency, from, until, end), before, since);
                }
            }
        } catch (StripeException e) {
            throw unavailable(e);
        }
        throw new StatementUnavailableException("Stripe's balance never stands still");
    }

    private record Window(Currency currency, Instant from, Instant until, Instant end) {
        boolean contains(BalanceTransaction transaction) {
            return Instant.ofEpochSecond(transaction.getCreated()).isBefore(end);
        }
    }

    private ProviderStatement statement(
            Window window, long balance, List<BalanceTransaction> since) {
        var later =
                since.stream()
                        .filter(transaction -> !window.contains(transaction))
                        .mapToLong(transaction -> units(transaction.getNet(), window))
                        .sum();
        var entries =
                since.stream()
                        .filter(window::contains)
                        .flatMap(transaction -> entries(transaction, window))
                        .toList();
        return new ProviderStatement(
                provider(),
                "%s-%s".formatted(window.currency(), window.until()),
                window.currency(),
                window.from(),
                window.until(),
                balance - later,
                entries);
    }

    private Stream<StatementEntry> entries(BalanceTransaction transaction, Window window) {
        var gross = units(transaction.getAmount(), window);
        var fee = units(transaction.getFee(), window);
        var kind = kind(transaction.getReportingCategory());
        var entries = new ArrayList<StatementEntry>();
        if (gross != 0) {
            entries.add(entry(transaction, transaction.getId(), kind, gross));
        }
        if (fee != 0) {
            entries.add(entry(transaction, transaction.getId() + "/fee", Kind.FEE, -fee));
        }
        return entries.stream();
    }

    private StatementEntry entry(
            BalanceTransaction transaction, String id, Kind kind, long change) {
        return new StatementEntry(
                provider(),
                id,
                kind,
                reference(transaction),
                change,
                StripeMoney.currency(transaction.getCurrency()),
                Instant.ofEpochSecond(transaction.getCreated()));
    }

    private static Kind kind(String reportingCategory) {
        return switch (reportingCategory) {
            case "charge" -> Kind.CHARGE;
            case "refund", "refund_failure" -> Kind.REFUND;
            case "transfer", "transfer_reversal", "payout", "payout_reversal" -> Kind.PAYOUT;
            case "fee" -> Kind.FEE;
            case "dispute", "dispute_reversal" -> Kind.CHARGEBACK;
            default -> Kind.OTHER;
        };
    }

    /** Our own id where we have written it, a charge by its PaymentIntent, else Stripe's id. */
    private static String reference(BalanceTransaction transaction) {
        var source = transaction.getSourceObject();
        if (source instanceof Charge charge && charge.getPaymentIntent() != null) {
            return charge.getPaymentIntent();
        }
        if (source instanceof MetadataStore<?> thing) {
            var ours = ourId(thing);
            if (ours.isPresent()) {
                return ours.get();
            }
        }
        return source instanceof Refund refund
                ? refund.getId()
                : Optional.ofNullable(transaction.getSource()).orElseGet(transaction::getId);
    }

    private static Optional<String> ourId(MetadataStore<?> thing) {
        return Optional.ofNullable(thing.getMetadata())
                .map(metadata -> metadata.get(StripeCharges.OUR_ID));
    }

    private List<BalanceTransaction> transactions(Currency currency, Instant from)
            throws StripeException {
        var all = new ArrayList<BalanceTransaction>();
        var hasMore = true;
        while (hasMore) {
            var page = stripe.v1().balanceTransactions().list(page(currency, from, all));
            all.addAll(page.getData());
            hasMore = page.getHasMore() && !page.getData().isEmpty();
        }
        return all;
    }

    private static BalanceTransactionListParams page(
            Currency currency, Instant from, List<BalanceTransaction> before) {
        var params =
                BalanceTransactionListParams.builder()
                        .setCurrency(StripeMoney.code(currency))
                        .setCreated(Created.builder().setGte(from.getEpochSecond()).build())
                        .setLimit(PAGE)
                        .addExpand("data.source");
        if (!before.isEmpty()) {
            params.setStartingAfter(before.getLast().getId());
        }
        return params.build();
    }

    private long balance(Currency currency) throws StripeException {
        var code = StripeMoney.code(currency);
        var balance = stripe.v1().balance().retrieve();
        var available =
                balance.getAvailable().stream()
                        .filter(part -> part.getCurrency().equals(code))
                        .mapToLong(Balance.Available::getAmount)
                        .sum();
        var pending =
                balance.getPending().stream()
                        .filter(part -> part.getCurrency().equals(code))
                        .mapToLong(Balance.Pending::getAmount)
                        .sum();
        return StripeMoney.minorUnits(available + pending, currency);
    }

    private static long units(long amount, Window window) {
        return StripeMoney.minorUnits(amount, window.currency());
    }

    private static StatementUnavailableException unavailable(StripeException e) {
        return new StatementUnavailableException(
                "Stripe answers with %s %s"
                        .formatted(e.getClass().getSimpleName(), e.getStatusCode()));
    }
}
