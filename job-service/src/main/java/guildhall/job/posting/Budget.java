package guildhall.job.posting;

import guildhall.messages.money.Money;
import java.util.Currency;

/** What the client is ready to pay: in total when FIXED, per hour when HOURLY. */
public record Budget(Money min, Money max) {
    boolean isSound() {
        return min.currency().equals(max.currency()) && !max.isZero() && !max.isLessThan(min);
    }

    public Currency currency() {
        return max.currency();
    }
}
