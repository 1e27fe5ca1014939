package guildhall.payment.wallet;

import guildhall.messages.money.Money;
import java.time.Instant;

/** What staff asks for. */
public sealed interface WalletCommand {
    Instant at();

    record FreezeWallet(Instant at) implements WalletCommand {}

    record UnfreezeWallet(Instant at) implements WalletCommand {}

    record CloseWallet(Contents contents, Instant at) implements WalletCommand {}

    /**
     * What would be left behind.
     *
     * @param owed what the owner has to pay the platform back
     * @param openEscrows with money in them, that the owner pays into or is paid from
     * @param openPayouts that may still fail, so that their money comes back
     * @param openRefunds likewise
     */
    record Contents(
            Money available,
            Money pending,
            Money owed,
            long openEscrows,
            long openPayouts,
            long openRefunds) {
        boolean isNothing() {
            return available.isZero()
                    && pending.isZero()
                    && openEscrows == 0
                    && openPayouts == 0
                    && openRefunds == 0;
        }
    }
}
