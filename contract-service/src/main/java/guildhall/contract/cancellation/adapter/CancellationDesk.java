package guildhall.contract.cancellation.adapter;

import guildhall.contract.agreement.CancellationReason;
import guildhall.contract.agreement.Contract;
import guildhall.contract.agreement.ContractCommand.ConfirmCancellation;
import guildhall.contract.agreement.ContractCommand.RequestCancellation;
import guildhall.contract.agreement.ContractRole;
import guildhall.contract.agreement.Contracts;
import guildhall.contract.cancellation.CancellationRejection.UnknownContract;
import guildhall.contract.cancellation.Exit;
import guildhall.contract.cancellation.Exit.*;
import guildhall.contract.milestone.Escrows;
import guildhall.contract.milestone.Milestone.Refunding;
import guildhall.contract.milestone.MilestoneCommand.CancelMilestone;
import guildhall.contract.milestone.Milestones;
import guildhall.contract.milestone.Settlement;
import guildhall.contract.milestone.VersionedMilestone;
import guildhall.messages.id.ContractId;
import guildhall.messages.id.MilestoneId;
import guildhall.runtime.security.Caller;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One transaction that locks the contract and sets its end in motion. */
@Component
class CancellationDesk {
    private final Contracts contracts;
    private final Milestones milestones;
    private final Escrows escrows;
    private final Settlement settlement;
    private final Clock clock;

    CancellationDesk(Contracts contracts, Milestones milestones, Escrows escrows, Clock clock) {
        this.contracts = contracts;
        this.milestones = milestones;
        this.escrows = escrows;
        this.settlement = new Settlement(contracts, milestones);
        this.clock = clock;
    }

    @Transactional
    public Exit cancel(ContractId id, Caller caller) {
        var contract = contracts.lock(id);
        var role = contract.flatMap(c -> caller.actingParty().flatMap(c.agreement()::roleOf));
        if (contract.isEmpty() || role.isEmpty()) {
            return new Closed(new UnknownContract());
        }
        var all = milestones.of(id).stream().map(VersionedMilestone::milestone).toList();
        var exit = Exit.of(contract.get(), all);
        switch (exit) {
            case BackOut(var ordered) -> backOut(id, role.get(), ordered, clock.instant());
            case GiveUp(var going, _) -> giveUp(contract.get(), role.get(), going, clock.instant());
            case UnderWay _, Closed _ -> {}
        }
        return exit;
    }

    private void backOut(ContractId id, ContractRole by, List<MilestoneId> ordered, Instant now) {
        var reason = CancellationReason.by(by);
        contracts.record(new RequestCancellation(id, by, now));
        ordered.forEach(milestone -> escrows.close(milestone, reason, now));
        if (ordered.isEmpty()) {
            contracts.record(new ConfirmCancellation(id, reason, now));
        }
    }

    private void giveUp(
            Contract.Agreed contract, ContractRole by, List<MilestoneId> going, Instant now) {
        var reason = CancellationReason.by(by);
        for (var id : going) {
            var done = milestones.record(new CancelMilestone(id, reason, now), contract);
            if (done.milestone().milestone() instanceof Refunding) {
                escrows.close(id, reason, now);
            }
        }
        settlement.settle(contract, now);
    }
}
