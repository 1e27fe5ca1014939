package guildhall.payment.sandbox;

import guildhall.messages.money.Money;
import java.time.Duration;
import java.util.Optional;

/**
 * What the payer does when the sandbox wants a proof of identity.
 *
 * @param after how long after the request; nothing is charged before
 */
public record PayerScript(Answer answer, Duration after) {
    private static final Duration NEVER = Duration.ofDays(36_500);

    public enum Answer {
        /** Then the charge goes on as it would have without the question. */
        PROVES,
        /** Then the sandbox cancels the charge. */
        REFUSES,
        /** The sandbox would wait for ever. */
        IS_GONE
    }

    /** Empty for charges that need no proof; see the package for the magic ones. */
    public static Optional<PayerScript> of(Money amount, Duration settlesAfter) {
        var after = settlesAfter.multipliedBy(3);
        return switch ((int) (amount.minorUnits() % 100)) {
            case 41 -> Optional.of(new PayerScript(Answer.PROVES, after));
            case 43 -> Optional.of(new PayerScript(Answer.REFUSES, after));
            case 47 -> Optional.of(new PayerScript(Answer.IS_GONE, NEVER));
            default -> Optional.empty();
        };
    }
}
