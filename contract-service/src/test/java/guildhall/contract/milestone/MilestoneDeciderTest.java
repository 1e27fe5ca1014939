package guildhall.contract.milestone;

import static guildhall.contract.agreement.SampleContracts.ACTIVE;
import static guildhall.contract.agreement.SampleContracts.CANCELLING;
import static guildhall.contract.agreement.SampleContracts.FUND_BEFORE;
import static guildhall.contract.agreement.SampleContracts.NOON;
import static guildhall.contract.agreement.SampleContracts.PENDING;
import static guildhall.contract.agreement.SampleContracts.usd;
import static guildhall.contract.milestone.SampleMilestones.*;
import static guildhall.runtime.decide.Decision.accept;
import static guildhall.runtime.decide.Decision.reject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import guildhall.contract.agreement.CancellationReason;
import guildhall.contract.agreement.Contract;
import guildhall.contract.agreement.ContractRole;
import guildhall.contract.agreement.SampleContracts;
import guildhall.contract.milestone.Milestone.*;
import guildhall.contract.milestone.MilestoneCommand.*;
import guildhall.contract.milestone.MilestoneEvent.*;
import guildhall.contract.milestone.MilestoneRejection.*;
import guildhall.messages.id.EscrowId;
import guildhall.messages.id.ReleaseId;
import guildhall.messages.id.UserId;
import guildhall.messages.money.Money;
import guildhall.runtime.decide.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The rules one by one; {@link MilestoneTableTest} has every command in every state. */
class MilestoneDeciderTest {
    static final Instant LATER = NOON.plus(Duration.ofHours(1));
    static final UserId ANNA = SampleContracts.CLIENT.user();
    static final UserId BORIS = SampleContracts.TALENT.user();
    static final EscrowId OTHER_ESCROW = new EscrowId(new UUID(5, 9));
    static final ReleaseId OTHER_RELEASE = new ReleaseId(new UUID(6, 9));

    static final PartialRelease PARTIAL = new PartialRelease(PART, usd(10_000), NOON);

    final MilestoneDecider decider = new MilestoneDecider();

    @Test
    void goesFromPlanToPaidWithOneRevision() {
        var paid =
                after(
                        new MilestonePlanned(PLAN, NOON),
                        new FundingRequested(ESCROW, FUND_BEFORE, NOON),
                        new FundingDeclined("INSUFFICIENT_FUNDS", NOON),
                        new FundingRequested(ESCROW, FUND_BEFORE, NOON),
                        new MilestoneFunded(ESCROW, NOON),
                        new WorkStarted(NOON),
                        new WorkSubmitted(1, BORIS, "Done", AUTO_APPROVE, NOON),
                        new RevisionAsked(1, 1, ANNA, "Warmer", NOON),
                        new WorkSubmitted(2, BORIS, "Warmer", AUTO_APPROVE, NOON),
                        new MilestoneApproved(APPROVAL),
                        new MilestonePaid(PAYMENT));

        assertThat(paid).isEqualTo(new Paid(PLAN, HOLD, new Work(NOON, 2, 1), APPROVAL, PAYMENT));
    }

    @Test
    void startsWorkThatIsDeliveredWithoutBeingStarted() {
        var submit =
                new SubmitWork(SKETCHES, ContractRole.TALENT, BORIS, "Done", AUTO_APPROVE, LATER);

        assertThat(decider.decide(submit, FUNDED))
                .isEqualTo(
                        accept(
                                new WorkStarted(LATER),
                                new WorkSubmitted(1, BORIS, "Done", AUTO_APPROVE, LATER)));
    }

    @Test
    void numbersSubmissionsAndRevisions() {
        var submit =
                new SubmitWork(SKETCHES, ContractRole.TALENT, BORIS, "Again", AUTO_APPROVE, LATER);
        var twice = new Submitted(PLAN, HOLD, new Work(NOON, 2, 1), NOON, AUTO_APPROVE);
        var revise = new RequestRevision(SKETCHES, ContractRole.CLIENT, ANNA, "Bolder", LATER);

        assertThat(decider.decide(submit, REVISION_REQUESTED))
                .isEqualTo(accept(new WorkSubmitted(2, BORIS, "Again", AUTO_APPROVE, LATER)));
        assertThat(decider.decide(revise, twice))
                .isEqualTo(accept(new RevisionAsked(2, 2, ANNA, "Bolder", LATER)));
    }

