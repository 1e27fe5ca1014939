package guildhall.messages.payment;

import guildhall.messages.Message;
import guildhall.messages.MessageType;
import guildhall.messages.Topic;
import guildhall.messages.id.PayoutAccountId;
import guildhall.messages.id.UserId;
import guildhall.messages.party.Party;
import java.time.Instant;

/** Facts about where parties have their money sent. The key is the payout account. */
@Topic("payment.payout-account.events")
public sealed interface PayoutAccountEvents extends Message {
    PayoutAccountId payoutAccountId();

    @Override
    default String key() {
        return payoutAccountId().toString();
    }

    /** The provider has verified the account. Payouts are held for a while after a change. */
    @MessageType("payment.payout-account-activated.v1")
    record PayoutAccountActivatedV1(
            PayoutAccountId payoutAccountId,
            Party owner,
            UserId user,
            String method,
            String lastFour,
            Instant payoutsFrom,
            Instant activatedAt)
            implements PayoutAccountEvents {}

    /** Money will go to another destination: the owner should know. */
    @MessageType("payment.payout-account-changed.v1")
    record PayoutAccountChangedV1(
            PayoutAccountId payoutAccountId,
            Party owner,
            UserId user,
            String method,
            String lastFour,
            Instant payoutsFrom,
            Instant changedAt)
            implements PayoutAccountEvents {}

    /** Nothing is paid to the account until somebody has put it right. */
    @MessageType("payment.payout-account-restricted.v1")
    record PayoutAccountRestrictedV1(
            PayoutAccountId payoutAccountId,
            Party owner,
            UserId user,
            String method,
            String lastFour,
            String reason,
            Instant restrictedAt)
            implements PayoutAccountEvents {}
}
