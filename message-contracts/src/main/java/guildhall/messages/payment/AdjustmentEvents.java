package guildhall.messages.payment;

import guildhall.messages.Message;
import guildhall.messages.MessageType;
import guildhall.messages.Topic;
import guildhall.messages.id.AdjustmentId;
import guildhall.messages.id.UserId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import java.time.Instant;
import java.util.List;

/**
 * Facts about corrections of the books, which one member of the staff asks for and another one
 * approves. The key is the adjustment. Why staff wants it stays in their audit.
 */
@Topic("payment.adjustment.events")
public sealed interface AdjustmentEvents extends Message {
    AdjustmentId adjustmentId();

    @Override
    default String key() {
        return adjustmentId().toString();
    }

    /**
     * Somebody else has to look at it before it expires.
     *
     * @param amount what would move
     */
    @MessageType("payment.adjustment-requested.v1")
    record AdjustmentRequestedV1(
            AdjustmentId adjustmentId,
            Money amount,
            UserId requestedBy,
            Instant requestedAt,
            Instant expiresAt)
            implements AdjustmentEvents {}

    /**
     * The money has moved.
     *
     * @param amount what has moved
     * @param description as it is on the statements of the wallets
     * @param wallets what it did to each wallet; empty when it concerned the platform alone
     */
    @MessageType("payment.adjustment-posted.v1")
    record AdjustmentPostedV1(
            AdjustmentId adjustmentId,
            Money amount,
            String description,
            List<WalletAdjustedV1> wallets,
            UserId requestedBy,
            UserId approvedBy,
            Instant postedAt)
            implements AdjustmentEvents {
        public AdjustmentPostedV1 {
            wallets = List.copyOf(wallets);
        }
    }

    /**
     * @param direction IN or OUT, as the owner of the wallet sees it
     */
    record WalletAdjustedV1(Party owner, String direction, Money amount) {}

    /**
     * Nothing has moved and nothing will.
     *
     * @param outcome TURNED_DOWN, WITHDRAWN or EXPIRED
     */
    @MessageType("payment.adjustment-declined.v1")
    record AdjustmentDeclinedV1(
            AdjustmentId adjustmentId, String outcome, UserId requestedBy, Instant declinedAt)
            implements AdjustmentEvents {}
}