    @Test
    void refusesMoreRevisionsThanAllowed() {
        var thrice = new Submitted(PLAN, HOLD, new Work(NOON, 3, 2), NOON, AUTO_APPROVE);
        var revise = new RequestRevision(SKETCHES, ContractRole.CLIENT, ANNA, "Bolder", LATER);

        assertThat(decider.decide(revise, thrice)).isEqualTo(reject(new RevisionsUsedUp(2)));
    }

    @Test
    void paysAPartOnceAndTheRestByTheApproval() {
        var order = new ReleasePart(SKETCHES, ContractRole.CLIENT, PART, usd(10_000), NOON);
        var ordered = new InProgress(PLAN, HOLD.with(PARTIAL), STARTED);
        var paid = new Approved(PLAN, HOLD.with(PARTIAL), DELIVERED, APPROVAL);
        var confirm = new ConfirmPayment(SKETCHES, PART, PART_PAYMENT);
        var confirmed = new PartialReleasePaid(PART, PART_PAYMENT);

        assertThat(decider.decide(order, IN_PROGRESS))
                .isEqualTo(accept(new PartialReleaseOrdered(PARTIAL)));
        assertThat(decider.decide(order, ordered)).isEqualTo(accept());
        assertThat(decider.decide(order, paid)).isEqualTo(accept());
        assertThat(ordered.rest()).isEqualTo(usd(20_000));
        assertThat(decider.decide(confirm, paid)).isEqualTo(accept(confirmed));
        assertThat(decider.evolve(paid, confirmed))
                .isEqualTo(
                        new Approved(
                                PLAN, HOLD.with(PARTIAL.paid(PART_PAYMENT)), DELIVERED, APPROVAL));
        assertThat(decider.decide(confirm, decider.evolve(paid, confirmed))).isEqualTo(accept());
    }

    @Test
    void leavesSomethingForTheApproval() {
        var ordered = new Submitted(PLAN, HOLD.with(PARTIAL), DELIVERED, NOON, AUTO_APPROVE);

        assertThat(decider.decide(part(usd(20_000)), ordered))
                .isEqualTo(reject(new NotLessThanTheRest(usd(20_000))));
        assertThat(decider.decide(part(usd(0)), ordered))
                .isEqualTo(reject(new InvalidAmount("USD")));
        assertThat(decider.decide(part(Money.of(1, "EUR")), ordered))
                .isEqualTo(reject(new InvalidAmount("USD")));
    }

    @Test
    void paysInALimitedNumberOfParts() {
        Milestone state = IN_PROGRESS;
        for (var n = 0; n < PartialReleaseRules.MOST; n++) {
            var part = new PartialRelease(new ReleaseId(new UUID(8, n)), usd(1), NOON);
            state = decider.evolve(state, new PartialReleaseOrdered(part));
        }

        assertThat(decider.decide(part(usd(1)), state))
                .isEqualTo(reject(new PartialReleasesUsedUp(PartialReleaseRules.MOST)));
    }

    private static ReleasePart part(Money amount) {
        return new ReleasePart(SKETCHES, ContractRole.CLIENT, OTHER_RELEASE, amount, NOON);
    }

    @Test
    void refusesToBeFundedByASecondEscrow() {
        var second = new ConfirmFunding(SKETCHES, OTHER_ESCROW, LATER);

        assertThat(decider.decide(second, AWAITING))
                .isEqualTo(reject(new FundedByAnotherEscrow(ESCROW)));
        assertThat(decider.decide(second, FUNDED))
                .isEqualTo(reject(new FundedByAnotherEscrow(ESCROW)));
    }

    @Test
    void keepsItsEscrowWhenFundingIsRequestedAgain() {
        var again = requestFunding(ACTIVE, OTHER_ESCROW, LATER);

        assertThat(decider.decide(again, REFUSED))
                .isEqualTo(accept(new FundingRequested(ESCROW, FUND_BEFORE, LATER)));
    }

