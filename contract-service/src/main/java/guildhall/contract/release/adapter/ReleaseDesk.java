package guildhall.contract.release.adapter;

import guildhall.contract.agreement.Contracts;
import guildhall.contract.funding.EscrowOrders;
import guildhall.contract.milestone.Milestone.Approved;
import guildhall.contract.milestone.Releases;
import guildhall.contract.release.ReleaseOrder;
import guildhall.contract.release.ReleaseSignal;
import guildhall.contract.release.ReleaseSignal.WorkApproved;
import guildhall.messages.id.EscrowId;
import guildhall.messages.id.MilestoneId;
import guildhall.runtime.process.Processes;
import org.springframework.stereotype.Component;

/** Everything that reaches a release process from outside, always under the contract's lock. */
@Component
class ReleaseDesk implements Releases {
    private final Processes processes;
    private final ReleaseManager manager;
    private final Contracts contracts;
    private final EscrowOrders orders;

    ReleaseDesk(
            Processes processes, ReleaseManager manager, Contracts contracts, EscrowOrders orders) {
        this.processes = processes;
        this.manager = manager;
        this.contracts = contracts;
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
                        plan.amount());
        signal(plan.id(), new WorkApproved(order, approval.approvedAt()));
    }

    /** Payment answered. */
    void answered(EscrowId escrow, ReleaseSignal answer) {
        var purpose = orders.require(escrow);
        contracts.lock(purpose.contract());
        signal(purpose.milestone(), answer);
    }

    private void signal(MilestoneId milestone, ReleaseSignal signal) {
        processes.signal(manager, milestone.toString(), signal);
    }
}
