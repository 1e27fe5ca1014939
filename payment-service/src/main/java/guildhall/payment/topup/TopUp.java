package guildhall.payment.topup;

import guildhall.messages.id.PaymentIntentId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Side;
import java.time.Instant;

/** What was asked for. */
public record TopUp(PaymentIntentId id, Side owner, Money amount, Instant requestedAt) {
    public TopUp {
        if (amount.isZero()) {
            throw new IllegalArgumentException("A top-up of nothing");
        }
    }
}
