package guildhall.messages.payment;

import guildhall.messages.Message;
import guildhall.messages.MessageType;
import guildhall.messages.Topic;
import guildhall.messages.id.PayoutAccountId;
import guildhall.messages.id.PayoutId;
import guildhall.messages.id.UserId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import java.time.Instant;

/** Facts about money that leaves to payout accounts. The key is the payout. */
@Topic("payment.payout.events")
public sealed interface PayoutEvents extends Message {
    PayoutId payoutId();

    @Override
    default String key() {
        return payoutId().toString();
    }

    /** The amount has left the wallet; the fee is part of it. */
    @MessageType("payment.payout-requested.v1")
    record PayoutRequestedV1(
            PayoutId payoutId,
            Party owner,
            UserId user,
            PayoutAccountId payoutAccountId,
            Money amount,
            Money fee,
            String speed,
            Instant requestedAt)
            implements PayoutEvents {}

    /** The provider has paid the amount less the fee. */
    @MessageType("payment.payout-completed.v1")
    record PayoutCompletedV1(
            PayoutId payoutId,
            Party owner,
            UserId user,
            PayoutAccountId payoutAccountId,
            Money amount,
            Money fee,
            Instant completedAt)
            implements PayoutEvents {}

    /**
     * It was completed, and the bank has sent it back days later; the whole amount, fee included,
     * is in the wallet again.
     */
    @MessageType("payment.payout-returned.v1")
    record PayoutReturnedV1(
            PayoutId payoutId,
            Party owner,
            UserId user,
            PayoutAccountId payoutAccountId,
            Money amount,
            Money fee,
            String reason,
            Instant returnedAt)
            implements PayoutEvents {}

    /** Nothing was paid; the whole amount is in the wallet again. */
    @MessageType("payment.payout-failed.v1")
    record PayoutFailedV1(
            PayoutId payoutId,
            Party owner,
            UserId user,
            PayoutAccountId payoutAccountId,
            Money amount,
            Money fee,
            String reason,
            Instant failedAt)
            implements PayoutEvents {}

    /** The owner changed their mind; the whole amount is in the wallet again. */
    @MessageType("payment.payout-cancelled.v1")
    record PayoutCancelledV1(
            PayoutId payoutId,
            Party owner,
            UserId user,
            PayoutAccountId payoutAccountId,
            Money amount,
            Money fee,
            Instant cancelledAt)
            implements PayoutEvents {}
}
