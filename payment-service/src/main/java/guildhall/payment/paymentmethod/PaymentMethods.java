package guildhall.payment.paymentmethod;

import guildhall.messages.id.PaymentIntentId;
import guildhall.messages.party.Party;
import java.util.List;
import java.util.Optional;

/** Methods of the provider that is in use. */
public interface PaymentMethods {
    /** Those that are ready, in the order in which they were begun. */
    List<SavedMethod> of(Party owner);

    /** Notes with what a charge is to be made; again changes nothing. */
    void choose(PaymentIntentId intent, PaymentMethodId method);

    /** Empty when the owner pays in the browser, or has removed the method. */
    Optional<SavedMethod> chosenFor(PaymentIntentId intent);
}
