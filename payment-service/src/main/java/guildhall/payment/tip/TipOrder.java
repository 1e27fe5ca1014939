package guildhall.payment.tip;

import guildhall.messages.id.EscrowId;
import guildhall.messages.id.TipId;
import guildhall.messages.id.UserId;
import guildhall.messages.money.Money;
import java.time.Instant;

/** What the client asks for. */
public record TipOrder(
        TipId id, EscrowId escrow, UserId by, Money amount, String note, Instant at) {
    public TipOrder {
        if (amount.isZero()) {
            throw new IllegalArgumentException("A tip of nothing");
        }
    }
}
