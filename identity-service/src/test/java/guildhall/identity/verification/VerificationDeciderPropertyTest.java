package guildhall.identity.verification;

import static guildhall.identity.verification.VerificationSamples.*;
import static org.assertj.core.api.Assertions.assertThat;

import guildhall.identity.verification.Verification.*;
import guildhall.identity.verification.VerificationCommand.*;
import guildhall.identity.verification.VerificationEvent.*;
import guildhall.messages.id.UserId;
import guildhall.runtime.decide.Decision;
import guildhall.testkit.Seeds;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The verification machine under any commands in any order. */
class VerificationDeciderPropertyTest {
    /** As the domain draws it; every other change of state is a defect. */
    private static final Map<Class<?>, Set<Class<?>>> LEGAL =
            Map.of(
                    NotStarted.class, Set.of(Submitted.class),
                    Submitted.class, Set.of(InReview.class),
                    InReview.class, Set.of(Verified.class, Rejected.class, NeedsUpdate.class),
                    Verified.class, Set.of(Submitted.class, Expired.class),
                    Rejected.class, Set.of(Submitted.class),
                    NeedsUpdate.class, Set.of(Submitted.class),
                    Expired.class, Set.of(Submitted.class));

    private final VerificationDecider decider = new VerificationDecider(POLICY);

    @Test
    void movesOnlyAlongTheMachineAndRaisesTheRevisionByOne() {
        Seeds.forAll(
                1_000,
                any ->
                        live(
                                any,
                                (before, _, event, after) -> {
                                    if (!before.getClass().equals(after.getClass())) {
                                        assertThat(LEGAL.get(before.getClass()))
                                                .contains(after.getClass());
                                    }
                                    assertThat(event.dossier().revision())
                                            .isEqualTo(revision(before) + 1);
                                    assertThat(after.dossier()).isEqualTo(event.dossier());
                                }));
    }

    @Test
    void raisesTheTierByApprovalsOnlyAndLowersItByTimeOnly() {
        Seeds.forAll(
                1_000,
                any ->
                        live(
                                any,
                                (before, _, event, after) -> {
                                    var change =
                                            after.dossier()
                                                    .passed()
                                                    .tier()
                                                    .compareTo(passed(before).tier());
                                    if (change > 0) {
                                        assertThat(event).isInstanceOf(SubmissionApproved.class);
                                    }
                                    if (change < 0 && !(event instanceof SubmissionApproved)) {
                                        assertThat(event).isInstanceOf(ChecksExpired.class);
                                    }
                                }));
    }

    /** Nor does the subject ever decide. */
    @Test
    void neverPassesACheckOnPapersThatAreTooOld() {
        Seeds.forAll(
                1_000,
                any ->
                        live(
                                any,
                                (_, command, event, after) -> {
                                    if (command instanceof ApproveSubmission approve) {
                                        assertThat(approve.reviewer()).isNotEqualTo(ADA);
                                        assertThat(event.dossier().passed().goodAt(approve.at()))
                                                .isEqualTo(after.dossier().passed());
                                    }
                                }));
    }

    @Test
    void takesNoMoreThanThreeRefusalsInARow() {
        Seeds.forAll(
                1_000,
                any ->
                        live(
                                any,
                                (_, _, _, after) ->
                                        assertThat(after.dossier().refused())
                                                .isLessThanOrEqualTo(3)));
    }

    private interface Watcher {
        void of(
                Verification before,
                VerificationCommand command,
                VerificationEvent event,
                Begun after);
    }

    /** One random life of one verification. */
    private void live(Seeds any, Watcher check) {
        var state = decider.initial();
        var now = NOON;
        for (var step = any.intBetween(1, 40); step > 0; step--) {
            now = now.plus(Duration.ofDays(any.longBetween(0, 200)));
            var asked = command(any, now);
            for (var event : events(asked, state)) {
                var before = state;
                state = decider.evolve(state, event);
                check.of(before, asked, event, (Begun) state);
            }
        }
    }

    private static VerificationCommand command(Seeds any, Instant at) {
        var who = any.oneOf(List.<UserId>of(VERA, CARL, ADA));
        var because = any.constant(Refusal.Because.class);
        var refusal = new Refusal(because, "No", who, at);
        return any.choose(
                () -> submit(any, at),
                () -> new TakeIntoReview(ID, who, at),
                () ->
                        new ApproveSubmission(
                                ID, who, seen(any), any.intBetween(0, 4) > 0, Set.of(), at),
                () -> new RejectSubmission(ID, refusal),
                () -> new AskForUpdate(ID, refusal),
                () -> new ReopenReview(ID, who),
                () -> new LetExpire(ID, at));
    }

    private static SubmitDocuments submit(Seeds any, Instant at) {
        var today = LocalDate.ofInstant(at, ZoneOffset.UTC);
        var documents =
                List.of(
                        document(
                                DocumentType.PASSPORT,
                                today.minusDays(any.longBetween(0, 3_000)).toString(),
                                today.plusDays(any.longBetween(0, 900)).toString()),
                        document(
                                DocumentType.ADDRESS_PROOF,
                                today.minusDays(any.longBetween(0, 80)).toString(),
                                today.plusDays(900).toString()));
        var id = new UUID(1, any.longBetween(0, 20));
        return new SubmitDocuments(ID, SUBJECT, new Submission(id, documents, at));
    }

    private static Map<Check, String> seen(Seeds any) {
        var seen = new EnumMap<Check, String>(Check.class);
        for (var check : Check.values()) {
            if (check != Check.EMAIL && any.intBetween(0, 2) > 0) {
                seen.put(check, "saw " + check);
            }
        }
        return seen;
    }

    private List<VerificationEvent> events(VerificationCommand command, Verification state) {
        return switch (decider.decide(command, state)) {
            case Decision.Accepted<VerificationEvent, VerificationRejection>(var events) -> events;
            case Decision.Rejected<VerificationEvent, VerificationRejection> _ -> List.of();
        };
    }

    private static long revision(Verification state) {
        return state instanceof Begun begun ? begun.dossier().revision() : 0;
    }

    private static PassedChecks passed(Verification state) {
        return state instanceof Begun begun ? begun.dossier().passed() : PassedChecks.NONE;
    }
}
