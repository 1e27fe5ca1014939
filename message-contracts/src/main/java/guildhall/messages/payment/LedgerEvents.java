package guildhall.messages.payment;

import guildhall.messages.Message;
import guildhall.messages.MessageType;
import guildhall.messages.Topic;
import java.math.BigInteger;
import java.time.Instant;

/** Facts about the books as a whole. The key is the name of the check. */
@Topic("payment.ledger.events")
public sealed interface LedgerEvents extends Message {
    String check();

    @Override
    default String key() {
        return check();
    }

    /**
     * The books do not add up. Sent when a check begins to fail, when its difference changes, and
     * once a day while it goes on.
     *
     * @param check BALANCES, TRIAL_BALANCE, ESCROWS, WALLETS, CREDITS, NEGATIVE_BALANCES,
     *     UNSEALED_JOURNALS or HASH_CHAIN
     * @param difference in minor units, signs ignored; of unsealed journals their number, of the
     *     hash chain the broken position
     */
    @MessageType("payment.ledger-imbalance-detected.v1")
    record LedgerImbalanceDetectedV1(String check, BigInteger difference, Instant detectedAt)
            implements LedgerEvents {}
}
