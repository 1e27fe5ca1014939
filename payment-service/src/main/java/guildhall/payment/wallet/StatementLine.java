package guildhall.payment.wallet;

import guildhall.messages.money.Money;
import guildhall.payment.ledger.AccountCode;
import guildhall.payment.ledger.JournalSource;
import guildhall.payment.ledger.Reason;
import java.time.Instant;

/**
 * One movement of one account of a wallet.
 *
 * @param number grows with time; where a page ends and the next begins
 * @param account AVAILABLE or PENDING
 * @param balanceAfter of that account
 */
public record StatementLine(
        long number,
        AccountCode account,
        Direction direction,
        Money amount,
        Money balanceAfter,
        Reason reason,
        JournalSource source,
        String description,
        Instant postedAt) {

    /** Seen from the owner of the wallet. */
    public enum Direction {
        IN,
        OUT
    }
}
