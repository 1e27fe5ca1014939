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
     * @param openEscrows with money in them, that the owner pays into or is paid from
     */
    record Contents(Money available, Money pending, long openEscrows) {
        boolean isNothing() {
            return available.isZero() && pending.isZero() && openEscrows == 0;
        }
    }
}
