package guildhall.contract.milestone;

import guildhall.contract.agreement.Contract;
import guildhall.contract.agreement.ContractRole;
import guildhall.contract.milestone.Milestone.*;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What a party may do with a milestone next; a client application offers exactly these. */
public enum MilestoneAction {
    EDIT,
    FUND,
    CANCEL,
    START,
    SUBMIT,
    REQUEST_REVISION,
    RELEASE_PART,
    APPROVE;

    private static final Set<MilestoneAction> OF_CLIENT =
            EnumSet.of(EDIT, FUND, CANCEL, REQUEST_REVISION, RELEASE_PART, APPROVE);
    private static final Set<MilestoneAction> OF_TALENT = EnumSet.of(CANCEL, START, SUBMIT);

    public static List<MilestoneAction> open(
            Milestone.Known milestone, Contract contract, ContractRole role, Instant now) {
        var mine =
                switch (role) {
                    case CLIENT -> OF_CLIENT;
                    case TALENT -> OF_TALENT;
                };
        return inState(milestone, contract, now).stream().filter(mine::contains).toList();
    }

    private static List<MilestoneAction> inState(
            Milestone.Known milestone, Contract contract, Instant now) {
        if (contract instanceof Contract.PendingFunding) {
            return milestone instanceof FundingRefused f && now.isBefore(f.fundBefore())
                    ? List.of(FUND)
                    : List.of();
        }
        if (!(contract instanceof Contract.Active)) {
            return List.of();
        }
        return switch (milestone) {
            case Planned _ -> List.of(EDIT, FUND, CANCEL);
            case AwaitingFunding _ -> List.of(EDIT, CANCEL);
            case FundingRefused f when now.isBefore(f.fundBefore()) -> List.of(EDIT, FUND, CANCEL);
            case FundingRefused _ -> List.of(EDIT, CANCEL);
            case Funded _ -> List.of(EDIT, CANCEL, START, SUBMIT);
            case InProgress _ -> List.of(EDIT, SUBMIT, RELEASE_PART);
            case Submitted s when s.work().revisionsUsed() < s.plan().revisionAllowance() ->
                    List.of(REQUEST_REVISION, RELEASE_PART, APPROVE);
            case Submitted _ -> List.of(RELEASE_PART, APPROVE);
            case RevisionRequested _ -> List.of(SUBMIT, RELEASE_PART);
            case Approved _, Paid _, Refunding _, Cancelled _ -> List.of();
        };
    }
}
