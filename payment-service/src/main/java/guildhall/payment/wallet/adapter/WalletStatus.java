package guildhall.payment.wallet.adapter;

import guildhall.payment.wallet.WalletState;
import guildhall.payment.wallet.WalletState.Active;
import guildhall.payment.wallet.WalletState.Closed;
import guildhall.payment.wallet.WalletState.Frozen;
import java.time.Instant;

/** The state of a wallet as it is stored and shown. */
enum WalletStatus {
    ACTIVE,
    FROZEN,
    CLOSED;

    WalletState since(Instant at) {
        return switch (this) {
            case ACTIVE -> new Active();
            case FROZEN -> new Frozen(at);
            case CLOSED -> new Closed(at);
        };
    }

    static WalletStatus of(WalletState state) {
        return switch (state) {
            case Active _ -> ACTIVE;
            case Frozen _ -> FROZEN;
            case Closed _ -> CLOSED;
        };
    }
}
