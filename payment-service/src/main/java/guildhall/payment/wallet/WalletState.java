package guildhall.payment.wallet;

import java.time.Instant;

/**
 * What a wallet may be used for. Money that is owed to its owner (a release, a refund, a top-up
 * that was already charged) arrives in every state.
 */
public sealed interface WalletState {
    record Active() implements WalletState {}

    /** Under investigation: nothing goes out and nobody tops it up. */
    record Frozen(Instant since) implements WalletState {}

    /** Was empty, and is never used again by its owner. */
    record Closed(Instant since) implements WalletState {}

    /** Whether its owner may pay from it, withdraw and top up. */
    default boolean isUsable() {
        return this instanceof Active;
    }
}
