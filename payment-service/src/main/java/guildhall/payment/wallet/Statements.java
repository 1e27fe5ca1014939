package guildhall.payment.wallet;

import java.time.Instant;
import java.util.List;

/**
 * The past of wallets. A moment divides the lines by the time at which they were posted, so what is
 * shown for a period, before it and after it always adds up.
 */
public interface Statements {
    /** What the lines left behind that were posted up to this time, included. */
    Balance balance(WalletId wallet, Instant at);

    Summary summary(StatementPeriod period);

    /** How many lines there are, but no more than so many. */
    long count(StatementPeriod period, long atMost);

    /** Oldest first. */
    List<StatementLine> lines(StatementPeriod period, long afterNumber, int limit);

    /** In minor units. */
    record Balance(long available, long pending) {}

    record Summary(Movement available, Movement pending) {}

    /**
     * One account over a period, in minor units: opening + in − out = closing. Below zero only at
     * the very moment of a movement that had waited for the one before it.
     */
    record Movement(long opening, long in, long out) {
        public long closing() {
            return opening + in - out;
        }
    }
}
