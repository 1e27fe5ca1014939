package guildhall.payment.groupcommit.adapter;

import static guildhall.payment.ledger.Entry.credit;
import static guildhall.payment.ledger.Entry.debit;

import guildhall.messages.id.ContractId;
import guildhall.messages.id.EscrowId;
import guildhall.messages.id.MilestoneId;
import guildhall.messages.id.ReleaseId;
import guildhall.messages.money.Money;
import guildhall.messages.party.PartyType;
import guildhall.messages.party.Side;
import guildhall.payment.TestMoney;
import guildhall.payment.escrow.EscrowAnswer;
import guildhall.payment.escrow.EscrowOrder;
import guildhall.payment.escrow.EscrowOrder.Release;
import guildhall.payment.escrow.FundingTerms;
import guildhall.payment.escrow.TeamSplit;
import guildhall.payment.escrow.adapter.EscrowPort;
import guildhall.payment.fee.FeeBasis;
import guildhall.payment.ledger.Account.Available;
import guildhall.payment.ledger.Account.CashClearing;
import guildhall.payment.ledger.Account.Pending;
import guildhall.payment.ledger.Journal;
import guildhall.payment.ledger.JournalSource;
import guildhall.payment.ledger.Ledger;
import guildhall.payment.ledger.Reason;
import guildhall.runtime.id.Ids;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.transaction.support.TransactionOperations;

/** Funded escrows between many clients and talents, spread over currencies. */
final class BenchDeals {
    private static final int PAIRS = 1_000;
    private static final int CHUNK = 250;
    private static final long PRICE = 100_00;
    private static final long PLENTY = 1_000_000_000_00L;

    private final EscrowPort desk;
    private final Ledger ledger;
    private final TransactionOperations transactions;
    private final List<Pair> pairs;

    /** A client and a talent who deal in one currency. */
    private record Pair(Side client, Side talent, Currency currency) {}

    BenchDeals(
            EscrowPort desk,
            Ledger ledger,
            TransactionOperations transactions,
            List<String> currencies) {
        this.desk = desk;
        this.ledger = ledger;
        this.transactions = transactions;
        pairs =
                IntStream.range(0, PAIRS)
                        .mapToObj(i -> pair(currencies.get(i % currencies.size())))
                        .toList();
        pairs.forEach(this::open);
    }

    /** Currencies of two digits, so that one fee account each is as good as many. */
    static List<String> currencies(int count) {
        return Currency.getAvailableCurrencies().stream()
                .filter(currency -> currency.getDefaultFractionDigits() == 2)
                .map(Currency::getCurrencyCode)
                .filter(code -> !code.startsWith("X"))
                .sorted()
                .limit(count)
                .toList();
    }

    private static Pair pair(String currency) {
        return new Pair(
                TestMoney.side(PartyType.BUSINESS),
                TestMoney.side(PartyType.TALENT),
                Currency.getInstance(currency));
    }

    private void open(Pair pair) {
        var cash = new CashClearing(pair.currency());
        var wallet = new Available(pair.client().party(), pair.currency());
        var money = new Money(PLENTY, pair.currency());
        transactions.executeWithoutResult(_ -> {
            var postings =
                    ledger.lock(
                            Set.of(
                                    cash,
                                    wallet,
                                    new Pending(pair.talent().party(), pair.currency())));
            postings.postChecked(
                    new Journal(
                            new JournalSource("top-up", Ids.next(), "succeeded"),
                            Reason.DEPOSIT,
                            "Top-up",
                            Instant.now(),
                            List.of(debit(cash, money), credit(wallet, money))));
            ledger.write(postings);
        });
    }

    /** Funds so many escrows; returns the orders that release them. */
    List<Release> funded(int count) {
        var releases = new ArrayList<Release>(count);
        for (int from = 0; from < count; from += CHUNK) {
            var fundings =
                    IntStream.range(from, Math.min(count, from + CHUNK))
                            .mapToObj(i -> funding(pairs.get(i % PAIRS)))
                            .toList();
            var answers = desk.handle(List.copyOf(fundings));
            if (!answers.stream().allMatch(EscrowAnswer.Funded.class::isInstance)) {
                throw new IllegalStateException("Not funded: " + answers);
            }
            fundings.forEach(funding -> releases.add(release(funding)));
        }
        return releases;
    }

    private static EscrowOrder.Fund funding(Pair pair) {
        var terms =
                new FundingTerms(
                        new ContractId(Ids.next()),
                        new MilestoneId(Ids.next()),
                        "Logo",
                        pair.client(),
                        pair.talent(),
                        new Money(PRICE, pair.currency()),
                        FeeBasis.STANDARD,
                        TeamSplit.NOBODY);
        return new EscrowOrder.Fund(new EscrowId(Ids.next()), 1, terms, now());
    }

    private static Release release(EscrowOrder.Fund funding) {
        return new Release(
                funding.escrow(), new ReleaseId(Ids.next()), funding.terms().amount(), now());
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
