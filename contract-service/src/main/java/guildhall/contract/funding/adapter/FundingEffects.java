package guildhall.contract.funding.adapter;

import guildhall.contract.agreement.Agreement;
import guildhall.contract.agreement.CancellationReason;
import guildhall.contract.agreement.Contract;
import guildhall.contract.agreement.Contract.*;
import guildhall.contract.agreement.ContractCommand.ActivateContract;
import guildhall.contract.agreement.ContractCommand.ConfirmCancellation;
import guildhall.contract.agreement.Contracts;
import guildhall.contract.funding.EscrowOrder;
import guildhall.contract.funding.FundingEffect;
import guildhall.contract.funding.FundingEffect.*;
import guildhall.contract.milestone.Milestone.Known;
import guildhall.contract.milestone.Milestone.Refunding;
import guildhall.contract.milestone.MilestoneCommand.AbandonFunding;
import guildhall.contract.milestone.MilestoneCommand.CancelMilestone;
import guildhall.contract.milestone.MilestoneCommand.ConfirmFunding;
import guildhall.contract.milestone.MilestoneCommand.ConfirmRefund;
import guildhall.contract.milestone.MilestoneCommand.RecordRefusal;
import guildhall.contract.milestone.Milestones;
import guildhall.contract.milestone.Settlement;
import guildhall.contract.milestone.VersionedMilestone;
import guildhall.messages.contract.ContractEvents.FundingFailedV1;
import guildhall.messages.payment.PaymentCommands.CancelEscrowV1;
import guildhall.messages.payment.PaymentCommands.FundEscrowV1;
import guildhall.messages.payment.TeamShare;
import guildhall.runtime.outbox.Outbox;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the funding process wants done, in the transaction of its step. */
@Component
class FundingEffects {
    private final Contracts contracts;
    private final Milestones milestones;
    private final Settlement settlement;
    private final Outbox outbox;

    FundingEffects(Contracts contracts, Milestones milestones, Outbox outbox) {
        this.contracts = contracts;
        this.milestones = milestones;
        this.settlement = new Settlement(contracts, milestones);
        this.outbox = outbox;
    }

    void perform(FundingEffect effect) {
        switch (effect) {
            case FundEscrow(var order, var attempt) -> outbox.add(fund(order, attempt));
            case CancelEscrow(var order, var reason) ->
                    outbox.add(new CancelEscrowV1(order.escrow(), order.closing(), reason.name()));
            case FundingEffect.ConfirmFunding(var order, var at) -> confirm(order, at);
            case ReportRefusal(var order, var reason, var at) -> report(order, reason, at);
            case ConfirmClosing(var order, var reason, var at) -> closed(order, reason, at);
        }
    }

    private static FundEscrowV1 fund(EscrowOrder order, int attempt) {
        return new FundEscrowV1(
                order.escrow(),
                attempt,
                order.contract(),
                order.milestone(),
                order.title(),
                order.payer(),
                order.payee(),
                order.amount(),
                null,
                team(order));
    }

    private static @Nullable List<TeamShare> team(EscrowOrder order) {
        return order.team().isEmpty()
                ? null
                : order.team().stream()
                        .map(member -> new TeamShare(member.side(), member.basisPoints()))
                        .toList();
    }

    private void confirm(EscrowOrder order, Instant at) {
        var contract = contract(order);
        milestones.record(new ConfirmFunding(order.milestone(), order.escrow(), at), contract);
        contracts.record(new ActivateContract(order.contract(), at));
    }

    private void report(EscrowOrder order, String reason, Instant at) {
        var contract = contract(order);
        milestones.record(
                new RecordRefusal(order.milestone(), order.escrow(), reason, at), contract);
        outbox.add(failed(contract.agreement(), order, reason, at));
    }

    private static FundingFailedV1 failed(
            Agreement agreement, EscrowOrder order, String reason, Instant at) {
        return new FundingFailedV1(
                agreement.id(),
                agreement.number(),
                agreement.title(),
                agreement.client(),
                agreement.talent(),
                order.amount(),
                reason,
                at);
    }

    /** Nothing is held: whatever waited for that can end now. */
    private void closed(EscrowOrder order, CancellationReason reason, Instant at) {
        var contract = contract(order);
        switch (contract) {
            case Draft _, PendingFunding _, Cancelling _ -> cancelContract(order, reason, at);
            case Active _, Completed _, Terminated _ -> releaseMilestone(order, contract, at);
            case Cancelled _ -> {} // Closed once more by an echo.
        }
    }

    private void cancelContract(EscrowOrder order, CancellationReason reason, Instant at) {
        contracts.record(new ConfirmCancellation(order.contract(), reason, at));
        var cancelled = contract(order);
        for (var planned : milestones.of(order.contract())) {
            var id = planned.milestone().plan().id();
            var done = milestones.record(new CancelMilestone(id, reason, at), cancelled);
            confirmRefund(done.milestone().milestone(), cancelled, at);
        }
    }

    /** Given up: its money is back. Still wanted: it can be funded anew, by another escrow. */
    private void releaseMilestone(EscrowOrder order, Contract.Agreed contract, Instant at) {
        milestones.record(new AbandonFunding(order.milestone(), order.escrow(), at), contract);
        milestones
                .find(order.milestone())
                .map(VersionedMilestone::milestone)
                .ifPresent(milestone -> confirmRefund(milestone, contract, at));
        settlement.settle(contract, at);
    }

    private void confirmRefund(Known milestone, Contract.Agreed contract, Instant at) {
        if (milestone instanceof Refunding refunding) {
            milestones.record(
                    new ConfirmRefund(refunding.plan().id(), refunding.escrow(), at), contract);
        }
    }

    private Contract.Agreed contract(EscrowOrder order) {
        return contracts.lock(order.contract()).orElseThrow();
    }
}
