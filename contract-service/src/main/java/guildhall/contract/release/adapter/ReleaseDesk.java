package guildhall.contract.release.adapter;

import guildhall.contract.funding.EscrowOrders;
import guildhall.contract.milestone.Milestone.Approved;
import guildhall.contract.milestone.Milestone.Held;
import guildhall.contract.milestone.Milestones;
import guildhall.contract.milestone.PartialRelease;
import guildhall.contract.milestone.Releases;
import guildhall.contract.release.ReleaseOrder;
import guildhall.contract.release.ReleaseSignal;
import guildhall.contract.release.ReleaseSignal.Answer;
import guildhall.contract.release.ReleaseSignal.WorkApproved;
import guildhall.messages.id.EscrowId;
import guildhall.messages.id.MilestoneId;
import guildhall.messages.id.ReleaseId;
import guildhall.runtime.process.Processes;
import org.springframework.stereotype.Component;

/** Everything that reaches a release process from outside, always under the contract's lock. */
@Component
class ReleaseDesk implements Releases {
    private final Processes processes;
    private final ReleaseManager manager;
    private final Milestones milestones;
    private final EscrowOrders orders;

    ReleaseDesk(
            Processes processes,
            ReleaseManager manager,
            Milestones milestones,
            EscrowOrders orders) {
        this.processes = processes;
        this.manager = manager;
        this.milestones = milestones;
        this.orders = orders;
    }

    @Override
    public void release(Approved milestone) {
        var plan = milestone.plan();
        var approval = milestone.approval();
        var order =
                new ReleaseOrder(
                        approval.release(),
                        milestone.hold().escrow(),
                        plan.contract(),
                        plan.id(),
                        milestone.rest());
        signal(plan.id().toString(), new WorkApproved(order, approval.approvedAt()));
    }

    @Override
    public void release(Held milestone, PartialRelease part) {
        var plan = milestone.plan();
        var order =
                new ReleaseOrder(
                        part.release(),
                        milestone.hold().escrow(),
                        plan.contract(),
                        plan.id(),
                        part.amount());
        signal(part.release().toString(), new WorkApproved(order, part.orderedAt()));
    }

    /** Payment answered. */
    void answered(EscrowId escrow, Answer answer) {
        var purpose = orders.requireLocked(escrow);
        signal(key(purpose.milestone(), answer.release()), answer);
    }

    private String key(MilestoneId id, ReleaseId release) {
        return milestones
                .find(id)
                .filter(found ->
                        found.milestone() instanceof Held held
                                && held.hold().partialRelease(release).isPresent())
                .map(_ -> release.toString())
                .orElse(id.toString());
    }

    private void signal(String key, ReleaseSignal signal) {
        processes.signal(manager, key, signal);
    }
}
