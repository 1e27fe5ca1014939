package guildhall.payment.verification;

import static guildhall.messages.party.VerificationTier.BASIC;
import static guildhall.messages.party.VerificationTier.ENHANCED;
import static guildhall.messages.party.VerificationTier.STANDARD;
import static guildhall.messages.party.VerificationTier.UNVERIFIED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class KnownTierTest {
    private static final Instant NOON = Instant.parse("2027-01-15T12:00:00Z");

    @Test
    void countsUntilTheMomentItEnds() {
        var tier = new KnownTier(STANDARD, NOON);

        assertThat(tier.at(NOON.minusNanos(1), BASIC)).isEqualTo(STANDARD);
        assertThat(tier.at(NOON, BASIC)).isEqualTo(BASIC);
        assertThat(new KnownTier(STANDARD, null).at(Instant.MAX, BASIC)).isEqualTo(STANDARD);
    }

    @Test
    void neverFallsBelowWhatEverybodyHas() {
        var refused = new KnownTier(UNVERIFIED, null);

        assertThat(refused.at(NOON, BASIC)).isEqualTo(BASIC);
        assertThat(refused.at(NOON, UNVERIFIED)).isEqualTo(UNVERIFIED);
        assertThat(new KnownTier(STANDARD, null).at(NOON, ENHANCED)).isEqualTo(ENHANCED);
    }
}
