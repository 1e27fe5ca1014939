package guildhall.payment.stripe.adapter;

import java.util.Optional;
import java.util.UUID;

/** What Stripe calls the things that we have an id of our own for. */
interface StripeReferences {
    /** Empty when the answer that told it was lost. */
    Optional<String> stripeId(UUID ourId);

    /** Again changes nothing. */
    void remember(UUID ourId, String stripeId);
}
