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
import guildhall.payment.ledger.Account.DisputeHold;
import guildhall.payment.ledger.Account.FeeRevenue;
import guildhall.payment.ledger.Account.InEscrow;
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

    public static EscrowScope of(List<EscrowOrder> orders, Map<EscrowId, Escrow> escrows) {
        var accounts = new HashSet<Account>();
        var pairs = new HashSet<Pair>();
        var holds = new HashSet<EscrowId>();
        for (var order : orders) {
            possibleTerms(order, orders, escrows)
                    .forEach(terms -> {
                        accounts.addAll(accounts(order, terms));
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

    private static Set<Account> accounts(EscrowOrder order, FundingTerms terms) {
        var currency = terms.amount().currency();
        var escrow = new InEscrow(order.escrow(), currency);
        var frozen = new DisputeHold(order.escrow(), currency);
        var spendable = new Available(terms.payer().party(), currency);
        var earned = new Account.Pending(terms.payee().party(), currency);
        var fees = new FeeRevenue(currency);
        return switch (order) {
            case EscrowOrder.Fund _, EscrowOrder.Refund _, EscrowOrder.Cancel _ ->
                    Set.of(escrow, spendable);
            case EscrowOrder.Release _ -> Set.of(escrow, earned, fees);
            case EscrowOrder.Freeze _, EscrowOrder.Unfreeze _ ->
                    Set.of(escrow, frozen, earned, fees);
            case EscrowOrder.ReturnToWork _ -> Set.of(escrow, frozen);
            case EscrowOrder.Split _ -> Set.of(frozen, spendable, earned, fees);
        };
    }
}
