package guildhall.payment.alarm;

import java.math.BigInteger;

/** Where checks report what they found. */
public interface Alarms {
    /**
     * In a transaction of its own.
     *
     * @param difference zero when all is well; otherwise what is wrong, in the measure of the check
     */
    void report(BooksCheck check, BigInteger difference);
}
