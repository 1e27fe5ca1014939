package guildhall.payment.wallet;

import static guildhall.runtime.decide.Decision.accept;
import static guildhall.runtime.decide.Decision.reject;

import guildhall.payment.wallet.WalletCommand.CloseWallet;
import guildhall.payment.wallet.WalletCommand.FreezeWallet;
import guildhall.payment.wallet.WalletCommand.UnfreezeWallet;
import guildhall.payment.wallet.WalletEvent.WalletClosed;
import guildhall.payment.wallet.WalletEvent.WalletFrozen;
import guildhall.payment.wallet.WalletEvent.WalletUnfrozen;
import guildhall.payment.wallet.WalletRejection.AlreadyClosed;
import guildhall.payment.wallet.WalletRejection.InDebt;
import guildhall.payment.wallet.WalletRejection.NotEmpty;
import guildhall.payment.wallet.WalletRejection.NotFrozen;
import guildhall.payment.wallet.WalletState.Active;
import guildhall.payment.wallet.WalletState.Closed;
import guildhall.payment.wallet.WalletState.Frozen;
import guildhall.runtime.decide.Decider;
import guildhall.runtime.decide.Decision;

/** ACTIVE and FROZEN, to and fro; from FROZEN to CLOSED, for good. */
public final class WalletDecider
        implements Decider<WalletCommand, WalletState, WalletEvent, WalletRejection> {

    @Override
    public WalletState initial() {
        return new Active();
    }

    @Override
    public Decision<WalletEvent, WalletRejection> decide(WalletCommand command, WalletState state) {
        return switch (command) {
            case FreezeWallet freeze -> freeze(freeze, state);
            case UnfreezeWallet unfreeze -> unfreeze(unfreeze, state);
            case CloseWallet close -> close(close, state);
        };
    }

    private static Decision<WalletEvent, WalletRejection> freeze(
            FreezeWallet freeze, WalletState state) {
        return switch (state) {
            case Active _ -> accept(new WalletFrozen(freeze.at()));
            case Frozen _ -> accept();
            case Closed _ -> reject(new AlreadyClosed());
        };
    }

    private static Decision<WalletEvent, WalletRejection> unfreeze(
            UnfreezeWallet unfreeze, WalletState state) {
        return switch (state) {
            case Active _ -> accept();
            case Frozen _ -> accept(new WalletUnfrozen(unfreeze.at()));
            case Closed _ -> reject(new AlreadyClosed());
        };
    }

    private static Decision<WalletEvent, WalletRejection> close(
            CloseWallet close, WalletState state) {
        return switch (state) {
            case Active _ -> reject(new NotFrozen());
            case Frozen _ when !close.contents().owed().isZero() ->
                    reject(new InDebt(close.contents().owed()));
            case Frozen _ when close.contents().isNothing() -> accept(new WalletClosed(close.at()));
            case Frozen _ -> reject(new NotEmpty(close.contents()));
            case Closed _ -> accept();
        };
    }

    @Override
    public WalletState evolve(WalletState state, WalletEvent event) {
        return switch (event) {
            case WalletFrozen(var at) when state instanceof Active -> new Frozen(at);
            case WalletUnfrozen _ when state instanceof Frozen -> new Active();
            case WalletClosed(var at) when state instanceof Frozen -> new Closed(at);
            case WalletFrozen _, WalletUnfrozen _, WalletClosed _ ->
                    throw new IllegalStateException(event + " cannot follow " + state);
        };
    }
}
