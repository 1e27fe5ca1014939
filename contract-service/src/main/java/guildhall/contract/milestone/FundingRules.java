package guildhall.contract.milestone;

import static guildhall.runtime.decide.Decision.accept;
import static guildhall.runtime.decide.Decision.reject;

import guildhall.contract.agreement.CancellationReason;
import guildhall.contract.agreement.Contract;
import guildhall.contract.milestone.Milestone.*;
import guildhall.contract.milestone.MilestoneCommand.*;
import guildhall.contract.milestone.MilestoneEvent.*;
import guildhall.contract.milestone.MilestoneRejection.*;
import guildhall.runtime.decide.Decision;

/** How money comes to a milestone, and how a milestone is given up and its money goes back. */
final class FundingRules {
    static Decision<MilestoneEvent, MilestoneRejection> request(
            RequestFunding request, Milestone state) {
        return switch (state) {
            case Known known when !mayBeFunded(known, request.contract()) ->
                    reject(new ContractNotActive());
            case Planned _ ->
                    accept(
                            new FundingRequested(
                                    request.escrow(), request.fundBefore(), request.at()));
            case FundingRefused f when !request.at().isBefore(f.fundBefore()) ->
                    reject(new FundingExpired(f.fundBefore()));
            case FundingRefused f ->
                    accept(new FundingRequested(f.escrow(), f.fundBefore(), request.at()));
            case AwaitingFunding _ -> accept(); // Already on its way.
            case Held _ -> reject(new AlreadyFunded());
            case Refunding _, Cancelled _ -> reject(new AlreadyCancelled());
            case Absent _ -> reject(new UnknownMilestone());
        };
    }

    /** The first milestone is what makes a contract active; the others wait for that. */
    private static boolean mayBeFunded(Known milestone, Contract contract) {
        return contract instanceof Contract.Active
                || (contract instanceof Contract.PendingFunding
                        && milestone.plan().sequence() == 1);
    }

    /**
     * A repeated confirmation is a retry; a second escrow would freeze the client's money twice.
     */
    static Decision<MilestoneEvent, MilestoneRejection> confirm(
            ConfirmFunding confirm, Milestone state) {
        return switch (state) {
            case Unconfirmed u when u.escrow().equals(confirm.escrow()) ->
                    accept(new MilestoneFunded(confirm.escrow(), confirm.at()));
            case Unconfirmed u -> reject(new FundedByAnotherEscrow(u.escrow()));
            case Held h when h.hold().escrow().equals(confirm.escrow()) -> accept();
            case Held h -> reject(new FundedByAnotherEscrow(h.hold().escrow()));
            case Refunding _ -> accept(); // Crossed with the cancellation, which takes it back.
            case Planned _, Cancelled _ -> reject(new FundingNotRequested());
            case Absent _ -> reject(new UnknownMilestone());
        };
    }

    static Decision<MilestoneEvent, MilestoneRejection> recordRefusal(
            RecordRefusal refusal, Milestone state) {
        return switch (state) {
            case AwaitingFunding a when a.escrow().equals(refusal.escrow()) ->
                    accept(new FundingDeclined(refusal.reason(), refusal.at()));
            case Known _ -> accept(); // Too late to matter.
            case Absent _ -> reject(new UnknownMilestone());
        };
    }

    static Decision<MilestoneEvent, MilestoneRejection> abandon(
            AbandonFunding abandon, Milestone state) {
        return switch (state) {
            case Unconfirmed u when u.escrow().equals(abandon.escrow()) ->
                    accept(new FundingAbandoned(abandon.at()));
            case Known _ -> accept();
            case Absent _ -> reject(new UnknownMilestone());
        };
    }

    /** Before the contract is active, its milestones are the agreed terms. */
    static Decision<MilestoneEvent, MilestoneRejection> giveUp(
            GiveUpMilestone giveUp, Milestone state) {
        return switch (state) {
            case Planned _, Unconfirmed _ when !(giveUp.contract() instanceof Contract.Active) ->
                    reject(new ContractNotActive());
            case Absent _, Planned _, Unconfirmed _, Held _, Refunding _, Cancelled _ -> {
                var reason = CancellationReason.by(giveUp.by());
                yield cancel(new CancelMilestone(giveUp.id(), reason, giveUp.at()), state);
            }
        };
    }

    /** Only what has not begun; the client gets everything back ({@link Entitlement}). */
    static Decision<MilestoneEvent, MilestoneRejection> cancel(
            CancelMilestone cancel, Milestone state) {
        return switch (state) {
            case Planned _, Unconfirmed _, Funded _ ->
                    accept(new MilestoneCancelled(cancel.reason(), cancel.at()));
            case Refunding _, Cancelled _ -> accept();
            case InProgress _, Submitted _, RevisionRequested _ -> reject(new WorkUnderWay());
            case Approved _, Paid _ -> reject(new AlreadyApproved());
            case Absent _ -> reject(new UnknownMilestone());
        };
    }

    static Decision<MilestoneEvent, MilestoneRejection> confirmRefund(
            ConfirmRefund confirm, Milestone state) {
        return switch (state) {
            case Refunding r when r.escrow().equals(confirm.escrow()) ->
                    accept(new MilestoneRefunded(confirm.at()));
            case Refunding _, Cancelled _ -> accept();
            case Planned _, Unconfirmed _, Held _ -> reject(new NotCancelled());
            case Absent _ -> reject(new UnknownMilestone());
        };
    }

    private FundingRules() {}
}
