package guildhall.identity.verification;

import static guildhall.identity.verification.DocumentType.ADDRESS_PROOF;
import static guildhall.identity.verification.DocumentType.DRIVING_LICENCE;
import static guildhall.identity.verification.DocumentType.PASSPORT;

import guildhall.identity.verification.VerificationCommand.ApproveSubmission;
import guildhall.identity.verification.VerificationCommand.SubmitDocuments;
import guildhall.messages.id.UserId;
import guildhall.messages.id.VerificationId;
import guildhall.messages.party.Party;
import guildhall.messages.party.PartyType;
import guildhall.messages.party.Side;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Ada is a talent; Vera and Carl review. */
final class VerificationSamples {
    static final Instant NOON = Instant.parse("2027-01-15T12:00:00Z");
    static final VerificationId ID = VerificationId.of("00000000-0000-7000-8000-0000000000f1");
    static final UserId ADA = UserId.of("00000000-0000-7000-8000-00000000ada0");
    static final UserId VERA = UserId.of("00000000-0000-7000-8000-00000000000a");
    static final UserId CARL = UserId.of("00000000-0000-7000-8000-00000000000b");
    static final Side SUBJECT = new Side(new Party(PartyType.TALENT, new UUID(0, 7)), ADA);
    static final VerificationPolicy POLICY =
            new VerificationPolicy(3, Period.ofYears(10), Period.ofYears(5), Period.ofDays(90));

    static final Instant PASSPORT_ENDS = Instant.parse("2031-05-03T00:00:00Z");
    static final Instant LICENCE_ENDS = Instant.parse("2028-06-02T00:00:00Z");
    static final Instant LETTER_ENDS = Instant.parse("2027-04-02T00:00:00Z");

    static ShownDocument passport() {
        return document(PASSPORT, "2022-05-03", "2031-05-02");
    }

    static ShownDocument licence() {
        return document(DRIVING_LICENCE, "2024-03-01", "2028-06-01");
    }

    /** Of the first of January: good for ninety days. */
    static ShownDocument letter() {
        return new ShownDocument(
                ADDRESS_PROOF, "GB", number(ADDRESS_PROOF), LocalDate.parse("2027-01-01"), null);
    }

    static ShownDocument document(DocumentType type, String issuedOn, String expiresOn) {
        return new ShownDocument(
                type, "GB", number(type), LocalDate.parse(issuedOn), LocalDate.parse(expiresOn));
    }

    private static SealedNumber number(DocumentType type) {
        return new SealedNumber("sealed " + type, "6473", "print of " + type);
    }

    static Submission submission(int number, ShownDocument... documents) {
        return new Submission(new UUID(1, number), List.of(documents), NOON);
    }

    static SubmitDocuments submit(int number, ShownDocument... documents) {
        return new SubmitDocuments(ID, SUBJECT, submission(number, documents));
    }

    static ApproveSubmission approve(Check... checks) {
        return approve(NOON, checks);
    }

    static ApproveSubmission approve(Instant at, Check... checks) {
        var seen = new EnumMap<Check, String>(Check.class);
        for (var check : checks) {
            seen.put(check, "saw " + check);
        }
        return new ApproveSubmission(ID, VERA, seen, true, Set.of(), at);
    }

    static Refusal refusal(Refusal.Because because) {
        return new Refusal(because, "The photo is blurred", VERA, NOON);
    }

    static PassedCheck email() {
        return new PassedCheck("The address of the account", VERA, NOON, null);
    }

    static PassedCheck phone() {
        return new PassedCheck("saw PHONE", VERA, NOON, null);
    }

    static PassedCheck identity() {
        return new PassedCheck(
                "saw IDENTITY_DOCUMENT",
                VERA,
                NOON,
                new Evidence(Set.of("print of PASSPORT"), PASSPORT_ENDS));
    }

    static PassedCheck address() {
        return new PassedCheck(
                "saw ADDRESS",
                VERA,
                NOON,
                new Evidence(Set.of("print of ADDRESS_PROOF"), LETTER_ENDS));
    }

    static PassedCheck face() {
        return new PassedCheck(
                "saw FACE", VERA, NOON, new Evidence(Set.of("print of PASSPORT"), PASSPORT_ENDS));
    }

    static final PassedChecks STANDARD =
            new PassedChecks(
                    Map.of(
                            Check.EMAIL, email(),
                            Check.PHONE, phone(),
                            Check.IDENTITY_DOCUMENT, identity()));

    static final PassedChecks PREMIUM =
            STANDARD.with(Check.ADDRESS, address()).with(Check.FACE, face());

    private VerificationSamples() {}
}
