package guildhall.payment.subscription;

import guildhall.payment.subscription.Subscription.Active;
import guildhall.payment.subscription.Subscription.Cancelled;
import guildhall.payment.subscription.Subscription.Expired;
import guildhall.payment.subscription.Subscription.Known;
import guildhall.payment.subscription.Subscription.PastDue;
import guildhall.payment.subscription.Subscription.Trialing;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a subscriber is told that a charge is coming, while there is time to cancel.
 *
 * @param ahead how long before the charge
 */
public record RenewalNotice(Duration ahead) {
    /** Empty when the next thing to happen is not the first charge of a period. */
    public Optional<Instant> at(Known subscription) {
        return switch (subscription) {
            case Trialing _, Active _ -> subscription.wakeAt().map(charge -> charge.minus(ahead));
            case PastDue _, Cancelled _, Expired _ -> Optional.empty();
        };
    }

    /** Whether the notice is due and the charge is not. */
    public boolean isDue(Known subscription, Instant now) {
        return at(subscription).filter(notice -> !notice.isAfter(now)).isPresent()
                && subscription.wakeAt().filter(now::isBefore).isPresent();
    }

    /** The notice first, if there is time for one, then what is due. */
    public Optional<Instant> wakeAt(Known subscription, Instant now) {
        return at(subscription).filter(notice -> notice.isAfter(now)).or(subscription::wakeAt);
    }
}
