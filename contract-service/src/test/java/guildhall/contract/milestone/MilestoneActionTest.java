package guildhall.contract.milestone;

import static guildhall.contract.agreement.SampleContracts.ACTIVE;
import static guildhall.contract.agreement.SampleContracts.FUND_BEFORE;
import static guildhall.contract.agreement.SampleContracts.NOON;
import static guildhall.contract.agreement.SampleContracts.PENDING;
import static guildhall.contract.agreement.SampleContracts.usd;
import static guildhall.contract.milestone.MilestoneAction.*;
import static guildhall.contract.milestone.SampleMilestones.*;
import static org.assertj.core.api.Assertions.assertThat;

import guildhall.contract.agreement.Contract;
import guildhall.contract.agreement.ContractRole;
import guildhall.contract.agreement.SampleContracts;
import guildhall.contract.milestone.Milestone.Known;
import guildhall.contract.milestone.MilestoneCommand.*;
import guildhall.runtime.decide.Decision.Accepted;
import java.util.List;
import org.junit.jupiter.api.Test;

class MilestoneActionTest {
    @Test
    void offersTheClientToJudgeSubmittedWork() {
        assertThat(open(SUBMITTED, ContractRole.CLIENT))
                .containsExactly(REQUEST_REVISION, RELEASE_PART, APPROVE);
        assertThat(open(SUBMITTED, ContractRole.TALENT)).isEmpty();
    }

    @Test
    void offersTheTalentToStartOrDeliverFundedWork() {
        assertThat(open(FUNDED, ContractRole.TALENT)).containsExactly(CANCEL, START, SUBMIT);
    }

    @Test
    void offersToFundAgainBeforeTheContractIsActive() {
        assertThat(MilestoneAction.open(REFUSED, PENDING, ContractRole.CLIENT, NOON))
                .containsExactly(FUND);
        assertThat(MilestoneAction.open(REFUSED, PENDING, ContractRole.CLIENT, FUND_BEFORE))
                .isEmpty();
    }

    /** What is offered is accepted with an event, and what would be is offered. */
    @Test
    void offersExactlyWhatTheDeciderAccepts() {
        for (var contract : SampleContracts.ALL) {
            for (var milestone : ALL) {
                for (var role : ContractRole.values()) {
                    assertThat(MilestoneAction.open(milestone, contract, role, NOON))
                            .as("%s of a %s for the %s", milestone, contract.status(), role)
                            .containsExactlyInAnyOrderElementsOf(
                                    accepted(milestone, contract, role));
                }
            }
        }
    }

    private static List<MilestoneAction> accepted(
            Known milestone, Contract.Agreed contract, ContractRole role) {
        return List.of(MilestoneAction.values()).stream()
                .filter(action -> isPossible(milestone, contract))
                .filter(action ->
                        MilestoneDeciderTest.decision(command(action, contract, role), milestone)
                                        instanceof Accepted(var events)
                                && !events.isEmpty())
                .toList();
    }

    /** A contract that is not active has no milestone whose money is held. */
    private static boolean isPossible(Known milestone, Contract.Agreed contract) {
        return contract instanceof Contract.Active
                || (contract instanceof Contract.PendingFunding
                        && milestone instanceof Milestone.FundingRefused);
    }

    private static MilestoneCommand command(
            MilestoneAction action, Contract.Agreed contract, ContractRole role) {
        var budget = new Budget(contract instanceof Contract.Active, usd(90_000));
        return switch (action) {
            case EDIT -> new EditMilestone(SKETCHES, role, "New", PLAN.amount(), 9, budget, NOON);
            case FUND -> new RequestFunding(SKETCHES, role, contract, ESCROW, FUND_BEFORE, NOON);
            case CANCEL -> new GiveUpMilestone(SKETCHES, role, contract, NOON);
            case START -> new StartWork(SKETCHES, role, NOON);
            case SUBMIT ->
                    new SubmitWork(
                            SKETCHES,
                            role,
                            SampleContracts.TALENT.user(),
                            "Done",
                            AUTO_APPROVE,
                            NOON);
            case REQUEST_REVISION ->
                    new RequestRevision(
                            SKETCHES, role, SampleContracts.CLIENT.user(), "Warmer", NOON);
            case RELEASE_PART -> new ReleasePart(SKETCHES, role, PART, usd(10_000), NOON);
            case APPROVE -> new ApproveWork(SKETCHES, role, RELEASE, NOON);
        };
    }

    private static List<MilestoneAction> open(Known milestone, ContractRole role) {
        return MilestoneAction.open(milestone, ACTIVE, role, NOON);
    }
}
