package guildhall.payment.tip.adapter;

import static guildhall.runtime.decide.Decision.accept;
import static guildhall.runtime.decide.Decision.reject;

import guildhall.messages.money.Money;
import guildhall.messages.payment.TeamPayment;
import guildhall.messages.payment.TipEvents.TipPaidV1;
import guildhall.payment.clearing.SafetyHolds;
import guildhall.payment.escrow.Escrow;
import guildhall.payment.escrow.Escrows;
import guildhall.payment.escrow.FundingTerms;
import guildhall.payment.escrow.Holding;
import guildhall.payment.groupcommit.BookChange;
import guildhall.payment.groupcommit.BookChanges;
import guildhall.payment.ledger.Account;
import guildhall.payment.ledger.Account.Available;
import guildhall.payment.ledger.Postings;
import guildhall.payment.tip.Tip;
import guildhall.payment.tip.TipOrder;
import guildhall.payment.tip.TipRejection;
import guildhall.payment.tip.TipRejection.OwesPlatform;
import guildhall.payment.tip.TipRejection.UnknownEscrow;
import guildhall.payment.tip.TipRejection.WalletUnusable;
import guildhall.payment.tip.Tipping;
import guildhall.payment.tip.Tips;
import guildhall.payment.wallet.Debts;
import guildhall.payment.wallet.WalletId;
import guildhall.payment.wallet.WalletStates;
import guildhall.runtime.decide.Decision;
import guildhall.runtime.decide.Decision.Accepted;
import guildhall.runtime.outbox.Outbox;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Gives tips, each in one transaction: locks the escrow, then the accounts. */
@Component
class TipTransactions {
    private static final Logger LOG = LoggerFactory.getLogger(TipTransactions.class);

    private final Tipping tipping;
    private final Tips tips;
    private final Escrows escrows;
    private final Books books;

    /** Where the money goes and who is told. */
    @Component
    record Books(
            BookChanges changes,
            WalletStates states,
            Debts debts,
            SafetyHolds holds,
            Outbox outbox) {}

    TipTransactions(Tipping tipping, Tips tips, Escrows escrows, Books books) {
        this.tipping = tipping;
        this.tips = tips;
        this.escrows = escrows;
        this.books = books;
    }

    /** A tip that was given before is given again as an answer only. */
    Decision<Tip, TipRejection> give(TipOrder order) {
        var decision = books.changes().commit(order.by().toString(), new Giving(order));
        LOG.info("Tip {}: {}", order.id(), decision.getClass().getSimpleName());
        return decision;
    }

    private final class Giving implements BookChange<Decision<Tip, TipRejection>> {
        private final TipOrder order;
        private Escrow escrow = new Escrow.Absent();

        Giving(TipOrder order) {
            this.order = order;
        }

        @Override
        public String subject() {
            return "escrow " + order.escrow();
        }

        @Override
        public Set<Account> prepare() {
            escrow =
                    escrows.lock(Set.of(order.escrow()))
                            .getOrDefault(order.escrow(), new Escrow.Absent());
            return escrow instanceof Escrow.WithMoney funded
                    ? tipping.accounts(funded.holding())
                    : Set.of();
        }

        @Override
        public Decision<Tip, TipRejection> apply(Postings postings) {
            if (!(escrow instanceof Escrow.WithMoney funded)) {
                return reject(new UnknownEscrow());
            }
            var known = tips.find(order.id());
            return known.isPresent()
                    ? accept(known.get())
                    : give(order, funded.holding(), postings);
        }
    }

    private Decision<Tip, TipRejection> give(TipOrder order, Holding holding, Postings postings) {
        var payer = payer(holding.terms());
        if (!books.states().unusable(Set.of(payer)).isEmpty()) {
            return reject(new WalletUnusable());
        }
        if (!books.debts().owing(Set.of(payer)).isEmpty()) {
            return reject(new OwesPlatform());
        }
        var decision = tipping.decide(order, holding, available(payer, postings));
        if (decision instanceof Accepted(var given)) {
            given.forEach(tip -> store(tip, holding.terms(), postings));
        }
        return decision;
    }

    private static WalletId payer(FundingTerms terms) {
        return new WalletId(terms.payer().party(), terms.amount().currency());
    }

    private static Money available(WalletId payer, Postings postings) {
        var account = new Available(payer.owner(), payer.currency());
        return new Money(postings.balanceOf(account).minorUnits(), payer.currency());
    }

    private void store(Tip tip, FundingTerms terms, Postings postings) {
        tips.add(tip);
        postings.postChecked(tipping.journal(tip, terms));
        books.holds().add(tipping.holds(tip, terms));
        books.outbox()
                .add(
                        new TipPaidV1(
                                tip.id(),
                                tip.escrow(),
                                terms.contract(),
                                terms.milestone(),
                                terms.payer(),
                                terms.payee(),
                                tip.amount(),
                                tip.fee(),
                                tip.at(),
                                team(tip, terms)));
    }

    private static @Nullable List<TeamPayment> team(Tip tip, FundingTerms terms) {
        return terms.team().shares().isEmpty()
                ? null
                : terms.shared(tip.net()).stream()
                        .map(part -> new TeamPayment(part.member(), part.amount()))
                        .toList();
    }
}
