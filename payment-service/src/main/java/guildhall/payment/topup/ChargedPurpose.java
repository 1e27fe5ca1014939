package guildhall.payment.topup;

import guildhall.messages.id.PaymentIntentId;
import guildhall.messages.money.Money;
import guildhall.payment.topup.TopUpEvent.TopUpSucceeded;
import java.time.Instant;

/**
 * Declared as a bean by a feature that charges for something of its own: then its money goes there
 * and not into the wallet of its owner.
 */
public interface ChargedPurpose {
    /** Whether this charge was asked for by the feature. */
    boolean claims(PaymentIntentId intent);

    /** The provider has captured the charge. Joins the present transaction. */
    void captured(TopUpSucceeded event);

    /**
     * A bank has taken back what was captured, or a part of it. Takes back what was given for it,
     * as far as it is not used up. Joins the present transaction, before it locks ledger accounts.
     *
     * @return what that is worth and lies on CREDIT_DEFERRED, at most the amount
     */
    Money takenBack(PaymentIntentId intent, Money amount, Instant at);
}
