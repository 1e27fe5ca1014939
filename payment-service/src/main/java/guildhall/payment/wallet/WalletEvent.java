package guildhall.payment.wallet;

import java.time.Instant;

public sealed interface WalletEvent {
    record WalletFrozen(Instant at) implements WalletEvent {}

    record WalletUnfrozen(Instant at) implements WalletEvent {}

    record WalletClosed(Instant at) implements WalletEvent {}
}
