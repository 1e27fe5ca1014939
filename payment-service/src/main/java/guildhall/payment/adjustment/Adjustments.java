package guildhall.payment.adjustment;

import guildhall.messages.id.AdjustmentId;
import guildhall.messages.id.UserId;
import guildhall.messages.money.Money;
import guildhall.payment.adjustment.Adjustment.Known;
import java.time.Instant;
import java.util.Currency;
import java.util.UUID;

/** All adjustments. */
public interface Adjustments {
    Adjustment find(AdjustmentId id);

    /** Locks it until the end of the transaction; nothing is locked when it is absent. */
    Adjustment lock(AdjustmentId id);

    void write(Adjustment before, Known after);

    /**
     * Whether a reversal of the journal was posted or still may be. Until the end of the
     * transaction nobody else asks this about the same journal.
     */
    boolean isReversed(UUID journal);

    /**
     * What a person has approved after a moment. Until the end of the transaction nobody else asks
     * this about the same person.
     */
    Money approvedBy(UserId operator, Currency currency, Instant after);
}
