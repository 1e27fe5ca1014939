package guildhall.payment.verification;

import guildhall.messages.party.VerificationTier;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What identity-service last said of a party.
 *
 * @param until when it ends; null when it does not
 */
public record KnownTier(VerificationTier tier, @Nullable Instant until) {

    /**
     * The tier that counts. It ends on time, also when the word of that is late.
     *
     * @param floor what everybody has at least
     */
    public VerificationTier at(Instant time, VerificationTier floor) {
        var isOver = until != null && !time.isBefore(until);
        return isOver || tier.compareTo(floor) < 0 ? floor : tier;
    }
}
