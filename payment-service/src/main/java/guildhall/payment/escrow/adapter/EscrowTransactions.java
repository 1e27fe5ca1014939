package guildhall.payment.escrow.adapter;

import guildhall.payment.clearing.HoldBook;
import guildhall.payment.clearing.SafetyHolds;
import guildhall.payment.escrow.EscrowAnswer;
import guildhall.payment.escrow.EscrowDesk;
import guildhall.payment.escrow.EscrowOrder;
import guildhall.payment.escrow.EscrowScope;
import guildhall.payment.escrow.Escrows;
import guildhall.payment.escrow.FundingRefusal;
import guildhall.payment.fee.PairBillings;
import guildhall.payment.ledger.Ledger;
import guildhall.payment.wallet.Debts;
import guildhall.payment.wallet.WalletId;
import guildhall.payment.wallet.WalletStates;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Handles orders in one transaction: locks what they could touch (escrows, then pairs, then safety
 * holds, then accounts, always in this order), decides them in memory, writes everything as sets.
 */
@Component
class EscrowTransactions {
    private static final Logger LOG = LoggerFactory.getLogger(EscrowTransactions.class);

    private final Stores stores;
    private final EscrowDesk.Policy policy;

    /** Everything that is locked and written, in the order of locking. */
    @Component
    record Stores(
            Escrows escrows,
            PairBillings billings,
            Ledger ledger,
            SafetyHolds holds,
            WalletStates states,
            Debts debts) {}

    EscrowTransactions(Stores stores, EscrowDesk.Policy policy) {
        this.stores = stores;
        this.policy = policy;
    }

    /**
     * Joins the present transaction, which has recorded the commands in the inbox.
     *
     * @return one answer for each order, in the same order
     */
    @Transactional
    public List<EscrowAnswer> handle(List<EscrowOrder> orders) {
        var escrows = stores.escrows().lock(EscrowScope.escrows(orders));
        var scope = EscrowScope.of(policy.fees(), orders, escrows);
        var billed = stores.billings().lock(scope.pairs());
        var holds = new HoldBook(stores.holds().lock(scope.holds()));
        var postings = stores.ledger().lock(scope.accounts());
        var barred = barred(EscrowScope.payers(orders));
        var locked = new EscrowDesk.Locked(escrows, billed, holds, barred);
        var desk = new EscrowDesk(policy, locked, postings);
        var answers = orders.stream().map(desk::handle).toList();
        stores.escrows().write(escrows, desk.changed());
        stores.billings().write(desk.billed());
        stores.holds().add(holds.added());
        stores.holds().write(holds.changed());
        stores.ledger().write(postings);
        for (int i = 0; i < answers.size(); i++) {
            var answer = answers.get(i).getClass().getSimpleName();
            LOG.info("Escrow {}: {}", orders.get(i).escrow(), answer);
        }
        return answers;
    }

    private Map<WalletId, FundingRefusal> barred(Set<WalletId> payers) {
        var barred = new HashMap<WalletId, FundingRefusal>();
        stores.debts()
                .owing(payers)
                .forEach(payer -> barred.put(payer, FundingRefusal.DEBT_OUTSTANDING));
        stores.states()
                .unusable(payers)
                .forEach(payer -> barred.put(payer, FundingRefusal.WALLET_FROZEN));
        return barred;
    }
}
