package guildhall.payment.stripe.adapter;

/** It is not what Stripe sends. */
final class UnreadableStripeEventException extends RuntimeException {
    private static final long serialVersionUID = 1;
}
