package guildhall.contract.milestone;

import guildhall.messages.id.ReleaseId;
import guildhall.messages.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A part of the held money that the client pays before the work is approved.
 *
 * @param release the one payment that it causes
 * @param amount before the fee
 * @param payment absent until payment confirmed it
 */
public record PartialRelease(
        ReleaseId release, Money amount, Instant orderedAt, @Nullable Payment payment) {
    public PartialRelease(ReleaseId release, Money amount, Instant orderedAt) {
        this(release, amount, orderedAt, null);
    }

    boolean isPaid() {
        return payment != null;
    }

    PartialRelease paid(Payment by) {
        return new PartialRelease(release, amount, orderedAt, by);
    }
}
