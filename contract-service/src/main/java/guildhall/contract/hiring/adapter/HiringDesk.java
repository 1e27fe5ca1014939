package guildhall.contract.hiring.adapter;

import guildhall.contract.agreement.Agreement;
import guildhall.contract.agreement.Contract.PendingFunding;
import guildhall.contract.agreement.ContractCommand.DraftContract;
import guildhall.contract.agreement.ContractRole;
import guildhall.contract.agreement.Contracts;
import guildhall.contract.hiring.AcceptedProposal;
import guildhall.contract.milestone.Escrows;
import guildhall.contract.milestone.Milestone.AwaitingFunding;
import guildhall.contract.milestone.MilestoneCommand.PlanMilestone;
import guildhall.contract.milestone.MilestoneCommand.RequestFunding;
import guildhall.contract.milestone.MilestonePolicy;
import guildhall.contract.milestone.Milestones;
import guildhall.contract.milestone.Plan;
import guildhall.messages.id.ContractId;
import guildhall.messages.id.EscrowId;
import guildhall.messages.id.MilestoneId;
import guildhall.runtime.id.Ids;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Makes a contract of an accepted proposal and asks for its first money. */
@Component
class HiringDesk {
    private final Contracts contracts;
    private final Milestones milestones;
    private final Escrows escrows;
    private final MilestonePolicy policy;
    private final HiringSettings settings;
    private final Clock clock;

    HiringDesk(
            Contracts contracts,
            Milestones milestones,
            Escrows escrows,
            MilestonePolicy policy,
            HiringSettings settings,
            Clock clock) {
        this.contracts = contracts;
        this.milestones = milestones;
        this.escrows = escrows;
        this.policy = policy;
        this.settings = settings;
        this.clock = clock;
    }

    /** In the transaction of the message. */
    void hire(AcceptedProposal proposal) {
        var id =
                new ContractId(Ids.derived("contract", proposal.proposal(), proposal.acceptedAt()));
        if (contracts.lock(id).isPresent() || contracts.hasOpenContract(proposal.proposal())) {
            return; // Accepted once; this is its echo.
        }
        var now = clock.instant();
        var agreement =
                proposal.agreement(id, contracts.nextNumber(now), settings.daysForUnplannedWork());
        var alreadyHired = contracts.hasOpenContract(agreement.job(), agreement.talent().party());
        contracts.record(
                new DraftContract(agreement, alreadyHired, now.plus(policy.fundWithin()), now));
        if (contracts.lock(id).orElseThrow() instanceof PendingFunding contract) {
            plan(agreement, contract, now);
        }
    }

    private void plan(Agreement agreement, PendingFunding contract, Instant now) {
        var plans =
                AcceptedProposal.plans(
                        agreement,
                        n -> new MilestoneId(Ids.derived("milestone", agreement.id(), n)),
                        policy.revisionAllowance());
        plans.forEach(plan -> milestones.record(new PlanMilestone(plan, now), contract));
        fundFirst(plans.getFirst(), contract, now);
    }

    private void fundFirst(Plan first, PendingFunding contract, Instant now) {
        var request =
                new RequestFunding(
                        first.id(),
                        ContractRole.CLIENT,
                        contract,
                        new EscrowId(Ids.next()),
                        contract.fundBefore(),
                        now);
        var done = milestones.record(request, contract);
        if (done.milestone().milestone() instanceof AwaitingFunding awaiting) {
            escrows.order(awaiting, contract.agreement(), now);
        }
    }
}
