package guildhall.job.posting;

import static guildhall.job.posting.JobSamples.*;
import static guildhall.runtime.decide.Decision.accept;
import static guildhall.runtime.decide.Decision.reject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import guildhall.job.posting.Job.*;
import guildhall.job.posting.JobCommand.*;
import guildhall.job.posting.JobEvent.*;
import guildhall.job.posting.JobRejection.*;
import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JobDeciderTest {
    static final Instant LATER = NOON.plus(Duration.ofHours(1));
    static final Party OWNER = BAKERY.party();
    static final Tally ONE = new Tally(1, 1);
    static final Tally FULL = new Tally(2, 2);

    static final JobDrafted DRAFTED = new JobDrafted(posting(Tally.NONE));
    static final JobPublished PUBLISHED = new JobPublished(LOGO, NOON, NOON.plus(OPEN_FOR));
    static final JobClosed CLOSED = new JobClosed(LOGO, ClosingReason.CLIENT, NOON);
    static final JobClosed CLOSED_FULL = new JobClosed(LOGO, ClosingReason.FULL, NOON);
    static final SeatReserved RESERVED = new SeatReserved(LOGO, ADAS, NOON);
    static final JobStarted STARTED = new JobStarted(LOGO, ADAS, CONTRACT, NOON);
    static final JobCompleted COMPLETED = new JobCompleted(LOGO, NOON);

    final JobDecider decider = new JobDecider(OPEN_FOR);

    @Test
    void draftsAJobThatNobodyElseSees() {
        var decision = decider.decide(new DraftJob(LOGO, BAKERY, terms(), NOON), given());

        assertThat(decision).isEqualTo(accept(DRAFTED));
        assertThat(given(DRAFTED))
                .isEqualTo(new Draft(new Posting(LOGO, BAKERY, terms(), Tally.NONE)));
    }

    @Test
    void acceptsTheSameDraftAgainWithoutChangingIt() {
        var decision = decider.decide(new DraftJob(LOGO, BAKERY, terms(), LATER), given(DRAFTED));

        assertThat(decision).isEqualTo(accept());
    }

    @ParameterizedTest
    @MethodSource("unsoundBudgets")
    void refusesABudgetThatMakesNoSense(Budget budget) {
        var draft = new DraftJob(LOGO, BAKERY, terms("Logo", budget, 2), NOON);

        assertThat(decider.decide(draft, given())).isEqualTo(reject(new UnsoundBudget()));
    }

    static Stream<Budget> unsoundBudgets() {
        return Stream.of(
                budget(2, 1), budget(0, 0), new Budget(Money.of(1, "USD"), Money.of(2, "EUR")));
    }

    @Test
    void publishesForThirtyDays() {
        var decision = decider.decide(new PublishJob(LOGO, OWNER, true, NOON), given(DRAFTED));

        assertThat(decision).isEqualTo(accept(PUBLISHED));
        assertThat(given(DRAFTED, PUBLISHED)).isEqualTo(open(Tally.NONE));
    }

    @Test
    void refusesToPublishForAnUnverifiedAddress() {
        var decision = decider.decide(new PublishJob(LOGO, OWNER, false, NOON), given(DRAFTED));

        assertThat(decision).isEqualTo(reject(new EmailNotVerified()));
    }

    @Test
    void refusesToPublishAfterTheDeadline() {
        var late = NOON.plus(Duration.ofDays(60));

        var decision = decider.decide(new PublishJob(LOGO, OWNER, true, late), given(DRAFTED));

        assertThat(decision).isEqualTo(reject(new DeadlinePassed()));
    }

    @Test
    void hidesADraftFromStrangersAndForbidsThemAnOpenJob() {
        var close = new CloseJob(LOGO, STRANGER, NOON);

        assertThat(decider.decide(close, given(DRAFTED))).isEqualTo(reject(new UnknownJob()));
        assertThat(decider.decide(close, given(DRAFTED, PUBLISHED)))
                .isEqualTo(reject(new NotYourJob()));
    }

    @Test
    void rewordsAnOpenJobButKeepsTheMoneyOnceItWasAnswered() {
        var answered = given(DRAFTED, PUBLISHED, new ProposalsCounted(LOGO, ONE));
        var reworded = terms("Logo and signet", terms().budget(), 2);
        var cheaper = terms("Logo", budget(1, 2), 2);

        assertThat(decider.decide(new EditJob(LOGO, OWNER, reworded, NOON), answered))
                .isEqualTo(accept(new JobEdited(LOGO, reworded)));
        assertThat(decider.decide(new EditJob(LOGO, OWNER, cheaper, NOON), answered))
                .isEqualTo(reject(new MoneyTermsLocked()));
    }

    @Test
    void keepsTheMoneyEvenAfterTheOnlyProposalWasWithdrawn() {
        var withdrawn = given(DRAFTED, PUBLISHED, new ProposalsCounted(LOGO, new Tally(0, 1)));

        var decision =
                decider.decide(
                        new EditJob(LOGO, OWNER, terms("Logo", budget(1, 2), 2), NOON), withdrawn);

        assertThat(decision).isEqualTo(reject(new MoneyTermsLocked()));
    }

    @Test
    void refusesFewerPlacesThanActiveProposals() {
        var full = given(DRAFTED, PUBLISHED, new ProposalsCounted(LOGO, FULL));
        var edit = new EditJob(LOGO, OWNER, terms("Logo", terms().budget(), 1), NOON);

        assertThat(decider.decide(edit, full)).isEqualTo(reject(new FewerPlacesThanProposals(2)));
    }

    @Test
    void closesWhenTheLastPlaceIsTakenAndOpensWhenOneIsFreeAgain() {
        var last = decider.decide(new CountProposals(LOGO, FULL, NOON), given(DRAFTED, PUBLISHED));
        var full = given(DRAFTED, PUBLISHED, new ProposalsCounted(LOGO, FULL), CLOSED_FULL);
        var left = new Tally(1, 2);

        var free = decider.decide(new CountProposals(LOGO, left, LATER), full);

        assertThat(last).isEqualTo(accept(new ProposalsCounted(LOGO, FULL), CLOSED_FULL));
        assertThat(free)
                .isEqualTo(
                        accept(
                                new ProposalsCounted(LOGO, left),
                                new JobReopened(LOGO, LATER, LATER.plus(OPEN_FOR))));
    }

    @Test
    void staysClosedWhenItsClientClosedItAlthoughAPlaceIsFree() {
        var closed = given(DRAFTED, PUBLISHED, new ProposalsCounted(LOGO, ONE), CLOSED);
        var none = new Tally(0, 1);

        var decision = decider.decide(new CountProposals(LOGO, none, NOON), closed);

        assertThat(decision).isEqualTo(accept(new ProposalsCounted(LOGO, none)));
    }

    @Test
    void refusesToReopenAFullJob() {
        var full = given(DRAFTED, PUBLISHED, new ProposalsCounted(LOGO, FULL), CLOSED_FULL);

        assertThat(decider.decide(new ReopenJob(LOGO, OWNER, NOON), full))
                .isEqualTo(reject(new JobFull()));
    }

    @Test
    void expiresOnTimeAndNotBefore() {
        var open = given(DRAFTED, PUBLISHED);
        var due = NOON.plus(OPEN_FOR);

        assertThat(decider.decide(new ExpireJob(LOGO, due.minusNanos(1)), open))
                .isEqualTo(accept());
        assertThat(decider.decide(new ExpireJob(LOGO, due), open))
                .isEqualTo(accept(new JobExpired(LOGO, due)));
    }

    @Test
    void isRenewedByReopening() {
        var expired = given(DRAFTED, PUBLISHED, new JobExpired(LOGO, LATER));

        var decision = decider.decide(new ReopenJob(LOGO, OWNER, LATER), expired);

        assertThat(decision).isEqualTo(accept(new JobReopened(LOGO, LATER, LATER.plus(OPEN_FOR))));
    }

    @Test
    void isReservedForOneProposalOnly() {
        var reserve = new ReserveSeat(LOGO, OWNER, ADAS, NOON);
        var reserved = given(DRAFTED, PUBLISHED, RESERVED);

        assertThat(decider.decide(reserve, given(DRAFTED, PUBLISHED))).isEqualTo(accept(RESERVED));
        assertThat(decider.decide(reserve, reserved)).isEqualTo(accept());
        assertThat(decider.decide(new ReserveSeat(LOGO, OWNER, BENS, NOON), reserved))
                .isEqualTo(reject(new SeatTaken()));
    }

    @Test
    void answersARepeatedAcceptanceAlsoAfterWorkBegan() {
        var reserve = new ReserveSeat(LOGO, OWNER, ADAS, LATER);

        assertThat(decider.decide(reserve, given(DRAFTED, PUBLISHED, RESERVED, STARTED)))
                .isEqualTo(accept());
        assertThat(decider.decide(reserve, given(DRAFTED, PUBLISHED, RESERVED, STARTED, COMPLETED)))
                .isEqualTo(accept());
    }

    @Test
    void opensForAnotherTermWhenTheHireFallsThrough() {
        var reserved = given(DRAFTED, PUBLISHED, RESERVED);
        var released = new SeatReleased(LOGO, ADAS, LATER, LATER.plus(OPEN_FOR));

        assertThat(decider.decide(new ReleaseSeat(LOGO, ADAS, LATER), reserved))
                .isEqualTo(accept(released));
        assertThat(given(DRAFTED, PUBLISHED, RESERVED, released))
                .isEqualTo(new Open(posting(Tally.NONE), NOON, LATER.plus(OPEN_FOR)));
    }

    @Test
    void staysClosedWhenTheHireFallsThroughAfterItsClientClosedIt() {
        var released = new SeatReleased(LOGO, ADAS, LATER, LATER.plus(OPEN_FOR));

        assertThat(given(DRAFTED, PUBLISHED, CLOSED, RESERVED, released))
                .isEqualTo(new Closed(posting(Tally.NONE), NOON, ClosingReason.CLIENT));
    }

    @Test
    void ignoresTheLateEndOfAnEarlierHire() {
        var late = new ReleaseSeat(LOGO, BENS, LATER);

        assertThat(decider.decide(late, given(DRAFTED, PUBLISHED))).isEqualTo(accept());
        assertThat(decider.decide(late, given(DRAFTED, PUBLISHED, RESERVED))).isEqualTo(accept());
        assertThat(decider.decide(late, given(DRAFTED, PUBLISHED, RESERVED, STARTED)))
                .isEqualTo(accept());
    }

    @Test
    void refusesToStartWithAProposalThatItIsNotReservedFor() {
        var start = new StartJob(LOGO, BENS, CONTRACT, NOON);

        assertThat(decider.decide(start, given(DRAFTED, PUBLISHED, RESERVED)))
                .isEqualTo(reject(new SeatTaken()));
    }

    @Test
    void startsAndCompletesOnce() {
        var start = new StartJob(LOGO, ADAS, CONTRACT, NOON);
        var complete = new CompleteJob(LOGO, ADAS, NOON);
        var inProgress = given(DRAFTED, PUBLISHED, RESERVED, STARTED);

        assertThat(decider.decide(start, given(DRAFTED, PUBLISHED, RESERVED)))
                .isEqualTo(accept(STARTED));
        assertThat(decider.decide(start, inProgress)).isEqualTo(accept());
        assertThat(decider.decide(complete, inProgress)).isEqualTo(accept(COMPLETED));
        assertThat(
                        decider.decide(
                                complete, given(DRAFTED, PUBLISHED, RESERVED, STARTED, COMPLETED)))
                .isEqualTo(accept());
    }

    @Test
    void opensAgainWhenTheActiveContractEndsInVain() {
        var released = new SeatReleased(LOGO, ADAS, LATER, LATER.plus(OPEN_FOR));

        var decision =
                decider.decide(
                        new ReleaseSeat(LOGO, ADAS, LATER),
                        given(DRAFTED, PUBLISHED, RESERVED, STARTED));

        assertThat(decision).isEqualTo(accept(released));
    }

    @Test
    void cannotBeCancelledWhileMoneyMayBeOnItsWay() {
        var cancel = new CancelJob(LOGO, OWNER, NOON);

        assertThat(decider.decide(cancel, given(DRAFTED, PUBLISHED)))
                .isEqualTo(accept(new JobCancelled(LOGO, NOON)));
        assertThat(decider.decide(cancel, given(DRAFTED, PUBLISHED, RESERVED)))
                .isEqualTo(reject(new HireUnderWay()));
        assertThat(decider.decide(cancel, given(DRAFTED, PUBLISHED, RESERVED, STARTED)))
                .isEqualTo(reject(new WrongStatus(JobStatus.IN_PROGRESS)));
    }

    @Test
    void refusesToReplayAnEventThatCannotFollow() {
        assertThatIllegalStateException().isThrownBy(() -> given(PUBLISHED));
    }

    Job given(JobEvent... history) {
        return Stream.of(history).reduce(decider.initial(), decider::evolve, (_, last) -> last);
    }
}
