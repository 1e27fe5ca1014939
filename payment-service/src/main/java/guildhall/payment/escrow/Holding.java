package guildhall.payment.escrow;

import guildhall.messages.id.EscrowId;
import guildhall.messages.id.RefundId;
import guildhall.messages.id.ReleaseId;
import guildhall.messages.money.Money;
import guildhall.payment.escrow.Movement.Cancellation;
import guildhall.payment.escrow.Movement.Refund;
import guildhall.payment.escrow.Movement.Release;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The money of a funded escrow and everything that happened to it since. Cannot be made with more
 * leaving than came in.
 *
 * @param attempt the one that succeeded
 * @param movements oldest first
 */
public record Holding(
        EscrowId escrow,
        int attempt,
        FundingTerms terms,
        Instant fundedAt,
        List<Movement> movements) {
    public Holding {
        movements = List.copyOf(movements);
        if (funded(terms).isLessThan(sum(terms, movements))) {
            throw new IllegalStateException("More left " + escrow + " than was funded");
        }
    }

    public Money funded() {
        return funded(terms);
    }

    public Money released() {
        return movements.stream()
                .filter(Release.class::isInstance)
                .map(Holding::amountOf)
                .reduce(Money.zero(terms.amount().currency()), Money::plus);
    }

    public Money refunded() {
        return sum(terms, movements).minus(released());
    }

    public Money held() {
        return funded().minus(sum(terms, movements));
    }

    public Optional<Release> release(ReleaseId id) {
        return movements(Release.class).filter(release -> release.id().equals(id)).findFirst();
    }

    public Optional<Refund> refund(RefundId id) {
        return movements(Refund.class).filter(refund -> refund.id().equals(id)).findFirst();
    }

    public Optional<Cancellation> cancellation() {
        return movements(Cancellation.class).findFirst();
    }

    Holding with(Movement movement) {
        var extended = Stream.concat(movements.stream(), Stream.of(movement)).toList();
        return new Holding(escrow, attempt, terms, fundedAt, extended);
    }

    private <M extends Movement> Stream<M> movements(Class<M> type) {
        return movements.stream().filter(type::isInstance).map(type::cast);
    }

    private static Money funded(FundingTerms terms) {
        return terms.amount();
    }

    private static Money sum(FundingTerms terms, List<Movement> movements) {
        return movements.stream()
                .map(Holding::amountOf)
                .reduce(Money.zero(terms.amount().currency()), Money::plus);
    }

    private static Money amountOf(Movement movement) {
        return switch (movement) {
            case Release release -> release.gross();
            case Refund refund -> refund.amount();
            case Cancellation cancellation -> cancellation.amount();
        };
    }
}
