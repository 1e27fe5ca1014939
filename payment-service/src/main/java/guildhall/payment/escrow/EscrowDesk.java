package guildhall.payment.escrow;

import static java.util.stream.Collectors.toUnmodifiableMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import guildhall.messages.id.EscrowId;
import guildhall.messages.id.ReleaseId;
import guildhall.messages.money.Money;
import guildhall.payment.clearing.HoldBook;
import guildhall.payment.clearing.SafetyHold;
import guildhall.payment.clearing.SafetyWindow;
import guildhall.payment.escrow.Escrow.Absent;
import guildhall.payment.escrow.Escrow.WithMoney;
import guildhall.payment.escrow.EscrowCommand.CancelEscrow;
import guildhall.payment.escrow.EscrowCommand.FreezeEscrow;
import guildhall.payment.escrow.EscrowCommand.FundEscrow;
import guildhall.payment.escrow.EscrowCommand.RefundEscrow;
import guildhall.payment.escrow.EscrowCommand.ReleaseEscrow;
import guildhall.payment.escrow.EscrowCommand.ReturnFrozenFunds;
import guildhall.payment.escrow.EscrowCommand.SplitFrozenFunds;
import guildhall.payment.escrow.EscrowCommand.UnfreezeEscrow;
import guildhall.payment.escrow.EscrowEvent.EscrowCancelled;
import guildhall.payment.escrow.EscrowEvent.EscrowFrozen;
import guildhall.payment.escrow.EscrowEvent.EscrowFunded;
import guildhall.payment.escrow.EscrowEvent.EscrowRefunded;
import guildhall.payment.escrow.EscrowEvent.EscrowReleased;
import guildhall.payment.escrow.EscrowEvent.EscrowUnfrozen;
import guildhall.payment.escrow.EscrowEvent.EscrowWoundUp;
import guildhall.payment.escrow.EscrowEvent.FrozenFundsSplit;
import guildhall.payment.escrow.EscrowEvent.FundingRefused;
import guildhall.payment.fee.FeeBasis;
import guildhall.payment.fee.FeeQuote;
import guildhall.payment.fee.FeeSchedule;
import guildhall.payment.fee.FeeSchedules;
import guildhall.payment.fee.Pair;
import guildhall.payment.fee.Pricing;
import guildhall.payment.ledger.Account.Available;
import guildhall.payment.ledger.Postings;
import guildhall.payment.wallet.WalletId;
import guildhall.runtime.decide.Decision.Accepted;
import guildhall.runtime.decide.Decision.Rejected;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
    private final HoldBook holds;
    private final Map<WalletId, FundingRefusal> barred;

    /** The rules that are configured. */
    public record Policy(FeeSchedules fees, SafetyWindow window) {}

    /**
     * What was read under lock for the orders.
     *
     * @param barred wallets of payers that may not pay, and why
     */
    public record Locked(
            Map<EscrowId, Escrow> escrows,
            Map<Pair, Money> billed,
            HoldBook holds,
            Map<WalletId, FundingRefusal> barred) {
        public Locked {
            escrows = Map.copyOf(escrows);
            billed = Map.copyOf(billed);
            barred = Map.copyOf(barred);
        }
    }

    public EscrowDesk(Policy policy, Locked locked, Postings postings) {
        this.policy = policy;
        this.locked = locked.escrows();
        this.lockedBilled = locked.billed();
        this.billed = new HashMap<>(locked.billed());
        this.holds = locked.holds();
        this.barred = locked.barred();
        this.postings = postings;
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

    public HoldBook holds() {
        return holds;
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
                            pricing(fund),
                            barred.get(EscrowScope.payer(fund)));
            case EscrowOrder.Release release ->
                    new ReleaseEscrow(release, quote(release.gross(), release.at(), state));
            case EscrowOrder.Refund refund -> new RefundEscrow(refund);
            case EscrowOrder.Cancel cancel -> new CancelEscrow(cancel);
            case EscrowOrder.Freeze freeze -> new FreezeEscrow(freeze, pending(state));
            case EscrowOrder.Unfreeze unfreeze -> new UnfreezeEscrow(unfreeze);
            case EscrowOrder.ReturnToWork resume -> new ReturnFrozenFunds(resume);
            case EscrowOrder.Split split ->
                    new SplitFrozenFunds(split, quote(split.toPayee(), split.at(), state));
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

    /** A dispute may take back what was paid by a release of which nothing is available yet. */
    private Set<ReleaseId> pending(Escrow state) {
        if (state instanceof WithMoney funded) {
            var holding = funded.holding();
            var nothing = Money.zero(holding.funded().currency());
            return holding.releasesInForce().stream()
                    .filter(release -> !release.net().isZero())
                    .filter(release ->
                            holds.pending(holding.escrow(), release.id(), nothing)
                                    .equals(release.net()))
                    .map(Movement.Release::id)
                    .collect(toUnmodifiableSet());
        }
        return Set.of();
    }

    /** A release that cannot happen is priced like the first one of a pair; nobody will see it. */
    private FeeQuote quote(Money gross, Instant at, Escrow state) {
        if (state instanceof WithMoney funded && covers(funded.holding(), gross)) {
            var terms = funded.holding().terms();
            return schedule(funded.holding()).quote(terms.basis(), billedBy(terms.pair()), gross);
        }
        return policy.fees().at(at).quote(FeeBasis.STANDARD, Money.zero(gross.currency()), gross);
    }

    /** Later versions do not change what was agreed on. */
    private FeeSchedule schedule(Holding holding) {
        var version = holding.pricing().schedule();
        return policy.fees()
                .named(version)
                .orElseThrow(() -> new IllegalStateException("No fee schedule " + version));
    }

    private @Nullable Pricing pricing(EscrowOrder.Fund fund) {
        return fund.terms().pricing(policy.fees(), fund.at()).orElse(null);
    }

    private static boolean covers(Holding holding, Money gross) {
        var inReach = holding.held().plus(holding.frozen());
        return inReach.currency().equals(gross.currency()) && !inReach.isLessThan(gross);
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
            switch (event) {
                case EscrowReleased(var escrow, var release, var quote, _, var at) ->
                        paid(new Payment(escrow, release, quote, at), terms);
                case FrozenFundsSplit(var escrow, _, _, var release, var quote, _, var at) ->
                        paid(new Payment(escrow, release, quote, at), terms);
                case EscrowFrozen frozen -> recall(frozen, terms);
                case EscrowUnfrozen unfrozen -> restore(unfrozen, terms);
                case EscrowFunded _,
                        FundingRefused _,
                        EscrowRefunded _,
                        EscrowWoundUp _,
                        EscrowCancelled _ -> {}
            }
        }
    }

    private record Payment(EscrowId escrow, ReleaseId release, FeeQuote quote, Instant at) {}

    private void paid(Payment payment, FundingTerms terms) {
        var quote = payment.quote();
        if (!quote.gross().isZero()) {
            billed.merge(terms.pair(), quote.gross(), Money::plus);
        }
        for (var part : terms.shared(quote.net())) {
            holds.add(
                    new SafetyHold(
                            payment.escrow(),
                            payment.release(),
                            part.member(),
                            part.amount(),
                            terms.title(),
                            policy.window().endsFor(payment.at())));
        }
    }

    private void recall(EscrowFrozen frozen, FundingTerms terms) {
        for (var release : frozen.recalled()) {
            billed.merge(terms.pair(), release.gross(), Money::minus);
            holds.recall(frozen.escrow(), release.id(), frozen.at());
        }
    }

    private void restore(EscrowUnfrozen unfrozen, FundingTerms terms) {
        for (var release : unfrozen.restored()) {
            billed.merge(terms.pair(), release.gross(), Money::plus);
            holds.restore(unfrozen.escrow(), release.id(), unfrozen.at());
        }
    }
}
