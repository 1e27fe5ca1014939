package guildhall.identity.verification;

import static guildhall.identity.verification.Check.ADDRESS;
import static guildhall.identity.verification.Check.FACE;
import static guildhall.identity.verification.Check.IDENTITY_DOCUMENT;
import static guildhall.identity.verification.Check.PHONE;
import static guildhall.identity.verification.Refusal.Because.NOT_GENUINE;
import static guildhall.identity.verification.Refusal.Because.UNREADABLE;
import static guildhall.identity.verification.VerificationSamples.*;
import static guildhall.runtime.decide.Decision.accept;
import static guildhall.runtime.decide.Decision.reject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import guildhall.identity.verification.Verification.*;
import guildhall.identity.verification.VerificationCommand.*;
import guildhall.identity.verification.VerificationEvent.*;
import guildhall.identity.verification.VerificationPolicy.Flaw;
import guildhall.identity.verification.VerificationRejection.*;
import guildhall.runtime.decide.Decision;
import guildhall.runtime.decide.Decision.Accepted;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VerificationDeciderTest {
    private static final Dossier OPENED =
            new Dossier(ID, SUBJECT, submission(1, passport(), letter()), PassedChecks.NONE, 0, 1);
    private static final InReview IN_REVIEW =
            new InReview(with(PassedChecks.NONE, 0, 2), VERA, NOON);
    private static final Verified VERIFIED = new Verified(with(STANDARD, 0, 3), NOON);
    private static final Rejected REJECTED =
            new Rejected(with(PassedChecks.NONE, 1, 3), refusal(NOT_GENUINE));

    private final VerificationDecider decider = new VerificationDecider(POLICY);

    @Test
    void takesDocumentsOfWhoeverIsNotKnownYet() {
        var submit = submit(1, passport(), letter());

        assertThat(decider.decide(submit, new NotStarted()))
                .isEqualTo(accept(new DocumentsSubmitted(OPENED)));
        assertThat(decider.evolve(new NotStarted(), new DocumentsSubmitted(OPENED)))
                .isEqualTo(new Submitted(OPENED));
    }

    @Test
    void refusesDocumentsThatCannotProveAnythingAndSaysWhichField() {
        var old = document(DocumentType.PASSPORT, "2015-01-01", "2026-01-01");

        var decision = decider.decide(submit(1, old), new NotStarted());

        assertThat(decision)
                .isEqualTo(
                        reject(
                                new UnfitDocuments(
                                        List.of(
                                                new Flaw(
                                                        0,
                                                        "issuedOn",
                                                        "must not be before 2017-01-15"),
                                                new Flaw(
                                                        0,
                                                        "expiresOn",
                                                        "must not be in the past")))));
    }

    @Test
    void findsARepeatedSubmissionDoneWhateverCameOfIt() {
        for (var state : List.of(new Submitted(OPENED), IN_REVIEW, VERIFIED, REJECTED)) {
            assertThat(decider.decide(submit(1, passport(), letter()), state)).isEqualTo(accept());
        }
    }

    @Test
    void takesNoSecondSubmissionBeforeTheFirstIsDecided() {
        for (var state : List.of(new Submitted(OPENED), IN_REVIEW)) {
            assertThat(decider.decide(submit(2, passport()), state))
                    .isEqualTo(reject(new AwaitsReview()));
        }
    }

    @Test
    void takesMoreDocumentsOfTheVerifiedAndKeepsTheirTierMeanwhile() {
        var more = submit(2, letter());
        var expected = new Dossier(ID, SUBJECT, more.submission(), STANDARD, 0, 4);

        assertThat(decider.decide(more, VERIFIED))
                .isEqualTo(accept(new DocumentsSubmitted(expected)));
    }

    @Test
    void letsThreeRefusalsBeEnoughUntilStaffReopens() {
        Verification state = new Submitted(OPENED);
        for (var number = 1; number <= 3; number++) {
            state = after(state, new TakeIntoReview(ID, VERA, NOON));
            state =
                    after(
                            state,
                            number == 2
                                    ? new AskForUpdate(ID, refusal(UNREADABLE))
                                    : new RejectSubmission(ID, refusal(UNREADABLE)));
            if (number < 3) {
                state = after(state, submit(number + 1, passport()));
            }
        }

        assertThat(decider.decide(submit(4, passport()), state))
                .isEqualTo(reject(new NoTriesLeft()));
        var reopened = after(state, new ReopenReview(ID, CARL));
        assertThat(reopened)
                .isEqualTo(
                        new Submitted(
                                new Dossier(
                                        ID,
                                        SUBJECT,
                                        submission(3, passport()),
                                        PassedChecks.NONE,
                                        0,
                                        10)));
    }

    @Test
    void reopensOnlyWhatWasRefusedAndNotByItsSubject() {
        assertThat(decider.decide(new ReopenReview(ID, VERA), VERIFIED))
                .isEqualTo(reject(new NothingToReopen()));
        assertThat(decider.decide(new ReopenReview(ID, ADA), REJECTED))
                .isEqualTo(reject(new ReviewerIsSubject()));
    }

    @Test
    void letsOneReviewerTakeItAndAColleagueTakeOver() {
        var taken = with(PassedChecks.NONE, 0, 2);

        assertThat(decider.decide(new TakeIntoReview(ID, VERA, NOON), new Submitted(OPENED)))
                .isEqualTo(accept(new ReviewTaken(taken, VERA, NOON)));
        assertThat(decider.decide(new TakeIntoReview(ID, VERA, NOON), IN_REVIEW))
                .isEqualTo(accept());
        assertThat(decider.decide(new TakeIntoReview(ID, CARL, NOON), IN_REVIEW))
                .isEqualTo(accept(new ReviewTaken(with(PassedChecks.NONE, 0, 3), CARL, NOON)));
        assertThat(decider.decide(new TakeIntoReview(ID, VERA, NOON), VERIFIED))
                .isEqualTo(reject(new NothingToReview()));
    }

    @Test
    void letsNobodyReviewTheirOwnPapers() {
        assertThat(decider.decide(new TakeIntoReview(ID, ADA, NOON), new Submitted(OPENED)))
                .isEqualTo(reject(new ReviewerIsSubject()));
    }

    @Test
    void decidesOnlyByWhoHasTakenIt() {
        var asCarl = new Refusal(UNREADABLE, "Blurred", CARL, NOON);

        assertThat(decider.decide(new RejectSubmission(ID, asCarl), IN_REVIEW))
                .isEqualTo(reject(new NotTheReviewer()));
        assertThat(decider.decide(new AskForUpdate(ID, asCarl), IN_REVIEW))
                .isEqualTo(reject(new NotTheReviewer()));
        assertThat(decider.decide(approve(PHONE), new Submitted(OPENED)))
                .isEqualTo(reject(new NotTheReviewer()));
        assertThat(decider.decide(approve(PHONE), REJECTED))
                .isEqualTo(reject(new NothingToReview()));
    }

    @Test
    void recordsWhatProvedEachCheckAndUntilWhen() {
        assertThat(decider.decide(approve(PHONE, IDENTITY_DOCUMENT), IN_REVIEW))
                .isEqualTo(accept(new SubmissionApproved(with(STANDARD, 0, 3), NOON)));
        assertThat(decider.decide(approve(PHONE, IDENTITY_DOCUMENT, ADDRESS, FACE), IN_REVIEW))
                .isEqualTo(accept(new SubmissionApproved(with(PREMIUM, 0, 3), NOON)));
    }

    /** The reviewer does not say by which of them: it may have been the one that ends first. */
    @Test
    void restsOnEveryPaperThatWasShownForACheck() {
        var both = with(submission(1, passport(), licence()));

        var review = after(both, approve(PHONE, IDENTITY_DOCUMENT, FACE));

        var dossier = ((Verified) review).dossier();
        assertThat(dossier.provedFingerprints())
                .containsExactlyInAnyOrder("print of PASSPORT", "print of DRIVING_LICENCE");
        assertThat(dossier.passed().expiresAt()).contains(LICENCE_ENDS);
    }

    @Test
    void addsToWhatWasProvedBefore() {
        var dossier = new Dossier(ID, SUBJECT, submission(2, letter()), STANDARD, 2, 5);
        var expected = new Dossier(ID, SUBJECT, submission(2, letter()), PREMIUM, 0, 6);

        var decision = decider.decide(approve(ADDRESS, FACE), new InReview(dossier, VERA, NOON));

        assertThat(decision).isEqualTo(accept(new SubmissionApproved(expected, NOON)));
    }

    @Test
    void recordsNoCheckThatNoDocumentProves() {
        var letterOnly = with(submission(1, letter()));

        assertThat(decider.decide(approve(PHONE, IDENTITY_DOCUMENT), letterOnly))
                .isEqualTo(reject(new NothingProves(IDENTITY_DOCUMENT)));
        assertThat(decider.decide(approve(PHONE, FACE), letterOnly))
                .isEqualTo(reject(new NothingProves(FACE)));
        assertThat(decider.decide(approve(PHONE, ADDRESS), with(submission(1, passport()))))
                .isEqualTo(reject(new NothingProves(ADDRESS)));
    }

    /** It was good when it was handed in. */
    @Test
    void recordsNoCheckThatItsDocumentNoLongerProves() {
        assertThat(decider.decide(approve(LETTER_ENDS, PHONE, ADDRESS), IN_REVIEW))
                .isEqualTo(reject(new NothingProves(ADDRESS)));
    }

    @Test
    void approvesNothingThatMakesNoTier() {
        var unverified =
                new ApproveSubmission(ID, VERA, approve(PHONE).seen(), false, Set.of(), NOON);

        assertThat(decider.decide(approve(IDENTITY_DOCUMENT), IN_REVIEW))
                .isEqualTo(reject(new TooLittleProved()));
        assertThat(decider.decide(unverified, IN_REVIEW)).isEqualTo(reject(new TooLittleProved()));
    }

    @Test
    void identifiesNobodyByThePapersOfSomebodyElse() {
        var duplicate = Set.of("print of PASSPORT");
        var checks = approve(PHONE, IDENTITY_DOCUMENT).seen();
        var phone = approve(PHONE).seen();

        assertThat(
                        decider.decide(
                                new ApproveSubmission(ID, VERA, checks, true, duplicate, NOON),
                                IN_REVIEW))
                .isEqualTo(reject(new DuplicateDocument()));
        assertThat(
                        decider.decide(
                                new ApproveSubmission(ID, VERA, phone, true, duplicate, NOON),
                                IN_REVIEW))
                .isInstanceOf(Accepted.class);
    }

    @Test
    void findsARepeatedDecisionDone() {
        var reject = new RejectSubmission(ID, refusal(NOT_GENUINE));
        var ask = new AskForUpdate(ID, refusal(UNREADABLE));

        assertThat(decider.decide(approve(PHONE, IDENTITY_DOCUMENT), VERIFIED)).isEqualTo(accept());
        assertThat(decider.decide(approve(PHONE, ADDRESS), VERIFIED))
                .isEqualTo(reject(new NothingToReview()));
        assertThat(decider.decide(reject, REJECTED)).isEqualTo(accept());
        assertThat(decider.decide(ask, after(IN_REVIEW, ask))).isEqualTo(accept());
        assertThat(decider.decide(ask, REJECTED)).isEqualTo(reject(new NothingToReview()));
        var inOtherWords = new Refusal(NOT_GENUINE, "It is of paper", VERA, NOON);
        assertThat(decider.decide(new RejectSubmission(ID, inOtherWords), REJECTED))
                .isEqualTo(reject(new NothingToReview()));
    }

    @Test
    void keepsTheTierOfWhoeverIsRefusedMore() {
        var state = new InReview(with(STANDARD, 0, 5), VERA, NOON);

        var decision = decider.decide(new RejectSubmission(ID, refusal(NOT_GENUINE)), state);

        assertThat(decision)
                .isEqualTo(
                        accept(new SubmissionRejected(with(STANDARD, 1, 6), refusal(NOT_GENUINE))));
    }

    @Test
    void expiresNotAMomentTooEarly() {
        var early = new LetExpire(ID, PASSPORT_ENDS.minusMillis(1));

        assertThat(decider.decide(early, VERIFIED)).isEqualTo(accept());
    }

    @Test
    void fallsToWhatIsLeftEachTimeSomethingEnds() {
        var premium = new Verified(with(PREMIUM, 0, 3), NOON);

        var first = after(premium, new LetExpire(ID, LETTER_ENDS));
        var second = after(first, new LetExpire(ID, PASSPORT_ENDS));

        var withFace = STANDARD.with(FACE, face());
        assertThat(first).isEqualTo(new Expired(with(withFace, 0, 4), LETTER_ENDS));
        assertThat(second)
                .isEqualTo(new Expired(with(withFace.goodAt(PASSPORT_ENDS), 0, 5), PASSPORT_ENDS));
        assertThat(decider.decide(new LetExpire(ID, PASSPORT_ENDS), second)).isEqualTo(accept());
    }

    @Test
    void expiresUnderAReviewThatGoesOn() {
        var review = new InReview(with(STANDARD, 1, 5), VERA, NOON);

        assertThat(after(review, new LetExpire(ID, PASSPORT_ENDS)))
                .isEqualTo(new InReview(with(STANDARD.goodAt(PASSPORT_ENDS), 1, 6), VERA, NOON));
    }

    @Test
    void knowsNothingOfWhoeverShowedNothing() {
        for (var command :
                List.of(
                        new TakeIntoReview(ID, VERA, NOON),
                        approve(PHONE),
                        new RejectSubmission(ID, refusal(UNREADABLE)),
                        new AskForUpdate(ID, refusal(UNREADABLE)),
                        new ReopenReview(ID, VERA),
                        new LetExpire(ID, NOON))) {
            assertThat(decider.decide(command, new NotStarted()))
                    .isEqualTo(reject(new UnknownVerification()));
        }
    }

    @Test
    void failsOnEventsThatCannotFollow() {
        assertThatIllegalStateException()
                .isThrownBy(() -> decider.evolve(VERIFIED, new ReviewTaken(OPENED, VERA, NOON)));
    }

    private Verification after(Verification state, VerificationCommand command) {
        return switch (decider.decide(command, state)) {
            case Decision.Accepted<VerificationEvent, VerificationRejection>(var events) -> {
                assertThat(events).as("%s on %s", command, state).hasSize(1);
                yield decider.evolve(state, events.getFirst());
            }
            case Decision.Rejected<VerificationEvent, VerificationRejection>(var reason) ->
                    throw new AssertionError(command + " on " + state + ": " + reason);
        };
    }

    private static InReview with(Submission submission) {
        return new InReview(
                new Dossier(ID, SUBJECT, submission, PassedChecks.NONE, 0, 2), VERA, NOON);
    }

    private static Dossier with(PassedChecks passed, int refused, long revision) {
        return new Dossier(
                ID, SUBJECT, submission(1, passport(), letter()), passed, refused, revision);
    }
}
