package guildhall.payment.escrow.adapter;

import guildhall.messages.id.EscrowId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.payment.escrow.Escrow;
import guildhall.payment.escrow.Escrow.Absent;
import guildhall.payment.escrow.Escrow.Cancelled;
import guildhall.payment.escrow.Escrow.Pending;
import guildhall.payment.escrow.Escrow.Tombstone;
import guildhall.payment.escrow.Escrow.WithMoney;
import guildhall.payment.escrow.FundingTerms;
import guildhall.payment.escrow.Movement;
import guildhall.payment.escrow.TeamSplit;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** An escrow as its parties see it. */
record EscrowView(
        UUID id,
        UUID contractId,
        UUID milestoneId,
        String title,
        EscrowStatus status,
        Party payer,
        Party payee,
        @Schema(description = "What was agreed to be locked") Money amount,
        @Schema(description = "What the payer paid on top when it was funded") Money buyerFee,
        @Schema(description = "Who shares what the payee earns; empty: nobody")
                List<ShareView> team,
        @Schema(description = "What is locked now") Money held,
        @Schema(description = "What a dispute is about") Money frozen,
        @Schema(description = "What went to the payee, fees included") Money released,
        @Schema(description = "What went back to the payer") Money refunded,
        @Schema(description = "What happened to the money, oldest first")
                List<MovementView> movements) {

    /** Empty when nobody ever agreed on anything, so that there are no parties to show it to. */
    static Optional<EscrowView> of(EscrowId id, Escrow escrow) {
        return switch (escrow) {
            case WithMoney funded -> Optional.of(funded(id, funded));
            case Pending(var refusal) -> Optional.of(unfunded(id, escrow, refusal.terms()));
            case Cancelled(var terms, _, _) -> Optional.of(unfunded(id, escrow, terms));
            case Tombstone _, Absent _ -> Optional.empty();
        };
    }

    private static EscrowView funded(EscrowId id, WithMoney funded) {
        var holding = funded.holding();
        return of(
                id,
                funded,
                holding.terms(),
                new Amounts(
                        holding.pricing().buyerFee(),
                        holding.held(),
                        holding.frozen(),
                        holding.released(),
                        holding.refunded()),
                holding.movements().stream().map(MovementView::of).toList());
    }

    private static EscrowView unfunded(EscrowId id, Escrow escrow, FundingTerms terms) {
        var nothing = Money.zero(terms.amount().currency());
        return of(
                id,
                escrow,
                terms,
                new Amounts(nothing, nothing, nothing, nothing, nothing),
                List.of());
    }

    private record Amounts(
            Money buyerFee, Money held, Money frozen, Money released, Money refunded) {}

    private static EscrowView of(
            EscrowId id,
            Escrow escrow,
            FundingTerms terms,
            Amounts amounts,
            List<MovementView> movements) {
        return new EscrowView(
                id.value(),
                terms.contract().value(),
                terms.milestone().value(),
                terms.title(),
                EscrowStatus.of(escrow),
                terms.payer().party(),
                terms.payee().party(),
                terms.amount(),
                amounts.buyerFee(),
                terms.team().shares().stream().map(ShareView::of).toList(),
                amounts.held(),
                amounts.frozen(),
                amounts.released(),
                amounts.refunded(),
                movements);
    }

    record ShareView(Party member, int basisPoints) {
        static ShareView of(TeamSplit.Share share) {
            return new ShareView(share.member().party(), share.basisPoints());
        }
    }

    enum Kind {
        RELEASE,
        REFUND,
        CANCELLATION,
        FREEZE,
        UNFREEZE,
        SPLIT
    }

    /**
     * @param id of the release, refund or dispute
     * @param net what its recipients got, not counting the buyer fee
     * @param buyerFee the part of it that was earned or given back
     */
    record MovementView(
            Kind kind,
            UUID id,
            Money amount,
            Money fee,
            Money net,
            Money buyerFee,
            Money stillHeld,
            Instant at) {
        static MovementView of(Movement movement) {
            return switch (movement) {
                case Movement.Release release ->
                        new MovementView(
                                Kind.RELEASE,
                                release.id().value(),
                                release.gross(),
                                release.fee(),
                                release.net(),
                                release.buyerFee(),
                                release.stillHeld(),
                                release.at());
                case Movement.Refund refund ->
                        withoutFee(
                                Kind.REFUND,
                                refund.id().value(),
                                refund.amount(),
                                refund.buyerFee(),
                                refund);
                case Movement.Cancellation cancelled ->
                        withoutFee(
                                Kind.CANCELLATION,
                                cancelled.id().value(),
                                cancelled.amount(),
                                cancelled.buyerFee(),
                                cancelled);
                case Movement.Freeze freeze ->
                        withoutFee(
                                Kind.FREEZE,
                                freeze.id().value(),
                                freeze.amount(),
                                freeze.buyerFee(),
                                freeze);
                case Movement.Unfreeze unfreeze ->
                        withoutFee(
                                Kind.UNFREEZE,
                                unfreeze.id().value(),
                                unfreeze.amount(),
                                unfreeze.buyerFee(),
                                unfreeze);
                case Movement.Split split -> split(split);
            };
        }

        private static MovementView split(Movement.Split split) {
            var fee = split.toPayee().fee();
            return new MovementView(
                    Kind.SPLIT,
                    split.id().value(),
                    split.amount(),
                    fee,
                    split.amount().minus(fee),
                    split.buyerFee().plus(split.toPayee().buyerFee()),
                    split.stillHeld(),
                    split.at());
        }

        private static MovementView withoutFee(
                Kind kind, UUID id, Money amount, Money buyerFee, Movement movement) {
            var free = Money.zero(amount.currency());
            return new MovementView(
                    kind, id, amount, free, amount, buyerFee, movement.stillHeld(), movement.at());
        }
    }
}
