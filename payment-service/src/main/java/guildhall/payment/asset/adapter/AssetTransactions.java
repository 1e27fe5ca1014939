package guildhall.payment.asset.adapter;

import guildhall.messages.id.LicenceId;
import guildhall.messages.money.Money;
import guildhall.payment.asset.Sale;
import guildhall.payment.asset.Sale.Absent;
import guildhall.payment.asset.Sale.Captured;
import guildhall.payment.asset.Sale.Known;
import guildhall.payment.asset.SaleCommand;
import guildhall.payment.asset.SaleCommand.CaptureSale;
import guildhall.payment.asset.SaleCommand.RefundSale;
import guildhall.payment.asset.SaleDecider;
import guildhall.payment.asset.SaleEvent;
import guildhall.payment.asset.SaleEvent.SaleCaptured;
import guildhall.payment.asset.SaleEvent.SaleRefunded;
import guildhall.payment.asset.SaleEvent.SaleRefused;
import guildhall.payment.asset.SaleJournals;
import guildhall.payment.asset.SaleRefusal;
import guildhall.payment.asset.SaleRejection;
import guildhall.payment.asset.SaleTerms;
import guildhall.payment.asset.Sales;
import guildhall.payment.clearing.HoldBook;
import guildhall.payment.clearing.SafetyHolds;
import guildhall.payment.clearing.SafetyWindow;
import guildhall.payment.fee.FeeQuote;
import guildhall.payment.fee.FeeSchedules;
import guildhall.payment.ledger.Ledger;
import guildhall.payment.ledger.Postings;
import guildhall.payment.wallet.Debts;
import guildhall.payment.wallet.WalletId;
import guildhall.payment.wallet.WalletStates;
import guildhall.runtime.decide.Decision;
import guildhall.runtime.decide.Decision.Accepted;
import guildhall.runtime.decide.Decision.Rejected;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Handles commands to one sale: locks it, then its hold, then ledger accounts, in this order. */
@Component
class AssetTransactions {
    private static final Logger LOG = LoggerFactory.getLogger(AssetTransactions.class);
    private static final SaleDecider DECIDER = new SaleDecider();

    private final Sales sales;
    private final Books books;
    private final Payers payers;
    private final FeeSchedules fees;
    private final SafetyWindow window;

    /** Where the money goes. */
    @Component("assetBooks")
    record Books(Ledger ledger, SafetyHolds holds) {}

    /** Who may pay. */
    @Component("assetPayers")
    record Payers(WalletStates states, Debts debts) {
        @Nullable SaleRefusal bar(WalletId payer) {
            if (!states.unusable(Set.of(payer)).isEmpty()) {
                return SaleRefusal.WALLET_FROZEN;
            }
            return debts.owing(Set.of(payer)).isEmpty() ? null : SaleRefusal.DEBT_OUTSTANDING;
        }
    }

    AssetTransactions(
            Sales sales, Books books, Payers payers, FeeSchedules fees, SafetyWindow window) {
        this.sales = sales;
        this.books = books;
        this.payers = payers;
        this.fees = fees;
        this.window = window;
    }

    /** What was decided, and the sale as it is now. */
    record Outcome(Decision<SaleEvent, SaleRejection> decision, Sale sale) {}

    @Transactional
    public Outcome capture(SaleTerms terms, Instant at) {
        var before = sales.lock(terms.licence());
        return switch (before) {
            case Absent _ -> {
                var postings = books.ledger().lock(SaleJournals.accounts(terms));
                yield handle(captureSale(terms, postings, at), before, postings);
            }
            case Known known -> {
                var nothing = Money.zero(terms.price().currency());
                var again = new CaptureSale(terms, nothing, null, null, at);
                yield handle(again, known, new Postings(Map.of()));
            }
        };
    }

    private SaleCommand captureSale(SaleTerms terms, Postings postings, Instant at) {
        var currency = terms.price().currency();
        var available = postings.balanceOf(SaleJournals.wallet(terms)).minorUnits();
        return new CaptureSale(
                terms,
                new Money(available, currency),
                payers.bar(new WalletId(terms.buyer().party(), currency)),
                quote(terms, at),
                at);
    }

    /** Sales have no tiers: a price of nothing billed yet is the price of every sale. */
    private @Nullable FeeQuote quote(SaleTerms terms, Instant at) {
        var nothing = Money.zero(terms.price().currency());
        return fees.of(terms.basis(), at)
                .map(schedule -> schedule.quote(terms.basis(), nothing, terms.price()))
                .orElse(null);
    }

    @Transactional
    public Outcome refund(LicenceId licence, Instant at) {
        var before = sales.lock(licence);
        return before instanceof Captured sale
                ? refund(sale, at)
                : handle(new RefundSale(false, at), before, new Postings(Map.of()));
    }

    private Outcome refund(Captured sale, Instant at) {
        var licence = sale.terms().licence();
        var escrow = SaleJournals.holdOf(licence);
        var holds = new HoldBook(books.holds().lock(Set.of(escrow)));
        var nothing = Money.zero(sale.net().currency());
        var pending = holds.pending(escrow, SaleJournals.releaseOf(licence), nothing);
        var isPending = !sale.net().isZero() && pending.equals(sale.net());
        var postings = books.ledger().lock(SaleJournals.accounts(sale.terms()));
        var outcome = handle(new RefundSale(isPending, at), sale, postings);
        if (outcome.decision() instanceof Accepted(var events) && !events.isEmpty()) {
            holds.recall(escrow, SaleJournals.releaseOf(licence), at);
            books.holds().write(holds.changed());
        }
        return outcome;
    }

    private Outcome handle(SaleCommand command, Sale before, Postings postings) {
        var decision = DECIDER.decide(command, before);
        var after = before;
        switch (decision) {
            case Accepted(var events) -> {
                for (var event : events) {
                    after = DECIDER.evolve(after, event);
                    apply(event, postings);
                }
            }
            case Rejected(var reason) -> LOG.info("Asset sale refused: {}", reason);
        }
        books.ledger().write(postings);
        if (after instanceof Known known && !after.equals(before)) {
            sales.write(before, known);
        }
        return new Outcome(decision, after);
    }

    private void apply(SaleEvent event, Postings postings) {
        SaleJournals.of(event).ifPresent(postings::postChecked);
        switch (event) {
            case SaleCaptured(var sale) ->
                    SaleJournals.hold(sale, window)
                            .ifPresent(hold -> books.holds().add(List.of(hold)));
            case SaleRefused _, SaleRefunded _ -> {}
        }
        LOG.info("Asset sale: {}", event.getClass().getSimpleName());
    }
}
