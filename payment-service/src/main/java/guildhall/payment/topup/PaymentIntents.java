package guildhall.payment.topup;

import guildhall.messages.id.PaymentIntentId;

/** All top-ups. */
public interface PaymentIntents {
    PaymentIntent find(PaymentIntentId id);

    /** Locks the intent until the end of the transaction; nothing is locked when it is absent. */
    PaymentIntent lock(PaymentIntentId id);

    void write(PaymentIntent before, PaymentIntent.Requested after);
}
