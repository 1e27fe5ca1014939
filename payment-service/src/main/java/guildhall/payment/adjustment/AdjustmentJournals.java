package guildhall.payment.adjustment;

import guildhall.payment.adjustment.Correction.Manual;
import guildhall.payment.adjustment.Correction.Reversal;
import guildhall.payment.ledger.Journal;
import guildhall.payment.ledger.JournalSource;
import guildhall.payment.ledger.Reason;
import java.time.Instant;

/** Posting rule 15, adjustments. */
public final class AdjustmentJournals {

    public static Journal of(AdjustmentRequest request, Instant at) {
        var correction = request.correction();
        return new Journal(
                new JournalSource("adjustment", request.id().value(), step(correction)),
                Reason.ADJUSTMENT,
                correction.description(),
                at,
                correction.entries());
    }

    /** A reversal names its journal, so that a search for that one finds both. */
    private static String step(Correction correction) {
        return switch (correction) {
            case Manual _ -> "posted";
            case Reversal reversal -> "reversed:" + reversal.journal();
        };
    }

    private AdjustmentJournals() {}
}
