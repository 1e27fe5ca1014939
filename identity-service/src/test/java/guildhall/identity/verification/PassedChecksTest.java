package guildhall.identity.verification;

import static guildhall.identity.verification.Check.ADDRESS;
import static guildhall.identity.verification.Check.EMAIL;
import static guildhall.identity.verification.Check.FACE;
import static guildhall.identity.verification.Check.IDENTITY_DOCUMENT;
import static guildhall.identity.verification.Check.PHONE;
import static guildhall.identity.verification.VerificationSamples.LETTER_ENDS;
import static guildhall.identity.verification.VerificationSamples.PASSPORT_ENDS;
import static guildhall.identity.verification.VerificationSamples.PREMIUM;
import static guildhall.identity.verification.VerificationSamples.STANDARD;
import static guildhall.identity.verification.VerificationSamples.address;
import static guildhall.identity.verification.VerificationSamples.email;
import static guildhall.messages.party.VerificationTier.BASIC;
import static guildhall.messages.party.VerificationTier.ENHANCED;
import static guildhall.messages.party.VerificationTier.UNVERIFIED;
import static org.assertj.core.api.Assertions.assertThat;

import guildhall.messages.party.VerificationTier;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PassedChecksTest {
    /** Each step of the way, and the tier that it leads to. */
    private static final Map<Check, VerificationTier> STEPS =
            new EnumMap<>(
                    Map.of(
                            PHONE,
                            BASIC,
                            IDENTITY_DOCUMENT,
                            VerificationTier.STANDARD,
                            ADDRESS,
                            ENHANCED,
                            FACE,
                            VerificationTier.PREMIUM));

    /** All 32 sets of checks: a tier counts up while no step is left out. */
    @Test
    void makesTheTierOfAnySetOfChecks() {
        var sets = List.of(Set.<Check>of());
        for (var check : Check.values()) {
            sets = sets.stream().flatMap(set -> Stream.of(set, plus(set, check))).toList();
        }

        assertThat(sets).hasSize(32);
        for (var passed : sets) {
            assertThat(of(passed).tier()).as(passed.toString()).isEqualTo(expected(passed));
        }
    }

    private static VerificationTier expected(Set<Check> passed) {
        var tier = UNVERIFIED;
        if (passed.contains(EMAIL)) {
            for (var step : STEPS.entrySet()) {
                if (!passed.contains(step.getKey())) {
                    return tier;
                }
                tier = step.getValue();
            }
        }
        return tier;
    }

    private static Set<Check> plus(Set<Check> some, Check one) {
        return Stream.concat(some.stream(), Stream.of(one)).collect(Collectors.toSet());
    }

    private static PassedChecks of(Set<Check> checks) {
        return new PassedChecks(
                checks.stream().collect(Collectors.toMap(Function.identity(), _ -> email())));
    }

    @Test
    void endsWithTheFirstOfTheDocumentsThatTheTierNeeds() {
        assertThat(STANDARD.expiresAt()).contains(PASSPORT_ENDS);
        assertThat(PREMIUM.expiresAt()).contains(LETTER_ENDS);
        assertThat(of(Set.of(EMAIL, PHONE)).expiresAt()).isEmpty();
        assertThat(PassedChecks.NONE.expiresAt()).isEmpty();
    }

    /** An address without an identity makes no tier, so its age takes none away. */
    @Test
    void doesNotEndWithWhatItsTierDoesNotNeed() {
        var checks = new PassedChecks(Map.of(EMAIL, email(), PHONE, email(), ADDRESS, address()));

        assertThat(checks.tier()).isEqualTo(BASIC);
        assertThat(checks.expiresAt()).isEmpty();
    }

    @Test
    void keepsWhatIsGoodUntilTheMomentItEnds() {
        assertThat(PREMIUM.goodAt(LETTER_ENDS.minusMillis(1))).isEqualTo(PREMIUM);
        assertThat(PREMIUM.goodAt(LETTER_ENDS).all().keySet())
                .containsExactlyInAnyOrder(EMAIL, PHONE, IDENTITY_DOCUMENT, FACE);
        assertThat(PREMIUM.goodAt(PASSPORT_ENDS).all().keySet())
                .containsExactlyInAnyOrder(EMAIL, PHONE);
    }
}
