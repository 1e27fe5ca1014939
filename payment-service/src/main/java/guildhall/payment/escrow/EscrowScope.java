package guildhall.payment.escrow;

import static java.util.stream.Collectors.toUnmodifiableSet;

import guildhall.messages.id.EscrowId;
import guildhall.payment.escrow.Escrow.Absent;
import guildhall.payment.escrow.Escrow.Cancelled;
import guildhall.payment.escrow.Escrow.Pending;
import guildhall.payment.escrow.Escrow.Tombstone;
import guildhall.payment.escrow.Escrow.WithMoney;
import guildhall.payment.fee.Pair;
import guildhall.payment.ledger.Account;
import guildhall.payment.ledger.Account.Available;
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
 */
public record EscrowScope(Set<Account> accounts, Set<Pair> pairs) {
    public EscrowScope {
        accounts = Set.copyOf(accounts);
        pairs = Set.copyOf(pairs);
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

    public static EscrowScope of(List<EscrowOrder> orders, Map<EscrowId, Escrow> escrows) {
        var accounts = new HashSet<Account>();
        var pairs = new HashSet<Pair>();
        for (var order : orders) {
            possibleTerms(order, orders, escrows)
                    .forEach(terms -> {
                        accounts.addAll(accounts(order, terms));
                        if (order instanceof EscrowOrder.Release) {
                            pairs.add(terms.pair());
                        }
                    });
        }
        return new EscrowScope(accounts, pairs);
    }

    /** The terms that the escrow has, or may get from a funding that arrived with the order. */
    private static Stream<FundingTerms> possibleTerms(
            EscrowOrder order, List<EscrowOrder> orders, Map<EscrowId, Escrow> escrows) {
        return switch (escrows.getOrDefault(order.escrow(), new Absent())) {
            case WithMoney funded -> Stream.of(funded.holding().terms());
            case Cancelled _, Tombstone _ -> Stream.empty();
            case Absent _, Pending _ ->
                    orders.stream()
                            .filter(other -> other.escrow().equals(order.escrow()))
                            .filter(EscrowOrder.Fund.class::isInstance)
                            .map(fund -> ((EscrowOrder.Fund) fund).terms());
        };
    }

    private static Set<Account> accounts(EscrowOrder order, FundingTerms terms) {
        var currency = terms.amount().currency();
        var escrow = new InEscrow(order.escrow(), currency);
        return switch (order) {
            case EscrowOrder.Fund _, EscrowOrder.Refund _, EscrowOrder.Cancel _ ->
                    Set.of(escrow, new Available(terms.payer().party(), currency));
            case EscrowOrder.Release _ ->
                    Set.of(
                            escrow,
                            new Account.Pending(terms.payee().party(), currency),
                            new FeeRevenue(currency));
        };
    }
}
