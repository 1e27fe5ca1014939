package guildhall.payment.stripe.adapter;

import java.util.Optional;
import java.util.UUID;

/** What Stripe calls the things that we have an id of our own for. */
interface StripeReferences {
    /** Empty when the answer that told it was lost. */
    Optional<String> stripeId(UUID ourId);

    /** Empty for what is not ours. */
    Optional<UUID> ourId(String stripeId);

    /** Again changes nothing. */
    void remember(UUID ourId, String stripeId);
}
