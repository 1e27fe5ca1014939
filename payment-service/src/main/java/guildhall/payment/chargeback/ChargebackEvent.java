package guildhall.payment.chargeback;

import guildhall.messages.party.Side;

/** What of a report is new. */
public sealed interface ChargebackEvent {
    /** Of the payment. */
    Side owner();

    ChargebackReport report();

    record PaymentTakenBack(Side owner, ChargebackReport report) implements ChargebackEvent {}

    /** The dispute was won. */
    record PaymentReturned(Side owner, ChargebackReport report) implements ChargebackEvent {}
}
