package guildhall.payment.escrow;

import static java.util.stream.Collectors.toUnmodifiableSet;

import guildhall.messages.id.EscrowId;
import guildhall.payment.escrow.Escrow.Absent;
import guildhall.payment.escrow.Escrow.Cancelled;
import guildhall.payment.escrow.Escrow.Pending;
import guildhall.payment.escrow.Escrow.Tombstone;
import guildhall.payment.escrow.Escrow.WithMoney;
import guildhall.payment.fee.FeeSchedules;
import guildhall.payment.fee.Pair;
import guildhall.payment.ledger.Account;
import guildhall.payment.ledger.Account.Available;
import guildhall.payment.ledger.Account.BuyerFeeDeferred;
import guildhall.payment.ledger.Account.DisputeHold;
import guildhall.payment.ledger.Account.FeeRevenue;
import guildhall.payment.ledger.Account.InEscrow;
import guildhall.payment.wallet.WalletId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What must be locked before orders are decided: everything that they could touch if all of them
 * were accepted, and nothing for orders that can only be refused.
 *
 * @param holds the escrows whose safety holds a dispute may stop or let go on
 */
public record EscrowScope(Set<Account> accounts, Set<Pair> pairs, Set<EscrowId> holds) {
    public EscrowScope {
        accounts = Set.copyOf(accounts);
        pairs = Set.copyOf(pairs);
        holds = Set.copyOf(holds);
    }

    public static Set<EscrowId> escrows(List<EscrowOrder> orders) {
        return orders.stream().map(EscrowOrder::escrow).collect(toUnmodifiableSet());
    }

    /** The wallets that somebody wants to pay from. */
    public static Set<WalletId> payers(List<EscrowOrder> orders) {
        return orders.stream()
                .filter(EscrowOrder.Fund.class::isInstance)
                .map(order -> payer((EscrowOrder.Fund) order))
                .collect(toUnmodifiableSet());
    }

    static WalletId payer(EscrowOrder.Fund order) {
        var terms = order.terms();
        return new WalletId(terms.payer().party(), terms.amount().currency());
    }

    public static EscrowScope of(
            FeeSchedules fees, List<EscrowOrder> orders, Map<EscrowId, Escrow> escrows) {
        var accounts = new HashSet<Account>();
        var pairs = new HashSet<Pair>();
        var holds = new HashSet<EscrowId>();
        for (var order : orders) {
            stakes(fees, order, orders, escrows)
                    .forEach(stake -> {
                        var terms = stake.terms();
                        addAccounts(accounts, order, stake);
                        if (changesBilling(order)) {
                            pairs.add(terms.pair());
                        }
                        if (changesHolds(order)) {
                            holds.add(order.escrow());
                        }
                    });
        }
        return new EscrowScope(accounts, pairs, holds);
    }

    /**
     * @param hasBuyerFee whether the payer paid or will pay one
     */
    private record Stake(FundingTerms terms, boolean hasBuyerFee) {}

    /** What the escrow is about, or may be about after a funding that arrived with the order. */
    private static Stream<Stake> stakes(
            FeeSchedules fees,
            EscrowOrder order,
            List<EscrowOrder> orders,
            Map<EscrowId, Escrow> escrows) {
        return switch (escrows.getOrDefault(order.escrow(), new Absent())) {
            case WithMoney funded ->
                    Stream.of(
                            new Stake(
                                    funded.holding().terms(),
                                    !funded.holding().pricing().buyerFee().isZero()));
            case Cancelled _, Tombstone _ -> Stream.empty();
            case Absent _, Pending _ ->
                    orders.stream()
                            .filter(other -> other.escrow().equals(order.escrow()))
                            .filter(EscrowOrder.Fund.class::isInstance)
                            .map(fund -> stake(fees, (EscrowOrder.Fund) fund));
        };
    }

    private static Stake stake(FeeSchedules fees, EscrowOrder.Fund fund) {
        var hasBuyerFee =
                fund.terms()
                        .pricing(fees, fund.at())
                        .filter(pricing -> !pricing.buyerFee().isZero())
                        .isPresent();
        return new Stake(fund.terms(), hasBuyerFee);
    }

    private static boolean changesBilling(EscrowOrder order) {
        return switch (order) {
            case EscrowOrder.Release _,
                    EscrowOrder.Freeze _,
                    EscrowOrder.Unfreeze _,
                    EscrowOrder.Split _ ->
                    true;
            case EscrowOrder.Fund _,
                    EscrowOrder.Refund _,
                    EscrowOrder.Cancel _,
                    EscrowOrder.ReturnToWork _ ->
                    false;
        };
    }

    private static boolean changesHolds(EscrowOrder order) {
        return order instanceof EscrowOrder.Freeze || order instanceof EscrowOrder.Unfreeze;
    }

    private static void addAccounts(Set<Account> accounts, EscrowOrder order, Stake stake) {
        var terms = stake.terms();
        var currency = terms.amount().currency();
        var escrow = new InEscrow(order.escrow(), currency);
        var frozen = new DisputeHold(order.escrow(), currency);
        var spendable = new Available(terms.payer().party(), currency);
        switch (order) {
            case EscrowOrder.Fund _, EscrowOrder.Refund _, EscrowOrder.Cancel _ -> {
                accounts.add(escrow);
                accounts.add(spendable);
            }
            case EscrowOrder.Release _ -> {
                accounts.add(escrow);
                addEarnings(accounts, terms);
            }
            case EscrowOrder.Freeze _, EscrowOrder.Unfreeze _ -> {
                accounts.add(escrow);
                accounts.add(frozen);
                addEarnings(accounts, terms);
            }
            case EscrowOrder.ReturnToWork _ -> {
                accounts.add(escrow);
                accounts.add(frozen);
            }
            case EscrowOrder.Split _ -> {
                accounts.add(frozen);
                accounts.add(spendable);
                addEarnings(accounts, terms);
            }
        }
        if (stake.hasBuyerFee()) {
            accounts.add(new BuyerFeeDeferred(order.escrow(), currency));
        }
    }

    private static void addEarnings(Set<Account> accounts, FundingTerms terms) {
        var currency = terms.amount().currency();
        accounts.add(new FeeRevenue(currency));
        for (var earner : terms.earners()) {
            accounts.add(new Account.Pending(earner.party(), currency));
        }
    }
}
