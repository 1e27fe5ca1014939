package guildhall.contract;

import guildhall.messages.contract.ContractEvents.ContractActivatedV1;
import guildhall.messages.contract.ContractEvents.ContractDraftedV1;
import guildhall.messages.contract.MilestoneEvents.MilestoneApprovedV1;
import guildhall.messages.id.ContractId;
import guildhall.messages.id.JobId;
import guildhall.messages.id.MilestoneId;
import guildhall.messages.id.ProposalId;
import guildhall.messages.job.ProposalEvents.PlannedMilestoneV1;
import guildhall.messages.job.ProposalEvents.ProposalAcceptedV1;
import guildhall.messages.money.Money;
import guildhall.messages.payment.EscrowEvents.EscrowCancelledV1;
import guildhall.messages.payment.EscrowEvents.EscrowFundedV1;
import guildhall.messages.payment.EscrowEvents.EscrowFundingFailedV1;
import guildhall.messages.payment.EscrowEvents.EscrowReleasedV1;
import guildhall.messages.payment.PaymentCommands.CancelEscrowV1;
import guildhall.messages.payment.PaymentCommands.FundEscrowV1;
import guildhall.messages.payment.PaymentCommands.ReleaseEscrowV1;
import guildhall.testkit.KafkaProbe;
import guildhall.testkit.TestCaller;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** One client, one talent and what job-service and payment-service say about their deal. */
final class Deal {
    static final Money SKETCHES = Money.of(30_000, "USD");
    static final Money LOGO = Money.of(60_000, "USD");

    final TestCaller client = TestCaller.client();
    final TestCaller talent = TestCaller.talent();
    final ProposalAcceptedV1 accepted;
    private final KafkaProbe probe;

    Deal(KafkaProbe probe) {
        this(probe, new PlannedMilestoneV1("Sketches", SKETCHES, 7));
    }

    Deal(KafkaProbe probe, PlannedMilestoneV1... milestones) {
        this.probe = probe;
        var amount =
                List.of(milestones).stream()
                        .map(PlannedMilestoneV1::amount)
                        .reduce(Money.of(0, "USD"), Money::plus);
        this.accepted =
                new ProposalAcceptedV1(
                        new ProposalId(UUID.randomUUID()),
                        new JobId(UUID.randomUUID()),
                        "A brand",
                        client.side(),
                        talent.side(),
                        amount,
                        List.of(milestones),
                        Instant.now().truncatedTo(ChronoUnit.MICROS));
    }

    static Deal inTwoSteps(KafkaProbe probe) {
        return new Deal(
                probe,
                new PlannedMilestoneV1("Sketches", SKETCHES, 7),
                new PlannedMilestoneV1("Logo", LOGO, 14));
    }

    /** The same deal, but for these. */
    ProposalAcceptedV1 accepted(ProposalId proposal, Money amount, Instant at) {
        return new ProposalAcceptedV1(
                proposal,
                accepted.jobId(),
                accepted.jobTitle(),
                accepted.client(),
                accepted.talent(),
                amount,
                accepted.milestones(),
                at);
    }

    /** The client accepts the proposal; the order for the first money. */
    FundEscrowV1 hire() {
        probe.publish(accepted);
        return order(contract(), 1);
    }

    /** Hired and funded; the order that was. */
    FundEscrowV1 start() {
        var order = hire();
        fund(order);
        awaitActive(order);
        return order;
    }

    void awaitActive(FundEscrowV1 order) {
        probe.await(ContractActivatedV1.class, m -> m.contractId().equals(order.contractId()));
    }

    ContractId contract() {
        return probe.await(
                        ContractDraftedV1.class, m -> m.proposalId().equals(accepted.proposalId()))
                .contractId();
    }

    FundEscrowV1 order(ContractId contract, int attempt) {
        return probe.await(
                FundEscrowV1.class, m -> m.contractId().equals(contract) && m.attempt() == attempt);
    }

    FundEscrowV1 order(MilestoneId milestone) {
        return probe.await(FundEscrowV1.class, m -> m.milestoneId().equals(milestone));
    }

    void fund(FundEscrowV1 o) {
        probe.publish(
                new EscrowFundedV1(
                        o.escrowId(),
                        o.attempt(),
                        o.contractId(),
                        o.milestoneId(),
                        o.payer(),
                        o.payee(),
                        o.amount(),
                        now()));
    }

    void refuse(FundEscrowV1 o, String reason) {
        probe.publish(
                new EscrowFundingFailedV1(
                        o.escrowId(),
                        o.attempt(),
                        o.contractId(),
                        o.milestoneId(),
                        o.payer(),
                        o.payee(),
                        o.amount(),
                        reason,
                        now()));
    }

    CancelEscrowV1 orderToClose(FundEscrowV1 o) {
        return probe.await(CancelEscrowV1.class, m -> m.escrowId().equals(o.escrowId()));
    }

    void close(FundEscrowV1 o, Money refunded) {
        var order = orderToClose(o);
        probe.publish(new EscrowCancelledV1(o.escrowId(), order.refundId(), refunded, now()));
    }

    ReleaseEscrowV1 release(FundEscrowV1 o) {
        return probe.await(ReleaseEscrowV1.class, m -> m.escrowId().equals(o.escrowId()));
    }

    /** Payment credits the talent, less ten percent. */
    void pay(FundEscrowV1 o, ReleaseEscrowV1 release) {
        probe.publish(released(o, release));
    }

    EscrowReleasedV1 released(FundEscrowV1 o, ReleaseEscrowV1 release) {
        var fee = Money.of(release.amount().minorUnits() / 10, "USD");
        return new EscrowReleasedV1(
                o.escrowId(),
                release.releaseId(),
                o.contractId(),
                o.milestoneId(),
                o.payer(),
                o.payee(),
                release.amount(),
                fee,
                release.amount().minus(fee),
                Money.of(0, "USD"),
                now());
    }

    MilestoneApprovedV1 approved(FundEscrowV1 o) {
        return probe.await(MilestoneApprovedV1.class, m -> m.milestoneId().equals(o.milestoneId()));
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
