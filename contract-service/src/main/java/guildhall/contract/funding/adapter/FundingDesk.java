package guildhall.contract.funding.adapter;

import guildhall.contract.agreement.Agreement;
import guildhall.contract.agreement.CancellationReason;
import guildhall.contract.agreement.Contracts;
import guildhall.contract.funding.EscrowOrder;
import guildhall.contract.funding.EscrowOrders;
import guildhall.contract.funding.EscrowOrders.Purpose;
import guildhall.contract.funding.FundingSignal;
import guildhall.contract.funding.FundingSignal.*;
import guildhall.contract.milestone.Escrows;
import guildhall.contract.milestone.Milestone.AwaitingFunding;
import guildhall.contract.team.Teams;
import guildhall.messages.id.EscrowId;
import guildhall.messages.id.MilestoneId;
import guildhall.messages.id.RefundId;
import guildhall.runtime.id.Ids;
import guildhall.runtime.process.Processes;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Everything that reaches a funding process from outside, always under the contract's lock. */
@Component
class FundingDesk implements Escrows {
    private final Processes processes;
    private final FundingManager manager;
    private final Teams teams;
    private final EscrowOrders orders;
    private final Contracts contracts;

    FundingDesk(
            Processes processes,
            FundingManager manager,
            Teams teams,
            EscrowOrders orders,
            Contracts contracts) {
        this.processes = processes;
        this.manager = manager;
        this.teams = teams;
        this.orders = orders;
        this.contracts = contracts;
    }

    @Override
    public void order(AwaitingFunding milestone, Agreement agreement, Instant at) {
        var plan = milestone.plan();
        orders.remember(milestone.escrow(), new Purpose(plan.contract(), plan.id()), at);
        var order =
                new EscrowOrder(
                        milestone.escrow(),
                        new RefundId(Ids.next()),
                        plan.contract(),
                        plan.id(),
                        plan.title(),
                        agreement.client(),
                        agreement.talent(),
                        plan.amount(),
                        teams.of(plan.contract()).members());
        signal(plan.id(), new FundingRequested(order, milestone.fundBefore(), at));
    }

    @Override
    public void close(MilestoneId milestone, CancellationReason reason, Instant at) {
        signal(milestone, new CancellationRequested(reason, at));
    }

    /** Payment answered. */
    void answered(EscrowId escrow, FundingSignal answer) {
        var purpose = orders.require(escrow);
        contracts.lock(purpose.contract());
        signal(purpose.milestone(), answer);
    }

    private void signal(MilestoneId milestone, FundingSignal signal) {
        processes.signal(manager, milestone.toString(), signal);
    }
}
