package guildhall.contract.agreement;

import guildhall.contract.milestone.SampleMilestones;
import guildhall.messages.id.ContractId;
import guildhall.messages.id.JobId;
import guildhall.messages.id.MilestoneId;
import guildhall.messages.id.ProposalId;
import guildhall.messages.party.Party;
import guildhall.runtime.decide.Decision;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** One contract in a state that the test chooses; changes of it are accepted and forgotten. */
public final class StubContracts implements Contracts {
    public Optional<Contract.Agreed> contract = Optional.of(SampleContracts.ACTIVE);

    @Override
    public Optional<Contract.Agreed> lock(ContractId id) {
        return contract;
    }

    @Override
    public void lock(Collection<ContractId> ids) {}

    @Override
    public Optional<Contract.Agreed> lockOf(MilestoneId milestone) {
        return contract.filter(_ -> milestone.equals(SampleMilestones.SKETCHES));
    }

    @Override
    public Decision<ContractEvent, ContractRejection> handle(ContractCommand command) {
        return Decision.accept();
    }

    @Override
    public Optional<StoredContract> find(ContractId id) {
        return contract.map(c -> new StoredContract(c, 7, SampleContracts.NOON, 3));
    }

    @Override
    public List<StoredContract> ofParty(
            Party party, Optional<ContractStatus> status, long before, int rows) {
        return find(SampleContracts.CONTRACT).stream().toList();
    }

    @Override
    public String nextNumber(Instant at) {
        return SampleContracts.AGREEMENT.number();
    }

    @Override
    public boolean hasOpenContract(ProposalId proposal) {
        return false;
    }

    @Override
    public boolean hasOpenContract(JobId job, Party talent) {
        return false;
    }
}
