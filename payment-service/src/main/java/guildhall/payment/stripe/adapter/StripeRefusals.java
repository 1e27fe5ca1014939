package guildhall.payment.stripe.adapter;

import java.util.Optional;
import java.util.UUID;

/** What Stripe refused at once, so that nothing of it is to be found there. */
interface StripeRefusals {
    /** Stripe's code; empty when it was not refused. */
    Optional<String> code(UUID ourId);

    /** Again changes nothing. */
    void note(UUID ourId, String code);
}
