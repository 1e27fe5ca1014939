package guildhall.contract.release.adapter;

import guildhall.contract.agreement.Contracts;
import guildhall.contract.milestone.MilestoneCommand.ConfirmPayment;
import guildhall.contract.milestone.Milestones;
import guildhall.contract.milestone.Payment;
import guildhall.contract.milestone.Settlement;
import guildhall.contract.release.ReleaseEffect;
import guildhall.contract.release.ReleaseEffect.ConfirmPaid;
import guildhall.contract.release.ReleaseEffect.ReleaseEscrow;
import guildhall.contract.release.ReleaseOrder;
import guildhall.messages.payment.PaymentCommands.ReleaseEscrowV1;
import guildhall.runtime.outbox.Outbox;
import org.springframework.stereotype.Component;

/** What the release process wants done, in the transaction of its step. */
@Component
class ReleaseEffects {
    private final Contracts contracts;
    private final Milestones milestones;
    private final Settlement settlement;
    private final Outbox outbox;

    ReleaseEffects(Contracts contracts, Milestones milestones, Outbox outbox) {
        this.contracts = contracts;
        this.milestones = milestones;
        this.settlement = new Settlement(contracts, milestones);
        this.outbox = outbox;
    }

    void perform(ReleaseEffect effect) {
        switch (effect) {
            case ReleaseEscrow(var order) ->
                    outbox.add(
                            new ReleaseEscrowV1(order.escrow(), order.release(), order.amount()));
            case ConfirmPaid(var order, var payment) -> confirm(order, payment);
        }
    }

    private void confirm(ReleaseOrder order, Payment payment) {
        var contract = contracts.lock(order.contract()).orElseThrow();
        milestones.record(
                new ConfirmPayment(order.milestone(), order.release(), payment), contract);
        settlement.settle(contract, payment.paidAt());
    }
}
