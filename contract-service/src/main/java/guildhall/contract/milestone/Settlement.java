package guildhall.contract.milestone;

import guildhall.contract.agreement.Contract;
import guildhall.contract.agreement.ContractCommand.SettleContract;
import guildhall.contract.agreement.Contracts;
import java.time.Instant;

/** Ends a contract when the last of its milestones came to an end. */
public record Settlement(Contracts contracts, Milestones milestones) {
    /**
     * @param contract active or over, and locked by the caller
     */
    public void settle(Contract.Agreed contract, Instant at) {
        var agreement = contract.agreement();
        if (milestones.areUnfinished(agreement.id())) {
            return;
        }
        var all =
                milestones.of(agreement.id()).stream().map(VersionedMilestone::milestone).toList();
        contracts.record(new SettleContract(agreement.id(), Sums.of(agreement, all).tally(), at));
    }
}
