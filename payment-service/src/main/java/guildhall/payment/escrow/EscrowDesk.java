package guildhall.payment.escrow;

import static java.util.stream.Collectors.toUnmodifiableMap;

import guildhall.messages.id.EscrowId;
import guildhall.messages.money.Money;
import guildhall.payment.clearing.SafetyHold;
import guildhall.payment.clearing.SafetyWindow;
import guildhall.payment.escrow.Escrow.Absent;
import guildhall.payment.escrow.Escrow.WithMoney;
import guildhall.payment.escrow.EscrowCommand.CancelEscrow;
import guildhall.payment.escrow.EscrowCommand.FundEscrow;
import guildhall.payment.escrow.EscrowCommand.RefundEscrow;
import guildhall.payment.escrow.EscrowCommand.ReleaseEscrow;
import guildhall.payment.escrow.EscrowEvent.EscrowReleased;
import guildhall.payment.fee.FeeQuote;
import guildhall.payment.fee.FeeSchedules;
import guildhall.payment.fee.Pair;
import guildhall.payment.ledger.Account.Available;
import guildhall.payment.ledger.Postings;
import guildhall.payment.wallet.WalletId;
import guildhall.runtime.decide.Decision.Accepted;
import guildhall.runtime.decide.Decision.Rejected;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Handles orders one after the other on what was locked for all of them, and gathers everything
 * there is to write. Belongs to one thread and one transaction.
 */
public final class EscrowDesk {
    private static final EscrowDecider DECIDER = new EscrowDecider();

    private final Policy policy;
    private final Map<EscrowId, Escrow> locked;
    private final Map<EscrowId, Escrow> changed = new LinkedHashMap<>();
    private final Map<Pair, Money> lockedBilled;
    private final Map<Pair, Money> billed;
    private final Postings postings;
    private final Set<WalletId> frozen;
    private final List<SafetyHold> holds = new ArrayList<>();

    /** The rules that are configured. */
    public record Policy(FeeSchedules fees, SafetyWindow window) {}

    public EscrowDesk(
            Policy policy,
            Map<EscrowId, Escrow> escrows,
            Map<Pair, Money> billed,
            Postings postings) {
        this(policy, escrows, billed, postings, Set.of());
    }

    /**
     * @param frozen wallets of payers that may not pay
     */
    public EscrowDesk(
            Policy policy,
            Map<EscrowId, Escrow> escrows,
            Map<Pair, Money> billed,
            Postings postings,
            Set<WalletId> frozen) {
        this.policy = policy;
        this.locked = Map.copyOf(escrows);
        this.lockedBilled = Map.copyOf(billed);
        this.billed = new HashMap<>(billed);
        this.postings = postings;
        this.frozen = Set.copyOf(frozen);
    }

    public EscrowAnswer handle(EscrowOrder order) {
        var state = escrow(order.escrow());
        return switch (DECIDER.decide(priced(order, state), state)) {
            case Accepted(var events) -> EscrowAnswers.accepted(order, apply(events, state));
            case Rejected(var reason) -> EscrowAnswers.rejected(order, reason);
        };
    }

    /** The new states, in the order in which they first changed. */
    public Map<EscrowId, Escrow> changed() {
        return changed;
    }

    /** The new sums of the pairs that something was released for. */
    public Map<Pair, Money> billed() {
        return billed.entrySet().stream()
                .filter(sum -> !sum.getValue().equals(lockedBilled.get(sum.getKey())))
                .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    public Postings postings() {
        return postings;
    }

    public List<SafetyHold> holds() {
        return List.copyOf(holds);
    }

    private Escrow escrow(EscrowId id) {
        var known = changed.get(id);
        return known != null ? known : locked.getOrDefault(id, new Absent());
    }

    private EscrowCommand priced(EscrowOrder order, Escrow state) {
        return switch (order) {
            case EscrowOrder.Fund fund ->
                    new FundEscrow(
                            fund,
                            available(fund.terms(), state),
                            frozen.contains(EscrowScope.payer(fund)));
            case EscrowOrder.Release release -> new ReleaseEscrow(release, quote(release, state));
            case EscrowOrder.Refund refund -> new RefundEscrow(refund);
            case EscrowOrder.Cancel cancel -> new CancelEscrow(cancel);
        };
    }

    /** Nothing can be taken for an escrow that is funded or cancelled: its payer is not locked. */
    private Money available(FundingTerms terms, Escrow state) {
        var currency = terms.amount().currency();
        return switch (state) {
            case Absent _, Escrow.Pending _ -> {
                var account = new Available(terms.payer().party(), currency);
                yield new Money(postings.balanceOf(account).minorUnits(), currency);
            }
            case WithMoney _, Escrow.Cancelled _, Escrow.Tombstone _ -> Money.zero(currency);
        };
    }

    /** A release that cannot happen is priced like the first one of a pair; nobody will see it. */
    private FeeQuote quote(EscrowOrder.Release release, Escrow state) {
        var gross = release.gross();
        var schedule = policy.fees().at(release.at());
        return state instanceof WithMoney funded && covers(funded.holding(), gross)
                ? schedule.quote(billedBy(funded.holding().terms().pair()), gross)
                : schedule.quote(Money.zero(gross.currency()), gross);
    }

    private static boolean covers(Holding holding, Money gross) {
        return holding.held().currency().equals(gross.currency())
                && !holding.held().isLessThan(gross);
    }

    private Money billedBy(Pair pair) {
        var sum = billed.get(pair);
        if (sum == null) {
            throw new IllegalStateException(pair + " is not locked");
        }
        return sum;
    }

    private Escrow apply(List<EscrowEvent> events, Escrow before) {
        var state = before;
        for (var event : events) {
            state = DECIDER.evolve(state, event);
            changed.put(event.escrow(), state);
            post(event, state);
        }
        return state;
    }

    private void post(EscrowEvent event, Escrow after) {
        if (after instanceof WithMoney funded) {
            var terms = funded.holding().terms();
            EscrowJournals.of(event, terms).ifPresent(postings::postChecked);
            if (event instanceof EscrowReleased released) {
                billed.merge(terms.pair(), released.quote().gross(), Money::plus);
                hold(released, terms);
            }
        }
    }

    private void hold(EscrowReleased released, FundingTerms terms) {
        if (!released.quote().net().isZero()) {
            holds.add(
                    new SafetyHold(
                            released.escrow(),
                            released.release(),
                            terms.payee(),
                            released.quote().net(),
                            terms.title(),
                            policy.window().endsFor(released.at())));
        }
    }
}
