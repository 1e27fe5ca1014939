package guildhall.payment.ledger.adapter;

import guildhall.payment.alarm.BooksCheck;
import java.math.BigInteger;
import java.util.Map;

/** Lets tests of other packages in. */
public class BooksDoor {
    private final LedgerBooks books;

    BooksDoor(LedgerBooks books) {
        this.books = books;
    }

    /** The checks of the service's own audit that find something wrong. */
    public Map<BooksCheck, BigInteger> failing() {
        var wrong = books.differences();
        wrong.values().removeIf(difference -> difference.signum() == 0);
        return wrong;
    }
}
