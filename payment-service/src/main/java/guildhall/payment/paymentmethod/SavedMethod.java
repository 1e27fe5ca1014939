package guildhall.payment.paymentmethod;

import guildhall.messages.party.Party;

/**
 * A method that is ready to be paid with.
 *
 * @param token the provider's name for it
 */
public record SavedMethod(PaymentMethodId id, Party owner, String token, CardFace face) {
    /** Tokens stay out of logs. */
    @Override
    public String toString() {
        return "SavedMethod[" + id + "]";
    }
}
