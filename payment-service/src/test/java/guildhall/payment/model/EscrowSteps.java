package guildhall.payment.model;

import static guildhall.payment.model.World.must;
import static java.util.Objects.requireNonNull;

import guildhall.messages.id.ContractId;
import guildhall.messages.id.DisputeId;
import guildhall.messages.id.EscrowId;
import guildhall.messages.id.MilestoneId;
import guildhall.messages.id.RefundId;
import guildhall.messages.id.ReleaseId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Side;
import guildhall.messages.payment.FeeTerms;
import guildhall.messages.payment.PaymentCommands;
import guildhall.messages.payment.PaymentCommands.CancelEscrowV1;
import guildhall.messages.payment.PaymentCommands.FreezeEscrowV1;
import guildhall.messages.payment.PaymentCommands.FundEscrowV1;
import guildhall.messages.payment.PaymentCommands.RefundEscrowV1;
import guildhall.messages.payment.PaymentCommands.ReleaseEscrowV1;
import guildhall.messages.payment.PaymentCommands.ReturnFrozenFundsV1;
import guildhall.messages.payment.PaymentCommands.SplitFrozenFundsV1;
import guildhall.messages.payment.PaymentCommands.UnfreezeEscrowV1;
import guildhall.messages.payment.TeamShare;
import guildhall.payment.escrow.EscrowAnswer;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Commands to escrows, as many as a batch of messages may contain. */
record EscrowSteps(List<PaymentCommands> commands, List<Deal> deals, Instant at) implements Step {

    /** What a funding is about. */
    record Deal(Side payer, Side payee, long amount, Prices.Tariff tariff, List<TeamShare> team) {
        String pair() {
            return payer.party() + " " + payee.party();
        }

        List<Prices.Share> shares() {
            return team.stream()
                    .map(share -> new Prices.Share(share.member().party(), share.basisPoints()))
                    .toList();
        }

        FundEscrowV1 fund(EscrowId escrow, int attempt) {
            return new FundEscrowV1(
                    escrow,
                    attempt,
                    new ContractId(escrow.value()),
                    new MilestoneId(escrow.value()),
                    "Logo",
                    payer,
                    payee,
                    Money.of(amount, "USD"),
                    new FeeTerms(tariff.kind(), null, tariff.level(), null),
                    team.isEmpty() ? null : team);
        }
    }

    @Override
    public Answer send(Service service) {
        return new Answer(true, service.escrows().handle(commands, at));
    }

    @Override
    public void book(World world, Answer answer) {
        for (int i = 0; i < commands.size(); i++) {
            if (isYes((EscrowAnswer) answer.events().get(i))) {
                book(world, commands.get(i));
            }
        }
    }

    private static boolean isYes(EscrowAnswer answer) {
        return switch (answer) {
            case EscrowAnswer.Funded _,
                    EscrowAnswer.Released _,
                    EscrowAnswer.Refunded _,
                    EscrowAnswer.Cancelled _,
                    EscrowAnswer.WoundUp _,
                    EscrowAnswer.Frozen _,
                    EscrowAnswer.Unfrozen _,
                    EscrowAnswer.Split _ ->
                    true;
            case EscrowAnswer.FundingFailed _,
                    EscrowAnswer.ReleaseRejected _,
                    EscrowAnswer.RefundRejected _,
                    EscrowAnswer.CancelRejected _,
                    EscrowAnswer.FreezeRejected _,
                    EscrowAnswer.OutcomeRejected _ ->
                    false;
        };
    }

    private void book(World world, PaymentCommands command) {
        var id = command.escrowId().value();
        var escrow = world.escrows.get(id);
        switch (command) {
            case FundEscrowV1 fund -> fund(world, fund);
            case CancelEscrowV1 _ when escrow == null -> world.cancelledUnfunded.add(id);
            case CancelEscrowV1 _ -> requireNonNull(escrow).cancel();
            case ReleaseEscrowV1(_, var release, var amount) ->
                    requireNonNull(escrow).release(release.value(), amount.minorUnits());
            case RefundEscrowV1(_, var refund, var amount, _) ->
                    requireNonNull(escrow).refund(refund.value(), amount.minorUnits());
            case FreezeEscrowV1(_, var dispute) -> requireNonNull(escrow).freeze(dispute.value());
            case UnfreezeEscrowV1(_, var dispute) ->
                    requireNonNull(escrow).unfreeze(dispute.value());
            case ReturnFrozenFundsV1(_, var dispute) ->
                    requireNonNull(escrow).returnToWork(dispute.value());
            case SplitFrozenFundsV1(_, var dispute, var release, var toClient, var toTalent) ->
                    requireNonNull(escrow)
                            .split(
                                    dispute.value(),
                                    release.value(),
                                    toClient.minorUnits(),
                                    toTalent.minorUnits());
        }
    }

    private void fund(World world, FundEscrowV1 fund) {
        var id = fund.escrowId().value();
        must(!world.cancelledUnfunded.contains(id), fund);
        var deal =
                deals.stream()
                        .filter(it -> it.fund(fund.escrowId(), fund.attempt()).equals(fund))
                        .findFirst()
                        .orElseThrow();
        var known = world.escrows.get(id);
        if (known == null) {
            world.escrows.put(id, new EscrowState(world, id, deal));
        } else {
            must(known.deal.equals(deal) && !known.isCancelled(), fund);
        }
    }

    /** What an escrow was released for changes the price of the pair's next release. */
    @Override
    public Set<String> alone() {
        var touched = new HashSet<String>();
        commands.forEach(command -> touched.add("escrow " + command.escrowId()));
        deals.forEach(deal -> touched.add("pair " + deal.pair()));
        return touched;
    }

    @Override
    public Set<String> together() {
        var touched = new HashSet<String>();
        touched.add("holds");
        deals.forEach(deal -> touched.add("wallet " + deal.payer().party()));
        return touched;
    }

    @Override
    public boolean isBatch() {
        return true;
    }

    /** For people who read about a failure. */
    @Override
    public String toString() {
        return commands.stream().map(Object::toString).collect(Collectors.joining("\n  + "));
    }

    static ReleaseEscrowV1 release(EscrowId escrow, ReleaseId release, long amount) {
        return new ReleaseEscrowV1(escrow, release, Money.of(amount, "USD"));
    }

    static RefundEscrowV1 refund(EscrowId escrow, RefundId refund, long amount) {
        return new RefundEscrowV1(escrow, refund, Money.of(amount, "USD"), "Agreed");
    }

    static SplitFrozenFundsV1 split(
            EscrowId escrow, DisputeId dispute, ReleaseId release, long toPayer, long toPayee) {
        return new SplitFrozenFundsV1(
                escrow, dispute, release, Money.of(toPayer, "USD"), Money.of(toPayee, "USD"));
    }
}
