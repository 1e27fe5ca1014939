package guildhall.contract.release.adapter;

import guildhall.contract.agreement.Contracts;
import guildhall.contract.funding.EscrowOrders;
import guildhall.contract.funding.EscrowOrders.Purpose;
import guildhall.contract.milestone.Milestone.Approved;
import guildhall.contract.milestone.Milestone.Held;
import guildhall.contract.milestone.Milestones;
import guildhall.contract.milestone.PartialRelease;
import guildhall.contract.milestone.Releases;
import guildhall.contract.release.ReleaseOrder;
import guildhall.contract.release.ReleaseSignal.Answer;
import guildhall.contract.release.ReleaseSignal.WorkApproved;
import guildhall.messages.id.EscrowId;
import guildhall.runtime.process.Processes;
import java.util.List;
import org.springframework.stereotype.Component;

/** Everything that reaches a release process from outside, always under the contract's lock. */
@Component
class ReleaseDesk implements Releases {
    private final Processes processes;
    private final ReleaseManager manager;
    private final Milestones milestones;
    private final EscrowOrders orders;
    private final Contracts contracts;

    ReleaseDesk(
            Processes processes,
            ReleaseManager manager,
            Milestones milestones,
            EscrowOrders orders,
            Contracts contracts) {
        this.processes = processes;
        this.manager = manager;
        this.milestones = milestones;
        this.orders = orders;
        this.contracts = contracts;
    }

    /** What payment said about a release from an escrow. */
    record PaymentAnswer(EscrowId escrow, Answer answer) {}

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
        processes.begin(
                manager, plan.id().toString(), new WorkApproved(order, approval.approvedAt()));
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
        processes.begin(
                manager, part.release().toString(), new WorkApproved(order, part.orderedAt()));
    }

    /** Locks and reads at once what these answers are about. */
    void expect(List<PaymentAnswer> answers) {
        orders.readAhead(answers.stream().map(PaymentAnswer::escrow).toList());
        var purposes = answers.stream().map(answer -> orders.require(answer.escrow())).toList();
        contracts.lock(purposes.stream().map(Purpose::contract).toList());
        milestones.readAhead(purposes.stream().map(Purpose::milestone).toList());
        processes.lock(manager, answers.stream().map(this::key).toList());
    }

    /** Payment answered. */
    void answered(PaymentAnswer answer) {
        contracts.lock(orders.require(answer.escrow()).contract());
        processes.signal(manager, key(answer), answer.answer());
    }

    private String key(PaymentAnswer answer) {
        var id = orders.require(answer.escrow()).milestone();
        var release = answer.answer().release();
        return milestones
                .find(id)
                .filter(found ->
                        found.milestone() instanceof Held held
                                && held.hold().partialRelease(release).isPresent())
                .map(_ -> release.toString())
                .orElse(id.toString());
    }
}
