package guildhall.payment.invoice;

import java.time.Instant;

/**
 * How a document went out.
 *
 * @param sequence its place in its series, from 1
 * @param dueAt when it must be paid; for a credit note, when it was issued
 */
public record Issue(Series series, long sequence, Instant issuedAt, Instant dueAt) {
    public String number() {
        return series.kind().number(sequence);
    }
}
