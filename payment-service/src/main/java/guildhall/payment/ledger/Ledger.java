package guildhall.payment.ledger;

import java.util.Set;

/**
 * All accounts. Locking and writing belong to one transaction, and a transaction locks once: all
 * accounts together, in one fixed order, so that no two transactions wait for each other.
 */
public interface Ledger {
    /** Locks the accounts until the end of the transaction, opening those that do not exist. */
    Postings lock(Set<Account> accounts);

    /** Writes everything that was posted, as sets. */
    void write(Postings postings);
}
