package guildhall.payment.payout;

import guildhall.messages.id.PayoutAccountId;
import guildhall.messages.id.PayoutId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Side;
import java.time.Instant;

/**
 * What was asked for.
 *
 * @param amount what leaves the wallet
 * @param fee the part of it that the platform keeps
 */
public record PayoutOrder(
        PayoutId id,
        Side owner,
        PayoutAccountId account,
        Money amount,
        Money fee,
        Speed speed,
        Instant requestedAt) {
    public PayoutOrder {
        if (!fee.isLessThan(amount)) {
            throw new IllegalArgumentException("Nothing would be paid");
        }
    }

    /** What arrives. */
    public Money net() {
        return amount.minus(fee);
    }
}
