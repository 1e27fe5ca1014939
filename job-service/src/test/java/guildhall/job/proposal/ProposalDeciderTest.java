package guildhall.job.proposal;

import static guildhall.job.posting.JobSamples.*;
import static guildhall.runtime.decide.Decision.accept;
import static guildhall.runtime.decide.Decision.reject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import guildhall.job.posting.ClosingReason;
import guildhall.job.posting.Job;
import guildhall.job.posting.Tally;
import guildhall.job.proposal.Proposal.*;
import guildhall.job.proposal.ProposalCommand.*;
import guildhall.job.proposal.ProposalEvent.*;
import guildhall.job.proposal.ProposalRejection.*;
import guildhall.messages.id.UserId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.messages.party.PartyType;
import guildhall.messages.party.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProposalDeciderTest {
    static final Duration ANSWER_WITHIN = Duration.ofDays(7);
    static final Instant DUE = NOON.plus(ANSWER_WITHIN);
    static final Instant LATER = NOON.plus(Duration.ofHours(1));
    static final Side ADA =
            new Side(new Party(PartyType.TALENT, new UUID(0, 8)), new UserId(new UUID(0, 9)));
    static final Party CLIENT = BAKERY.party();
    static final Job OPEN = open(Tally.NONE);
    static final Money BID = Money.of(40_000, "USD");
    static final ProposalTerms UNPLANNED = new ProposalTerms(BID, 14, "I draw logos.", List.of());
    static final ProposalTerms IN_ONE_GO = plan(new PlannedMilestone("Logo for a bakery", BID, 14));
    static final Offer OFFER = new Offer(ADAS, LOGO, "Logo for a bakery", BAKERY, ADA, IN_ONE_GO);

    static final ProposalSubmitted SUBMITTED = new ProposalSubmitted(OFFER, NOON, DUE);
    static final ProposalAccepted ACCEPTED = new ProposalAccepted(ADAS, NOON);
    static final ProposalDisplaced DISPLACED = new ProposalDisplaced(ADAS, BENS, NOON);
    static final ProposalAdvanced SHORTLISTED = new ProposalAdvanced(ADAS, Stage.SHORTLISTED, NOON);

    final ProposalDecider decider = new ProposalDecider(ANSWER_WITHIN);

    @Test
    void takesTheWholeWorkAsOneMilestoneWhenNothingElseIsPlanned() {
        var decision = decider.decide(submit(OPEN, UNPLANNED), given());

        assertThat(decision).isEqualTo(accept(SUBMITTED));
    }

    @Test
    void keepsAPlanThatAddsUp() {
        var plan =
                plan(
                        new PlannedMilestone("Drafts", Money.of(10_000, "USD"), 5),
                        new PlannedMilestone("Logo", Money.of(30_000, "USD"), 14));
        var offer = new Offer(ADAS, LOGO, "Logo for a bakery", BAKERY, ADA, plan);

        assertThat(decider.decide(submit(OPEN, plan), given()))
                .isEqualTo(accept(new ProposalSubmitted(offer, NOON, DUE)));
    }

    @ParameterizedTest
    @MethodSource("plansThatDoNotAddUp")
    void refusesAPlanThatDoesNotAddUp(ProposalTerms plan) {
        assertThat(decider.decide(submit(OPEN, plan), given()))
                .isEqualTo(reject(new PlanDoesNotAddUp()));
    }

    static Stream<ProposalTerms> plansThatDoNotAddUp() {
        var most = new PlannedMilestone("Most", Money.of(39_999, "USD"), 5);
        return Stream.of(
                plan(most),
                plan(most, new PlannedMilestone("Rest", Money.of(2, "USD"), 5)),
                plan(most, new PlannedMilestone("Rest", Money.of(1, "EUR"), 5)),
                plan(
                        new PlannedMilestone("All", BID, 5),
                        new PlannedMilestone("Nothing", Money.of(0, "USD"), 5)),
                plan(
                        new PlannedMilestone("Huge", Money.of(Long.MAX_VALUE, "USD"), 5),
                        new PlannedMilestone("Huge", Money.of(Long.MAX_VALUE, "USD"), 5)));
    }

    @Test
    void refusesABidOfNothingOrInAnotherCurrency() {
        var nothing = new ProposalTerms(Money.of(0, "USD"), 14, "Free!", List.of());
        var euros = new ProposalTerms(Money.of(40_000, "EUR"), 14, "Euros", List.of());

        assertThat(decider.decide(submit(OPEN, nothing), given()))
                .isEqualTo(reject(new BidNotPositive()));
        assertThat(decider.decide(submit(OPEN, euros), given()))
                .isEqualTo(reject(new BidInOtherCurrency()));
    }

    @Test
    void refusesAProposalForAnOwnJobEvenUnderAnotherParty() {
        var ownerAsTalent = new Side(ADA.party(), BAKERY.user());
        var submit = new SubmitProposal(ADAS, ownerAsTalent, OPEN, UNPLANNED, NOON);

        assertThat(decider.decide(submit, given())).isEqualTo(reject(new OwnJob()));
    }

    @Test
    void refusesAProposalForAJobThatIsFullClosedUnknownOrADraft() {
        var full = open(new Tally(2, 2));
        var closedFull = new Job.Closed(posting(new Tally(2, 2)), NOON, ClosingReason.FULL);
        var closed = new Job.Closed(posting(Tally.NONE), NOON, ClosingReason.CLIENT);

        assertThat(decider.decide(submit(full, UNPLANNED), given()))
                .isEqualTo(reject(new JobFull()));
        assertThat(decider.decide(submit(closedFull, UNPLANNED), given()))
                .isEqualTo(reject(new JobFull()));
        assertThat(decider.decide(submit(closed, UNPLANNED), given()))
                .isEqualTo(reject(new JobNotOpen()));
        assertThat(decider.decide(submit(new Job.Absent(), UNPLANNED), given()))
                .isEqualTo(reject(new UnknownJob()));
        assertThat(decider.decide(submit(new Job.Draft(posting(Tally.NONE)), UNPLANNED), given()))
                .isEqualTo(reject(new UnknownJob()));
    }

    @Test
    void acceptsTheSameSubmissionAgainWithoutChangingIt() {
        var closed = new Job.Closed(posting(Tally.NONE), NOON, ClosingReason.CLIENT);

        assertThat(decider.decide(submit(closed, UNPLANNED), given(SUBMITTED))).isEqualTo(accept());
    }

    @Test
    void isRevisedUntilTheClientAnswers() {
        var cheaper = new ProposalTerms(Money.of(35_000, "USD"), 10, "Faster.", List.of());
        var planned = cheaper.plannedFor("Logo for a bakery");
        var revise = new ReviseProposal(ADAS, ADA.party(), cheaper, LATER);

        assertThat(decider.decide(revise, given(SUBMITTED)))
                .isEqualTo(accept(new ProposalRevised(ADAS, planned, LATER)));
        assertThat(decider.decide(revise, given(SUBMITTED, SHORTLISTED)))
                .isEqualTo(reject(new AlreadyAnswered()));
    }

    @Test
    void movesForwardOnlyAndMaySkipStages() {
        var review = new AdvanceProposal(ADAS, CLIENT, Stage.UNDER_REVIEW, NOON);
        var shortlist = new AdvanceProposal(ADAS, CLIENT, Stage.SHORTLISTED, NOON);

        assertThat(decider.decide(shortlist, given(SUBMITTED))).isEqualTo(accept(SHORTLISTED));
        assertThat(decider.decide(shortlist, given(SUBMITTED, SHORTLISTED))).isEqualTo(accept());
        assertThat(decider.decide(review, given(SUBMITTED, SHORTLISTED)))
                .isEqualTo(reject(new AlreadyFurther(Stage.SHORTLISTED)));
    }

    @Test
    void letsEachSideDoItsOwnPartAndHidesItselfFromOthers() {
        var withdrawnByClient = new WithdrawProposal(ADAS, CLIENT, NOON);
        var acceptedByTalent = new AcceptProposal(ADAS, ADA.party(), NOON);
        var rejectedByStranger = new RejectProposal(ADAS, STRANGER, NOON);

        assertThat(decider.decide(withdrawnByClient, given(SUBMITTED)))
                .isEqualTo(reject(new NotYourPart()));
        assertThat(decider.decide(acceptedByTalent, given(SUBMITTED)))
                .isEqualTo(reject(new NotYourPart()));
        assertThat(decider.decide(rejectedByStranger, given(SUBMITTED)))
                .isEqualTo(reject(new UnknownProposal()));
    }

    @Test
    void cannotBeAcceptedAfterItWasWithdrawnNorWithdrawnAfterItWasAccepted() {
        var accept = new AcceptProposal(ADAS, CLIENT, NOON);
        var withdraw = new WithdrawProposal(ADAS, ADA.party(), NOON);

        assertThat(decider.decide(accept, given(SUBMITTED, new ProposalWithdrawn(ADAS, NOON))))
                .isEqualTo(reject(new WrongStatus(ProposalStatus.WITHDRAWN)));
        assertThat(decider.decide(withdraw, given(SUBMITTED, ACCEPTED)))
                .isEqualTo(reject(new WrongStatus(ProposalStatus.HIRED)));
    }

    @Test
    void expiresUnansweredAndOnTime() {
        var expire = new ExpireProposal(ADAS, DUE);

        assertThat(decider.decide(expire, given(SUBMITTED)))
                .isEqualTo(accept(new ProposalExpired(ADAS, DUE)));
        assertThat(decider.decide(new ExpireProposal(ADAS, LATER), given(SUBMITTED)))
                .isEqualTo(accept());
        assertThat(decider.decide(expire, given(SUBMITTED, SHORTLISTED))).isEqualTo(accept());
        assertThat(decider.decide(expire, given(SUBMITTED, ACCEPTED))).isEqualTo(accept());
    }

    @Test
    void comesBackWhereItStoodWhenTheOtherHireFallsThrough() {
        var reinstate = new ReinstateProposal(ADAS, BENS, LATER);
        var reinstated = new ProposalReinstated(ADAS, LATER, LATER.plus(ANSWER_WITHIN));

        assertThat(decider.decide(reinstate, given(SUBMITTED, SHORTLISTED, DISPLACED)))
                .isEqualTo(accept(reinstated));
        assertThat(given(SUBMITTED, SHORTLISTED, DISPLACED, reinstated))
                .isEqualTo(new Active(OFFER, Stage.SHORTLISTED, LATER.plus(ANSWER_WITHIN)));
    }

    @Test
    void staysRejectedWhenTheClientSaidSoOrAnotherHireFilledThePosition() {
        var reinstate = new ReinstateProposal(ADAS, ADAS, LATER);
        var rejected = new ProposalRejected(ADAS, NOON);

        assertThat(decider.decide(reinstate, given(SUBMITTED, rejected))).isEqualTo(accept());
        assertThat(decider.decide(reinstate, given(SUBMITTED, DISPLACED))).isEqualTo(accept());
    }

    @Test
    void isOfferedAgainWhenItsContractWasCancelled() {
        var again = new ProposalOfferedAgain(ADAS, LATER, LATER.plus(ANSWER_WITHIN));

        assertThat(decider.decide(new OfferAgain(ADAS, LATER), given(SUBMITTED, ACCEPTED)))
                .isEqualTo(accept(again));
        assertThat(given(SUBMITTED, ACCEPTED, again))
                .isEqualTo(new Active(OFFER, Stage.OFFERED, LATER.plus(ANSWER_WITHIN)));
        assertThat(decider.decide(new OfferAgain(ADAS, LATER), given(SUBMITTED)))
                .isEqualTo(accept());
    }

    @Test
    void isDroppedWithItsJobUnlessItIsOverAnyway() {
        var drop = new DropProposal(ADAS, LATER);

        assertThat(decider.decide(drop, given(SUBMITTED)))
                .isEqualTo(accept(new ProposalRejected(ADAS, LATER)));
        assertThat(decider.decide(drop, given(SUBMITTED, DISPLACED))).isEqualTo(accept());
    }

    @Test
    void refusesToReplayAnEventThatCannotFollow() {
        assertThatIllegalStateException().isThrownBy(() -> given(ACCEPTED));
    }

    static SubmitProposal submit(Job job, ProposalTerms terms) {
        return new SubmitProposal(ADAS, ADA, job, terms, NOON);
    }

    static ProposalTerms plan(PlannedMilestone... milestones) {
        return new ProposalTerms(BID, 14, "I draw logos.", List.of(milestones));
    }

    Proposal given(ProposalEvent... history) {
        return Stream.of(history).reduce(decider.initial(), decider::evolve, (_, last) -> last);
    }
}
