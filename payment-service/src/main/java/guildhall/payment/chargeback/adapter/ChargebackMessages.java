package guildhall.payment.chargeback.adapter;

import guildhall.messages.id.ChargebackId;
import guildhall.messages.payment.ChargebackEvents.ChargebackReceivedV1;
import guildhall.messages.payment.ChargebackEvents.ChargebackReturnedV1;
import guildhall.payment.chargeback.Chargeback;
import guildhall.payment.chargeback.ChargebackEvent.PaymentReturned;
import java.time.Instant;

/** What the others are told. */
final class ChargebackMessages {

    static ChargebackReceivedV1 received(Chargeback chargeback) {
        return new ChargebackReceivedV1(
                chargeback.id(),
                chargeback.owner().party(),
                chargeback.owner().user(),
                chargeback.report().payment(),
                chargeback.report().amount(),
                chargeback.owed(),
                chargeback.report().reason(),
                chargeback.at());
    }

    static ChargebackReturnedV1 returned(ChargebackId id, PaymentReturned event, Instant at) {
        return new ChargebackReturnedV1(
                id,
                event.owner().party(),
                event.owner().user(),
                event.report().payment(),
                event.report().returned(),
                at);
    }

    private ChargebackMessages() {}
}
