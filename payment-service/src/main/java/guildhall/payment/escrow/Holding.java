package guildhall.payment.escrow;

import guildhall.messages.id.DisputeId;
import guildhall.messages.id.EscrowId;
import guildhall.messages.id.RefundId;
import guildhall.messages.id.ReleaseId;
import guildhall.messages.money.Money;
import guildhall.payment.escrow.Movement.Cancellation;
import guildhall.payment.escrow.Movement.Freeze;
import guildhall.payment.escrow.Movement.Refund;
import guildhall.payment.escrow.Movement.Release;
import guildhall.payment.escrow.Movement.Split;
import guildhall.payment.escrow.Movement.Unfreeze;
import guildhall.payment.fee.Pricing;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The money of a funded escrow and everything that happened to it since. Cannot be made with more
 * leaving a place than was there.
 *
 * @param attempt the one that succeeded
 * @param pricing what was decided about the price when it was funded
 * @param movements oldest first
 */
public record Holding(
        EscrowId escrow,
        int attempt,
        FundingTerms terms,
        Pricing pricing,
        Instant fundedAt,
        List<Movement> movements) {
    public Holding {
        movements = List.copyOf(movements);
        balances(terms, pricing, movements);
    }

    public Money funded() {
        return terms.amount();
    }

    public Money held() {
        return balances().held();
    }

    /** What a dispute has taken out of everybody's reach. */
    public Money frozen() {
        return balances().frozen();
    }

    /** What the payee has got so far, fees included. */
    public Money released() {
        return balances().released();
    }

    public Money refunded() {
        return balances().refunded();
    }

    /** What is left of the buyer fee. */
    public Money deferred() {
        return balances().deferred();
    }

    /** All of them at once. */
    public Balances balances() {
        return balances(terms, pricing, movements);
    }

    /** Also one that a dispute recalled later, or that was the payee's part of a split. */
    public Optional<Release> release(ReleaseId id) {
        return releases().filter(release -> release.id().equals(id)).findFirst();
    }

    public Optional<Refund> refund(RefundId id) {
        return movements(Refund.class).filter(refund -> refund.id().equals(id)).findFirst();
    }

    public Optional<Cancellation> cancellation() {
        return movements(Cancellation.class).findFirst();
    }

    public Optional<Freeze> freeze(DisputeId id) {
        return movements(Freeze.class).filter(freeze -> freeze.id().equals(id)).findFirst();
    }

    public Optional<Unfreeze> unfreeze(DisputeId id) {
        return movements(Unfreeze.class).filter(unfreeze -> unfreeze.id().equals(id)).findFirst();
    }

    public Optional<Split> split(DisputeId id) {
        return movements(Split.class).filter(split -> split.id().equals(id)).findFirst();
    }

    public boolean wasDisputed() {
        return movements(Freeze.class).findAny().isPresent();
    }

    /** The freeze that is in force. Nothing but its end can follow it. */
    public Optional<Freeze> openFreeze() {
        return !movements.isEmpty() && movements.getLast() instanceof Freeze freeze
                ? Optional.of(freeze)
                : Optional.empty();
    }

    /** The releases that the payee was paid by and that no dispute has recalled since. */
    List<Release> releasesInForce() {
        var recalled = new HashSet<ReleaseId>();
        for (var movement : movements) {
            if (movement instanceof Freeze freeze) {
                recalled.addAll(freeze.recalled());
            } else if (movement instanceof Unfreeze unfreeze) {
                unfreeze.restored().forEach(recalled::remove);
            }
        }
        return releases().filter(release -> !recalled.contains(release.id())).toList();
    }

    /** The releases with these ids, oldest first. */
    List<Release> releases(List<ReleaseId> ids) {
        var wanted = Set.copyOf(ids);
        return releases().filter(release -> wanted.contains(release.id())).toList();
    }

    Holding with(Movement movement) {
        var extended = Stream.concat(movements.stream(), Stream.of(movement)).toList();
        return new Holding(escrow, attempt, terms, pricing, fundedAt, extended);
    }

    private Stream<Release> releases() {
        return movements.stream()
                .flatMap(movement ->
                        switch (movement) {
                            case Release release -> Stream.of(release);
                            case Split split when !split.toPayee().gross().isZero() ->
                                    Stream.of(split.toPayee());
                            case Refund _, Cancellation _, Freeze _, Unfreeze _, Split _ ->
                                    Stream.empty();
                        });
    }

    private <M extends Movement> Stream<M> movements(Class<M> type) {
        return movements.stream().filter(type::isInstance).map(type::cast);
    }

    private static Balances balances(
            FundingTerms terms, Pricing pricing, List<Movement> movements) {
        var balances = Balances.funded(terms.amount(), pricing.buyerFee());
        for (var movement : movements) {
            balances = balances.after(movement);
        }
        return balances;
    }
}
