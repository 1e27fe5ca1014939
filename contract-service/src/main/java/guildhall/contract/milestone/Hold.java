package guildhall.contract.milestone;

import guildhall.messages.id.EscrowId;
import guildhall.messages.id.ReleaseId;
import guildhall.messages.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The money of a milestone, held in escrow.
 *
 * @param partialReleases what the client paid of it before the approval, oldest first
 */
public record Hold(EscrowId escrow, Instant fundedAt, List<PartialRelease> partialReleases) {
    public Hold {
        partialReleases = List.copyOf(partialReleases);
    }

    public Hold(EscrowId escrow, Instant fundedAt) {
        this(escrow, fundedAt, List.of());
    }

    public Optional<PartialRelease> partialRelease(ReleaseId release) {
        return partialReleases.stream().filter(part -> part.release().equals(release)).findFirst();
    }

    /** Whether everything that was ordered before the approval has arrived. */
    boolean isSettled() {
        return partialReleases.stream().allMatch(PartialRelease::isPaid);
    }

    /** What no partial release has asked for. */
    Money unasked(Money amount) {
        return amount.minus(sum(amount, _ -> true));
    }

    /** What partial releases have paid, fees included. */
    Money released(Money amount) {
        return sum(amount, PartialRelease::isPaid);
    }

    /** What they have paid, one by one. */
    Stream<Payment> payments() {
        return partialReleases.stream().map(PartialRelease::payment).filter(Objects::nonNull);
    }

    private Money sum(Money amount, Predicate<PartialRelease> which) {
        return partialReleases.stream()
                .filter(which)
                .map(PartialRelease::amount)
                .reduce(Money.zero(amount.currency()), Money::plus);
    }

    Hold with(PartialRelease ordered) {
        return new Hold(
                escrow,
                fundedAt,
                Stream.concat(partialReleases.stream(), Stream.of(ordered)).toList());
    }

    Hold paid(ReleaseId release, Payment payment) {
        return new Hold(
                escrow,
                fundedAt,
                partialReleases.stream()
                        .map(part -> part.release().equals(release) ? part.paid(payment) : part)
                        .toList());
    }
}
