package guildhall.messages.payment;

import guildhall.messages.Message;
import guildhall.messages.MessageType;
import guildhall.messages.Topic;
import guildhall.messages.id.PaymentIntentId;
import guildhall.messages.id.ReleaseId;
import guildhall.messages.id.UserId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import java.time.Instant;

/**
 * Facts about money that came in or became available. The key is the party that owns the wallet.
 */
@Topic("payment.wallet.events")
public sealed interface WalletEvents extends Message {
    Party owner();

    @Override
    default String key() {
        return owner().toString();
    }

    /** The party can hold money of this currency. */
    @MessageType("payment.wallet-opened.v1")
    record WalletOpenedV1(Party owner, String currency, Instant openedAt) implements WalletEvents {}

    /** A provider confirmed a payment and the wallet was credited. */
    @MessageType("payment.payment-succeeded.v1")
    record PaymentSucceededV1(
            Party owner,
            UserId user,
            PaymentIntentId paymentIntentId,
            Money amount,
            Instant succeededAt)
            implements WalletEvents {}

    /** A provider refused a payment; nothing was credited. */
    @MessageType("payment.payment-failed.v1")
    record PaymentFailedV1(
            Party owner,
            UserId user,
            PaymentIntentId paymentIntentId,
            Money amount,
            String reason,
            Instant failedAt)
            implements WalletEvents {}

    /** The provider charges nothing until the payer has done something, before expiresAt. */
    @MessageType("payment.payment-action-required.v1")
    record PaymentActionRequiredV1(
            Party owner,
            UserId user,
            PaymentIntentId paymentIntentId,
            Money amount,
            Instant expiresAt,
            Instant requiredAt)
            implements WalletEvents {}

    /**
     * A payment was ended before anything was charged: by PAYER, TIME_OUT or PROVIDER. Should the
     * payer have been faster, a success follows.
     */
    @MessageType("payment.payment-cancelled.v1")
    record PaymentCancelledV1(
            Party owner,
            UserId user,
            PaymentIntentId paymentIntentId,
            Money amount,
            String by,
            Instant cancelledAt)
            implements WalletEvents {}

    /** The safety window of a release is over: the money is available. */
    @MessageType("payment.funds-cleared.v1")
    record FundsClearedV1(
            Party owner, UserId user, ReleaseId releaseId, Money amount, Instant clearedAt)
            implements WalletEvents {}
}
