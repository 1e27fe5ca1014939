package guildhall.messages.payment;

import guildhall.messages.Message;
import guildhall.messages.MessageType;
import guildhall.messages.Topic;
import guildhall.messages.id.ChargebackId;
import guildhall.messages.id.PaymentIntentId;
import guildhall.messages.id.UserId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import java.time.Instant;

/** Facts about payments that banks took back. The key is the chargeback. */
@Topic("payment.chargeback.events")
public sealed interface ChargebackEvents extends Message {
    ChargebackId chargebackId();

    @Override
    default String key() {
        return chargebackId().toString();
    }

    /** The amount was taken from the wallet; what was not there is owed. */
    @MessageType("payment.chargeback-received.v1")
    record ChargebackReceivedV1(
            ChargebackId chargebackId,
            Party owner,
            UserId user,
            PaymentIntentId paymentIntentId,
            Money amount,
            Money owed,
            String reason,
            Instant receivedAt)
            implements ChargebackEvents {}

    /** The dispute was won: the amount paid what the party owed, the rest is in the wallet. */
    @MessageType("payment.chargeback-returned.v1")
    record ChargebackReturnedV1(
            ChargebackId chargebackId,
            Party owner,
            UserId user,
            PaymentIntentId paymentIntentId,
            Money amount,
            Instant returnedAt)
            implements ChargebackEvents {}
}