    @Test
    void refusesFundingAfterItsTime() {
        var tooLate = requestFunding(ACTIVE, OTHER_ESCROW, FUND_BEFORE);

        assertThat(decider.decide(tooLate, REFUSED))
                .isEqualTo(reject(new FundingExpired(FUND_BEFORE)));
    }

    @Test
    void fundsOnlyTheFirstMilestoneBeforeTheContractIsActive() {
        var second = new Planned(new Plan(SKETCHES, PLAN.contract(), 2, "Logo", usd(1), 7, 2));

        assertThat(decider.decide(requestFunding(PENDING, ESCROW, LATER), PLANNED))
                .isEqualTo(accept(new FundingRequested(ESCROW, FUND_BEFORE, LATER)));
        assertThat(decider.decide(requestFunding(PENDING, ESCROW, LATER), second))
                .isEqualTo(reject(new ContractNotActive()));
        assertThat(decider.decide(requestFunding(CANCELLING, ESCROW, LATER), REFUSED))
                .isEqualTo(reject(new ContractNotActive()));
    }

    @Test
    void ignoresARefusalOrAnEndOfAnotherEscrow() {
        var refusal = new RecordRefusal(SKETCHES, OTHER_ESCROW, "WALLET_FROZEN", LATER);
        var end = new AbandonFunding(SKETCHES, OTHER_ESCROW, LATER);
        var refund = new ConfirmRefund(SKETCHES, OTHER_ESCROW, LATER);

        assertThat(decider.decide(refusal, AWAITING)).isEqualTo(accept());
        assertThat(decider.decide(end, AWAITING)).isEqualTo(accept());
        assertThat(decider.decide(refund, REFUNDING)).isEqualTo(accept());
    }

    @Test
    void approvesByTimeOnlyWhenTheWindowOfTheLatestSubmissionIsOver() {
        var early =
                new ApproveUnanswered(SKETCHES, RELEASE, AUTO_APPROVE.minus(Duration.ofMillis(1)));
        var due = new ApproveUnanswered(SKETCHES, RELEASE, AUTO_APPROVE);

        assertThat(decider.decide(early, SUBMITTED)).isEqualTo(accept());
        assertThat(decider.decide(due, SUBMITTED))
                .isEqualTo(
                        accept(new MilestoneApproved(new Approval(RELEASE, true, AUTO_APPROVE))));
    }

    @Test
    void anApprovalKeepsItsFirstRelease() {
        var again = new ApproveWork(SKETCHES, ContractRole.CLIENT, OTHER_RELEASE, LATER);
        var foreign = new ConfirmPayment(SKETCHES, OTHER_RELEASE, PAYMENT);

        assertThat(decider.decide(again, APPROVED)).isEqualTo(accept());
        assertThat(decider.decide(foreign, APPROVED)).isEqualTo(reject(new NotApproved()));
    }

    @Test
    void staysWithinTheAmountOfTheContract() {
        assertThat(decider.decide(add(usd(500), usd(500)), new Absent()))
                .isEqualTo(accept(new MilestonePlanned(plan(usd(500)), LATER)));
        assertThat(decider.decide(add(usd(501), usd(500)), new Absent()))
                .isEqualTo(reject(new ExceedsContract(usd(500))));
        assertThat(decider.decide(edit(usd(501), usd(500)), PLANNED))
                .isEqualTo(reject(new ExceedsContract(usd(500))));
    }

    @Test
    void addsNoMoreMilestonesThanAContractCanShow() {
        assertThat(decider.decide(addAsNumber(100), new Absent()))
                .isEqualTo(accept(new MilestonePlanned(numbered(100), LATER)));
        assertThat(decider.decide(addAsNumber(101), new Absent()))
                .isEqualTo(reject(new MilestonesUsedUp(100)));
    }

    private static AddMilestone addAsNumber(int sequence) {
        return new AddMilestone(
                ContractRole.CLIENT, numbered(sequence), new Budget(true, usd(90_000)), LATER);
    }

    private static Plan numbered(int sequence) {
        return new Plan(
                PLAN.id(),
                PLAN.contract(),
                sequence,
                PLAN.title(),
                PLAN.amount(),
                PLAN.dueInDays(),
                PLAN.revisionAllowance());
    }

