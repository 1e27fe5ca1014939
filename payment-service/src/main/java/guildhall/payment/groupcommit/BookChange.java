package guildhall.payment.groupcommit;

import guildhall.payment.ledger.Account;
import guildhall.payment.ledger.Postings;
import java.util.Set;

/**
 * One change of the books, together with what its feature stores about it. Its methods are called
 * once per try, in one transaction that it shares with others; a try that fails is rolled back.
 *
 * @param <T> the answer
 */
public interface BookChange<T> {
    /** What is changed, for example {@code top-up 0190…}. */
    String subject();

    /** Locks and reads the rows of the subject. Returns every account that it could post to. */
    Set<Account> prepare();

    /** Decides, posts and stores. */
    T apply(Postings postings);
}
