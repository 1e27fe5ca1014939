package guildhall.payment.topup;

import guildhall.messages.id.PaymentIntentId;
import guildhall.payment.topup.TopUpEvent.TopUpSucceeded;

/**
 * Declared as a bean by a feature that charges for something of its own: then its money goes there
 * and not into the wallet of its owner.
 */
public interface ChargedPurpose {
    /** Whether this charge was asked for by the feature. */
    boolean claims(PaymentIntentId intent);

    /** The provider has captured the charge. Joins the present transaction. */
    void captured(TopUpSucceeded event);
}
