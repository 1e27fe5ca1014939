package guildhall.payment.ledger;

import java.time.Instant;
import java.util.Set;

/** Hears of accounts that get their first line. */
public interface FirstUse {
    /**
     * In the transaction that writes the lines, before accounts of the platform are locked.
     *
     * @param accounts none of them the platform's
     */
    void of(Set<Account> accounts, Instant at);
}
