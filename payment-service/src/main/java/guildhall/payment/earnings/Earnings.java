package guildhall.payment.earnings;

import guildhall.messages.money.Money;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one milestone, task or asset has paid so far in one currency.
 *
 * @param gross what the client paid, for a task what its credits were worth
 * @param fee what the platform kept
 * @param net what the talent got
 * @param releases how many payments that were
 * @param recordedAt how fresh this is: when the last of them was recorded
 */
record Earnings(
        Kind kind,
        UUID subject,
        @Nullable UUID contract,
        Money gross,
        Money fee,
        Money net,
        long releases,
        Instant lastReleasedAt,
        Instant recordedAt) {
    enum Kind {
        MILESTONE,
        TASK,
        ASSET
    }
}