    @Test
    void refusesAmountsThatAreNoPrice() {
        var euros = Money.of(100, "EUR");

        assertThat(decider.decide(add(usd(0), usd(500)), new Absent()))
                .isEqualTo(reject(new InvalidAmount("USD")));
        assertThat(decider.decide(add(euros, usd(500)), new Absent()))
                .isEqualTo(reject(new InvalidAmount("USD")));
        assertThat(decider.decide(edit(euros, usd(500)), PLANNED))
                .isEqualTo(reject(new InvalidAmount("USD")));
    }

    @Test
    void fixesTheAmountOnceAnEscrowIsOrdered() {
        for (var state : List.of(AWAITING, REFUSED, FUNDED, IN_PROGRESS)) {
            assertThat(decider.decide(edit(usd(29_999), usd(90_000)), state))
                    .isEqualTo(reject(new AmountFixed()));
            assertThat(decider.decide(edit(usd(30_000), usd(90_000)), state))
                    .isEqualTo(accept(new MilestoneEdited("New", usd(30_000), 9, LATER)));
        }
    }

    @Test
    void addsAndEditsOnlyWhileTheContractIsActive() {
        var closed = new Budget(false, usd(90_000));
        var add = new AddMilestone(ContractRole.CLIENT, plan(usd(1)), closed, LATER);
        var edit =
                new EditMilestone(SKETCHES, ContractRole.CLIENT, "New", usd(1), 9, closed, LATER);

        assertThat(decider.decide(add, new Absent())).isEqualTo(reject(new ContractNotActive()));
        assertThat(decider.decide(edit, PLANNED)).isEqualTo(reject(new ContractNotActive()));
    }

    @Test
    void anEditThatChangesNothingIsNoEvent() {
        var same =
                new EditMilestone(
                        SKETCHES,
                        ContractRole.CLIENT,
                        PLAN.title(),
                        PLAN.amount(),
                        PLAN.dueInDays(),
                        new Budget(true, usd(90_000)),
                        LATER);

        assertThat(decider.decide(same, FUNDED)).isEqualTo(accept());
    }

    @Test
    void isGivenUpByOneSideOnlyWhileTheContractIsActive() {
        var early = new GiveUpMilestone(SKETCHES, ContractRole.TALENT, PENDING, LATER);
        var now = new GiveUpMilestone(SKETCHES, ContractRole.TALENT, ACTIVE, LATER);

        assertThat(decider.decide(early, AWAITING)).isEqualTo(reject(new ContractNotActive()));
        assertThat(decider.decide(now, FUNDED))
                .isEqualTo(accept(new MilestoneCancelled(CancellationReason.TALENT, LATER)));
    }

    @Test
    void refusesToReplayAnEventThatCannotFollow() {
        assertThatIllegalStateException()
                .isThrownBy(() -> after(new MilestoneFunded(ESCROW, NOON)));
        assertThatIllegalStateException()
                .isThrownBy(() -> decider.evolve(APPROVED, new MilestoneApproved(APPROVAL)));
    }

    private Milestone after(MilestoneEvent... events) {
        var state = decider.initial();
        for (var event : events) {
            state = decider.evolve(state, event);
        }
        return state;
    }

    private static RequestFunding requestFunding(Contract contract, EscrowId escrow, Instant at) {
        return new RequestFunding(SKETCHES, ContractRole.CLIENT, contract, escrow, FUND_BEFORE, at);
    }

    private static Plan plan(Money amount) {
        return PLAN.edited(PLAN.title(), amount, PLAN.dueInDays());
    }

    private static AddMilestone add(Money amount, Money available) {
        return new AddMilestone(
                ContractRole.CLIENT, plan(amount), new Budget(true, available), LATER);
    }

    private static EditMilestone edit(Money amount, Money available) {
        return new EditMilestone(
                SKETCHES,
                ContractRole.CLIENT,
                "New",
                amount,
                9,
                new Budget(true, available),
                LATER);
    }

    static Decision<MilestoneEvent, MilestoneRejection> decision(
            MilestoneCommand command, Milestone state) {
        return new MilestoneDecider().decide(command, state);
    }
}
