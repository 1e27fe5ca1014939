package guildhall.payment.asset;

import static guildhall.payment.ledger.Entry.credit;
import static guildhall.payment.ledger.Entry.debit;

import guildhall.messages.id.EscrowId;
import guildhall.messages.id.LicenceId;
import guildhall.messages.id.ReleaseId;
import guildhall.messages.money.Money;
import guildhall.payment.asset.Sale.Captured;
import guildhall.payment.asset.SaleEvent.SaleCaptured;
import guildhall.payment.asset.SaleEvent.SaleRefunded;
import guildhall.payment.asset.SaleEvent.SaleRefused;
import guildhall.payment.clearing.SafetyHold;
import guildhall.payment.clearing.SafetyWindow;
import guildhall.payment.ledger.Account;
import guildhall.payment.ledger.Account.Available;
import guildhall.payment.ledger.Account.FeeRevenue;
import guildhall.payment.ledger.Account.Pending;
import guildhall.payment.ledger.Entry;
import guildhall.payment.ledger.Journal;
import guildhall.payment.ledger.JournalSource;
import guildhall.payment.ledger.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Posting rule 13: what each event means in the ledger. */
public final class SaleJournals {

    /** What a sale is decided on and its journals touch. */
    public static Set<Account> accounts(SaleTerms terms) {
        var currency = terms.price().currency();
        return Set.of(wallet(terms), earned(terms), new FeeRevenue(currency));
    }

    public static Available wallet(SaleTerms terms) {
        return new Available(terms.buyer().party(), terms.price().currency());
    }

    /** Empty when the event moved no money. */
    public static Optional<Journal> of(SaleEvent event) {
        return switch (event) {
            case SaleCaptured(var sale) -> Optional.of(captured(sale));
            case SaleRefunded(var sale, var at) -> Optional.of(refunded(sale, at));
            case SaleRefused _ -> Optional.empty();
        };
    }

    private static Journal captured(Captured sale) {
        var entries = new ArrayList<Entry>();
        entries.add(debit(wallet(sale.terms()), sale.terms().price()));
        if (!sale.net().isZero()) {
            entries.add(credit(earned(sale.terms()), sale.net()));
        }
        if (!sale.fee().isZero()) {
            entries.add(credit(fees(sale.fee()), sale.fee()));
        }
        return journal(sale, "captured", Reason.ASSET_SALE, sale.at(), entries);
    }

    private static Journal refunded(Captured sale, Instant at) {
        var entries = new ArrayList<Entry>();
        if (!sale.net().isZero()) {
            entries.add(debit(earned(sale.terms()), sale.net()));
        }
        if (!sale.fee().isZero()) {
            entries.add(debit(fees(sale.fee()), sale.fee()));
        }
        entries.add(credit(wallet(sale.terms()), sale.terms().price()));
        return journal(sale, "refunded", Reason.REFUND, at, entries);
    }

    private static Journal journal(
            Captured sale, String step, Reason reason, Instant at, List<Entry> entries) {
        var terms = sale.terms();
        return new Journal(
                new JournalSource("asset-sale", terms.licence().value(), step),
                reason,
                terms.title(),
                at,
                entries);
    }

    private static Account earned(SaleTerms terms) {
        return new Pending(terms.seller().party(), terms.price().currency());
    }

    private static Account fees(Money fee) {
        return new FeeRevenue(fee.currency());
    }

    /** A sale has no escrow: its licence stands in for one, and for the release as well. */
    public static EscrowId holdOf(LicenceId licence) {
        return new EscrowId(licence.value());
    }

    public static ReleaseId releaseOf(LicenceId licence) {
        return new ReleaseId(licence.value());
    }

    /** Empty when the platform keeps everything. */
    public static Optional<SafetyHold> hold(Captured sale, SafetyWindow window) {
        var terms = sale.terms();
        return sale.net().isZero()
                ? Optional.empty()
                : Optional.of(
                        new SafetyHold(
                                holdOf(terms.licence()),
                                releaseOf(terms.licence()),
                                terms.seller(),
                                sale.net(),
                                terms.title(),
                                window.endsFor(sale.at())));
    }

    private SaleJournals() {}
}
