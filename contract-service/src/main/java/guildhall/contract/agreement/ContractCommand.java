package guildhall.contract.agreement;

import guildhall.messages.id.ContractId;
import java.time.Instant;

/** What can be asked of a contract. */
public sealed interface ContractCommand {
    ContractId id();

    Instant at();

    /**
     * Makes a contract of an accepted proposal.
     *
     * @param alreadyHired this talent has another contract for this job that is not over
     */
    record DraftContract(Agreement agreement, boolean alreadyHired, Instant fundBefore, Instant at)
            implements ContractCommand {
        @Override
        public ContractId id() {
            return agreement.id();
        }
    }

    /** Its first escrow is funded. */
    record ActivateContract(ContractId id, Instant at) implements ContractCommand {}

    /** A side backs out before the contract is active. */
    record RequestCancellation(ContractId id, ContractRole by, Instant at)
            implements ContractCommand {}

    /** The escrow is closed, so nothing holds the contract any more. */
    record ConfirmCancellation(ContractId id, CancellationReason reason, Instant at)
            implements ContractCommand {}

    /** Ends the contract when none of its milestones is open. */
    record SettleContract(ContractId id, Tally tally, Instant at) implements ContractCommand {}
}
