package guildhall.identity.verification;

import static guildhall.identity.verification.DocumentType.ADDRESS_PROOF;
import static guildhall.identity.verification.DocumentType.DRIVING_LICENCE;
import static guildhall.identity.verification.DocumentType.IDENTITY_CARD;
import static guildhall.identity.verification.DocumentType.PASSPORT;
import static guildhall.identity.verification.VerificationSamples.LETTER_ENDS;
import static guildhall.identity.verification.VerificationSamples.PASSPORT_ENDS;
import static guildhall.identity.verification.VerificationSamples.POLICY;
import static guildhall.identity.verification.VerificationSamples.document;
import static guildhall.identity.verification.VerificationSamples.letter;
import static guildhall.identity.verification.VerificationSamples.passport;
import static guildhall.identity.verification.VerificationSamples.submission;
import static org.assertj.core.api.Assertions.assertThat;

import guildhall.identity.verification.VerificationPolicy.Flaw;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** On the 15th of January 2027. */
class VerificationPolicyTest {
    @Test
    void findsNothingWrongWithGoodDocuments() {
        assertThat(flaws(passport(), letter())).isEmpty();
    }

    @Test
    void takesDocumentsOfTheLastDayThatIsAllowedAndNoneOlder() {
        assertThat(flaws(document(PASSPORT, "2017-01-15", "2030-01-01"))).isEmpty();
        assertThat(flaws(document(PASSPORT, "2017-01-14", "2030-01-01")))
                .containsExactly(new Flaw(0, "issuedOn", "must not be before 2017-01-15"));
        assertThat(flaws(document(IDENTITY_CARD, "2017-01-14", "2030-01-01")))
                .containsExactly(new Flaw(0, "issuedOn", "must not be before 2017-01-15"));
        assertThat(flaws(document(DRIVING_LICENCE, "2022-01-15", "2030-01-01"))).isEmpty();
        assertThat(flaws(document(DRIVING_LICENCE, "2022-01-14", "2030-01-01")))
                .containsExactly(new Flaw(0, "issuedOn", "must not be before 2022-01-15"));
        assertThat(flaws(document(ADDRESS_PROOF, "2026-10-17", "2030-01-01"))).isEmpty();
        assertThat(flaws(document(ADDRESS_PROOF, "2026-10-16", "2030-01-01")))
                .containsExactly(new Flaw(0, "issuedOn", "must not be before 2026-10-17"));
    }

    @Test
    void takesNothingThatIsNotIssuedYetOrOver() {
        assertThat(flaws(document(PASSPORT, "2027-01-15", "2027-01-15"))).isEmpty();
        assertThat(flaws(document(PASSPORT, "2027-01-16", "2037-01-15")))
                .containsExactly(new Flaw(0, "issuedOn", "must not be in the future"));
        assertThat(flaws(document(PASSPORT, "2020-01-01", "2027-01-14")))
                .containsExactly(new Flaw(0, "expiresOn", "must not be in the past"));
        assertThat(flaws(document(PASSPORT, "2028-01-01", "2027-06-01")))
                .containsExactly(
                        new Flaw(0, "issuedOn", "must not be in the future"),
                        new Flaw(0, "expiresOn", "must not be before issuedOn"));
    }

    @Test
    void wantsToKnowWhenAnIdentityDocumentEndsAndNamesWhichOneDoesNotSay() {
        var endless =
                new ShownDocument(PASSPORT, "GB", passport().number(), passport().issuedOn(), null);

        assertThat(flaws(letter(), endless))
                .containsExactly(new Flaw(1, "expiresOn", "must be said of such a document"));
    }

    @Test
    void countsADocumentThroughItsLastDayAndNoLongerThanItsAgeAllows() {
        assertThat(POLICY.goodUntil(passport())).isEqualTo(PASSPORT_ENDS);
        assertThat(POLICY.goodUntil(letter())).isEqualTo(LETTER_ENDS);
        assertThat(POLICY.goodUntil(document(PASSPORT, "2022-05-03", "2040-01-01")))
                .isEqualTo(Instant.parse("2032-05-04T00:00:00Z"));
    }

    private static List<Flaw> flaws(ShownDocument... documents) {
        return POLICY.flaws(submission(1, documents));
    }
}
