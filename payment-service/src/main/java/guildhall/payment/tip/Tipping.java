package guildhall.payment.tip;

import static guildhall.runtime.decide.Decision.accept;
import static guildhall.runtime.decide.Decision.reject;

import guildhall.messages.id.ReleaseId;
import guildhall.messages.money.Money;
import guildhall.payment.clearing.SafetyHold;
import guildhall.payment.clearing.SafetyWindow;
import guildhall.payment.escrow.FundingTerms;
import guildhall.payment.escrow.Holding;
import guildhall.payment.fee.ContractKind;
import guildhall.payment.fee.FeeBasis;
import guildhall.payment.fee.FeeSchedules;
import guildhall.payment.ledger.Account;
import guildhall.payment.ledger.Account.Available;
import guildhall.payment.ledger.Account.FeeRevenue;
import guildhall.payment.ledger.Account.Pending;
import guildhall.payment.ledger.Entry;
import guildhall.payment.ledger.Journal;
import guildhall.payment.ledger.JournalSource;
import guildhall.payment.ledger.Reason;
import guildhall.payment.tip.TipRejection.AnotherCurrency;
import guildhall.payment.tip.TipRejection.InsufficientFunds;
import guildhall.payment.tip.TipRejection.NothingPaidYet;
import guildhall.runtime.decide.Decision;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Who may tip whom, what it costs and what it means in the ledger: posting rule 15. */
public record Tipping(FeeSchedules fees, SafetyWindow window) {

    /** Everything that a tip for this escrow could touch. */
    public Set<Account> accounts(Holding holding) {
        var terms = holding.terms();
        var currency = terms.amount().currency();
        var accounts = new HashSet<Account>();
        accounts.add(new Available(terms.payer().party(), currency));
        accounts.add(new FeeRevenue(currency));
        terms.earners().forEach(earner -> accounts.add(new Pending(earner.party(), currency)));
        return accounts;
    }

    public Decision<Tip, TipRejection> decide(TipOrder order, Holding holding, Money available) {
        var terms = holding.terms();
        var currency = terms.amount().currency();
        if (holding.released().isZero()) {
            return reject(new NothingPaidYet());
        }
        if (!order.amount().currency().equals(currency)) {
            return reject(new AnotherCurrency(currency));
        }
        if (available.isLessThan(order.amount())) {
            return reject(new InsufficientFunds(available));
        }
        return accept(tip(order, terms));
    }

    /** Tips have no tiers: a price of nothing billed yet is the price of every tip. */
    private Tip tip(TipOrder order, FundingTerms terms) {
        var basis =
                new FeeBasis(
                        ContractKind.TIP,
                        null,
                        terms.basis().sellerLevel(),
                        terms.basis().sellerPlan());
        var nothing = Money.zero(order.amount().currency());
        var quote = fees.at(order.at()).quote(basis, nothing, order.amount());
        return new Tip(
                order.id(),
                order.escrow(),
                terms.payer().party(),
                terms.payee().party(),
                order.by(),
                order.amount(),
                quote.fee(),
                quote.schedule(),
                order.note(),
                order.at());
    }

    public Journal journal(Tip tip, FundingTerms terms) {
        var currency = tip.amount().currency();
        var entries = new ArrayList<Entry>();
        entries.add(Entry.debit(new Available(tip.payer(), currency), tip.amount()));
        for (var part : terms.shared(tip.net())) {
            var earned = new Pending(part.member().party(), currency);
            entries.add(Entry.credit(earned, part.amount()));
        }
        if (!tip.fee().isZero()) {
            entries.add(Entry.credit(new FeeRevenue(currency), tip.fee()));
        }
        return new Journal(
                new JournalSource("tip", tip.id().value(), "paid"),
                Reason.TIP,
                terms.title(),
                tip.at(),
                entries);
    }

    /** The release id of the hold is the tip's own id, which no release of the escrow has. */
    public List<SafetyHold> holds(Tip tip, FundingTerms terms) {
        return terms.shared(tip.net()).stream()
                .map(part ->
                        new SafetyHold(
                                tip.escrow(),
                                new ReleaseId(tip.id().value()),
                                part.member(),
                                part.amount(),
                                terms.title(),
                                window.endsFor(tip.at())))
                .toList();
    }
}
