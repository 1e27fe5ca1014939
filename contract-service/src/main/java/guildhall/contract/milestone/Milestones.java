package guildhall.contract.milestone;

import guildhall.contract.agreement.Contract;
import guildhall.messages.id.ContractId;
import guildhall.messages.id.MilestoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All milestones. */
public interface Milestones {
    /** The timer, keyed by milestone, that fires when the review of a submission is over. */
    String REVIEW_TIMER = "contract.review-over";

    /**
     * Decides, stores and publishes in the present transaction.
     *
     * @param contract the contract of the milestone, which the caller has locked
     */
    Outcome handle(MilestoneCommand command, Contract.Agreed contract);

    /**
     * The same for facts that cannot be refused.
     *
     * @throws IllegalStateException when it is, because then our own states contradict each other
     */
    default Outcome.Done record(MilestoneCommand command, Contract.Agreed contract) {
        return switch (handle(command, contract)) {
            case Outcome.Done done -> done;
            case Outcome.Refused(var reason) ->
                    throw new IllegalStateException(command + " was refused: " + reason);
        };
    }

    Optional<VersionedMilestone> find(MilestoneId id);

    /** Reads at once milestones of contracts that the present transaction has locked. */
    void readAhead(Collection<MilestoneId> ids);

    /** In the order of their sequence, those that were cancelled too. */
    List<VersionedMilestone> of(ContractId contract);

    /** The same for several contracts at once; a contract without milestones is not in it. */
    Map<ContractId, List<VersionedMilestone>> of(Collection<ContractId> contracts);

    /** Whether one of them is neither paid nor cancelled, whatever is still on its way for it. */
    boolean areUnfinished(ContractId contract);

    /** Newest first, with a number below the given one. */
    List<Submission> submissions(MilestoneId id, int before, int rows);

    /** Newest first, with a number below the given one. */
    List<Revision> revisions(MilestoneId id, int before, int rows);
}
