package guildhall.contract.milestone;

import guildhall.contract.agreement.Contract;
import guildhall.contract.agreement.SampleContracts;
import guildhall.contract.milestone.Milestone.Known;
import guildhall.messages.id.ContractId;
import guildhall.messages.id.MilestoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One milestone in a state that the test chooses, and the answer to every command. */
public final class StubMilestones implements Milestones {
    public Known milestone = SampleMilestones.SUBMITTED;
    public Optional<MilestoneRejection> refusal = Optional.empty();

    @Override
    public Outcome handle(MilestoneCommand command, Contract.Agreed contract) {
        return refusal.<Outcome>map(Outcome.Refused::new)
                .orElseGet(() -> new Outcome.Done(stored(), List.of()));
    }

    @Override
    public Optional<VersionedMilestone> find(MilestoneId id) {
        return Optional.of(stored()).filter(_ -> id.equals(SampleMilestones.SKETCHES));
    }

    @Override
    public void readAhead(Collection<MilestoneId> ids) {}

    @Override
    public List<VersionedMilestone> of(ContractId contract) {
        return List.of(stored());
    }

    @Override
    public Map<ContractId, List<VersionedMilestone>> of(Collection<ContractId> contracts) {
        return Map.of(SampleContracts.CONTRACT, List.of(stored()));
    }

    @Override
    public boolean areUnfinished(ContractId contract) {
        return true;
    }

    @Override
    public List<Submission> submissions(MilestoneId id, int before, int rows) {
        return List.of();
    }

    @Override
    public List<Revision> revisions(MilestoneId id, int before, int rows) {
        return List.of();
    }

    private VersionedMilestone stored() {
        return new VersionedMilestone(milestone, 5);
    }
}
