package guildhall.payment.invoice;

import java.util.Set;

/** What every series gave out last. */
public interface Counters {
    /** Locks the series until the end of the transaction, in one fixed order. */
    NumberBook lock(Set<Series> series);

    void write(NumberBook book);
}
