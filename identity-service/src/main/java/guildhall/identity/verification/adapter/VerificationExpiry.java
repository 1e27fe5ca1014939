package guildhall.identity.verification.adapter;

import guildhall.identity.verification.VerificationCommand.LetExpire;
import guildhall.identity.verification.Verifications;
import guildhall.messages.id.VerificationId;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;

/** Lets tiers fall when what they rest on is too old, a few at a time. */
@Component
class VerificationExpiry {
    private static final int AT_ONCE = 100;

    private final Verifications verifications;
    private final Clock clock;

    VerificationExpiry(Verifications verifications, Clock clock) {
        this.verifications = verifications;
        this.clock = clock;
    }

    void round() {
        List<VerificationId> over;
        do {
            var now = clock.instant().truncatedTo(ChronoUnit.MILLIS); // As it is stored.
            over = verifications.expired(now, AT_ONCE);
            for (var id : over) {
                verifications.handle(new LetExpire(id, now));
            }
        } while (over.size() == AT_ONCE);
    }
}
