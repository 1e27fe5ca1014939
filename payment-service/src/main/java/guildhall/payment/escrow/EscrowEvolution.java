package guildhall.payment.escrow;

import guildhall.messages.id.ReleaseId;
import guildhall.messages.money.Money;
import guildhall.payment.escrow.Escrow.Absent;
import guildhall.payment.escrow.Escrow.Cancelled;
import guildhall.payment.escrow.Escrow.Pending;
import guildhall.payment.escrow.Escrow.Tombstone;
import guildhall.payment.escrow.Escrow.WithMoney;
import guildhall.payment.escrow.EscrowEvent.EscrowCancelled;
import guildhall.payment.escrow.EscrowEvent.EscrowFrozen;
import guildhall.payment.escrow.EscrowEvent.EscrowFunded;
import guildhall.payment.escrow.EscrowEvent.EscrowRefunded;
import guildhall.payment.escrow.EscrowEvent.EscrowReleased;
import guildhall.payment.escrow.EscrowEvent.EscrowUnfrozen;
import guildhall.payment.escrow.EscrowEvent.EscrowWoundUp;
import guildhall.payment.escrow.EscrowEvent.FrozenFundsSplit;
import guildhall.payment.escrow.EscrowEvent.FundingRefused;
import java.util.List;

/** What each event makes of an escrow. */
final class EscrowEvolution {

    static Escrow evolve(Escrow state, EscrowEvent event) {
        return switch (event) {
            case EscrowFunded e when isUnfunded(state) -> Escrow.of(holding(e));
            case FundingRefused e when isUnfunded(state) -> new Pending(e);
            case EscrowCancelled e when state instanceof Absent ->
                    new Tombstone(e.refund(), e.at());
            case EscrowCancelled e when state instanceof Pending(var refusal) ->
                    new Cancelled(refusal.terms(), e.refund(), e.at());
            case EscrowReleased e when state instanceof WithMoney funded ->
                    moved(funded, released(e, funded.holding()));
            case EscrowRefunded e when state instanceof WithMoney funded ->
                    moved(funded, refunded(e, funded.holding()));
            case EscrowWoundUp e when state instanceof WithMoney funded ->
                    moved(
                            funded,
                            new Movement.Cancellation(
                                    e.refund(), e.amount(), e.buyerFee(), e.at()));
            case EscrowFrozen e when state instanceof WithMoney funded -> moved(funded, frozen(e));
            case EscrowUnfrozen e when state instanceof WithMoney funded ->
                    moved(funded, unfrozen(e, funded.holding()));
            case FrozenFundsSplit e when state instanceof WithMoney funded ->
                    moved(funded, split(e));
            case EscrowFunded _,
                    FundingRefused _,
                    EscrowCancelled _,
                    EscrowReleased _,
                    EscrowRefunded _,
                    EscrowWoundUp _,
                    EscrowFrozen _,
                    EscrowUnfrozen _,
                    FrozenFundsSplit _ ->
                    throw new IllegalStateException(event + " cannot follow " + state);
        };
    }

    private static boolean isUnfunded(Escrow state) {
        return state instanceof Absent || state instanceof Pending;
    }

    private static Holding holding(EscrowFunded event) {
        return new Holding(
                event.escrow(),
                event.attempt(),
                event.terms(),
                event.pricing(),
                event.at(),
                List.of());
    }

    private static Escrow moved(WithMoney funded, Movement movement) {
        return Escrow.of(funded.holding().with(movement));
    }

    private static Movement released(EscrowReleased event, Holding before) {
        var quote = event.quote();
        return new Movement.Release(
                event.release(),
                quote.gross(),
                quote.fee(),
                event.buyerFee(),
                quote.schedule(),
                before.held().minus(quote.gross()),
                event.at());
    }

    private static Movement frozen(EscrowFrozen event) {
        var amount =
                event.recalled().stream()
                        .map(Movement.Release::gross)
                        .reduce(event.fromHeld(), Money::plus);
        return new Movement.Freeze(
                event.dispute(),
                amount,
                event.fromHeld(),
                buyerFees(event.fromHeld(), event.recalled()),
                ids(event.recalled()),
                event.at());
    }

    private static Movement unfrozen(EscrowUnfrozen event, Holding before) {
        return new Movement.Unfreeze(
                event.dispute(),
                before.frozen(),
                event.toHeld(),
                buyerFees(event.toHeld(), event.restored()),
                ids(event.restored()),
                event.at());
    }

    private static Money buyerFees(Money ofCurrency, List<Movement.Release> releases) {
        return releases.stream()
                .map(Movement.Release::buyerFee)
                .reduce(Money.zero(ofCurrency.currency()), Money::plus);
    }

    private static List<ReleaseId> ids(List<Movement.Release> releases) {
        return releases.stream().map(Movement.Release::id).toList();
    }

    private static Movement split(FrozenFundsSplit event) {
        var quote = event.quote();
        return new Movement.Split(
                event.dispute(),
                event.back().amount(),
                event.back().buyerFee(),
                new Movement.Release(
                        event.release(),
                        quote.gross(),
                        quote.fee(),
                        event.buyerFee(),
                        quote.schedule(),
                        Money.zero(quote.gross().currency()),
                        event.at()),
                event.at());
    }

    private static Movement refunded(EscrowRefunded event, Holding before) {
        return new Movement.Refund(
                event.refund(),
                event.amount(),
                event.buyerFee(),
                before.held().minus(event.amount()),
                event.at());
    }

    private EscrowEvolution() {}
}
