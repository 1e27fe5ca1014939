package guildhall.payment.ledger;

import java.util.Set;

/**
 * All accounts. Locking and writing belong to one transaction, and a transaction does each once:
 * accounts together, in one fixed order, so that no two transactions wait for each other.
 */
public interface Ledger {
    /**
     * Locks the accounts until the end of the transaction, opening those that do not exist. The
     * accounts of the platform, to which nearly everybody posts, are left to {@link #write}.
     */
    Postings lock(Set<Account> accounts);

    /**
     * Writes everything that was posted, as sets, after telling {@link FirstUse}. Here the accounts
     * of the platform are locked: what can be done before should be, and nothing else is locked
     * afterwards.
     */
    void write(Postings postings);
}
