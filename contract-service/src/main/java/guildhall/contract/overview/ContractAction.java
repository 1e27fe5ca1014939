package guildhall.contract.overview;

import guildhall.contract.agreement.Contract;
import guildhall.contract.agreement.ContractRole;
import guildhall.contract.cancellation.Exit;
import guildhall.contract.milestone.Milestone.Known;
import guildhall.contract.milestone.MilestoneAction;
import guildhall.contract.milestone.Sums;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a party may do with a contract next; a client application offers exactly these. */
public enum ContractAction {
    FUND,
    ADD_MILESTONE,
    CANCEL;

    static List<ContractAction> open(
            Contract.Agreed contract, List<Known> milestones, ContractRole role, Instant now) {
        var open = new ArrayList<ContractAction>();
        if (milestones.stream()
                .flatMap(m -> MilestoneAction.open(m, contract, role, now).stream())
                .anyMatch(action -> action == MilestoneAction.FUND)) {
            open.add(FUND);
        }
        if (role == ContractRole.CLIENT && hasRoom(contract, milestones)) {
            open.add(ADD_MILESTONE);
        }
        switch (Exit.of(contract, milestones)) {
            case Exit.BackOut _, Exit.GiveUp _ -> open.add(CANCEL);
            case Exit.UnderWay _, Exit.Closed _ -> {}
        }
        return open;
    }

    private static boolean hasRoom(Contract.Agreed contract, List<Known> milestones) {
        var agreement = contract.agreement();
        return contract instanceof Contract.Active
                && Sums.of(agreement, milestones).allocated().isLessThan(agreement.amount());
    }
}
