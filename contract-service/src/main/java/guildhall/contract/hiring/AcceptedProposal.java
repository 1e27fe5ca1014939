package guildhall.contract.hiring;

import guildhall.contract.agreement.Agreement;
import guildhall.contract.agreement.ContractKind;
import guildhall.contract.agreement.PlannedWork;
import guildhall.contract.agreement.Terms;
import guildhall.contract.milestone.Plan;
import guildhall.messages.id.ContractId;
import guildhall.messages.id.JobId;
import guildhall.messages.id.MilestoneId;
import guildhall.messages.id.ProposalId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Side;
import java.time.Instant;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** What the client said yes to. */
public record AcceptedProposal(
        ProposalId proposal,
        JobId job,
        String jobTitle,
        Side client,
        Side talent,
        Money amount,
        List<PlannedWork> milestones,
        Instant acceptedAt) {
    private static final int FIRST_VERSION = 1;

    public AcceptedProposal {
        milestones = List.copyOf(milestones);
    }

    /**
     * The contract that this proposal becomes. A proposal without milestones is one milestone.
     *
     * @param daysForAll how long the work may take when the proposal does not say
     */
    public Agreement agreement(ContractId id, String number, int daysForAll) {
        var work =
                milestones.isEmpty()
                        ? List.of(new PlannedWork(jobTitle, amount, daysForAll))
                        : milestones;
        return new Agreement(
                id,
                number,
                ContractKind.FIXED,
                job,
                proposal,
                jobTitle,
                client,
                talent,
                amount,
                new Terms(FIRST_VERSION, work, acceptedAt));
    }

    /** The milestones of the contract, in order. */
    public static List<Plan> plans(
            Agreement agreement, IntFunction<MilestoneId> idOf, int revisionAllowance) {
        var work = agreement.terms().work();
        return IntStream.rangeClosed(1, work.size())
                .mapToObj(n ->
                        new Plan(
                                idOf.apply(n),
                                agreement.id(),
                                n,
                                work.get(n - 1).title(),
                                work.get(n - 1).amount(),
                                work.get(n - 1).dueInDays(),
                                revisionAllowance))
                .toList();
    }
}
