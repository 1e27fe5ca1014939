package guildhall.contract.agreement;

import guildhall.messages.id.ContractId;
import guildhall.messages.id.JobId;
import guildhall.messages.id.MilestoneId;
import guildhall.messages.id.ProposalId;
import guildhall.messages.party.Party;
import guildhall.runtime.decide.Decision;
import guildhall.runtime.decide.Decision.Rejected;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** All contracts. */
public interface Contracts {
    /**
     * Reads the contract and keeps every other change of it, its milestones and its processes
     * waiting until the present transaction ends.
     */
    Optional<Contract.Agreed> lock(ContractId id);

    /** The same for several, whose waits do not cross when everybody does it like this. */
    void lock(Collection<ContractId> ids);

    /** The same by a milestone, which the caller has to read afterwards. */
    Optional<Contract.Agreed> lockOf(MilestoneId milestone);

    /** Locks, decides, stores and publishes in the present transaction. */
    Decision<ContractEvent, ContractRejection> handle(ContractCommand command);

    /**
     * The same for facts that cannot be refused.
     *
     * @throws IllegalStateException when it is, because then our own states contradict each other
     */
    default void record(ContractCommand command) {
        if (handle(command) instanceof Rejected(var reason)) {
            throw new IllegalStateException(command + " was refused: " + reason);
        }
    }

    Optional<StoredContract> find(ContractId id);

    /**
     * The contracts of a party, newest first.
     *
     * @param status empty for any
     * @param before only those drafted before the one at this position
     */
    List<StoredContract> ofParty(
            Party party, Optional<ContractStatus> status, long before, int rows);

    /**
     * A number that nobody has; never given out again, also when the transaction is rolled back.
     */
    String nextNumber(Instant at);

    /** Whether this proposal has become a contract that is not over. */
    boolean hasOpenContract(ProposalId proposal);

    /** Whether the talent has a contract for this job that is not over. */
    boolean hasOpenContract(JobId job, Party talent);
}
