package guildhall.payment.sandbox;

import guildhall.messages.money.Money;
import java.time.Duration;
import java.util.Optional;

/**
 * What the sandbox takes back of a captured charge.
 *
 * @param fee what it charges us for that, in minor units; nothing when zero
 * @param after how long after the request
 * @param wonAfter how long after the request it gives the money back, if it does
 */
public record ChargebackScript(long fee, Duration after, Optional<Duration> wonAfter) {
    private static final long FEE = 1_500;

    /** Empty for charges that nobody disputes; see the package for the magic ones. */
    public static Optional<ChargebackScript> of(Money amount, Duration settlesAfter) {
        var after = settlesAfter.multipliedBy(4);
        return switch ((int) (amount.minorUnits() % 100)) {
            case 71 -> Optional.of(new ChargebackScript(0, after, Optional.empty()));
            case 73 -> Optional.of(new ChargebackScript(FEE, after, Optional.empty()));
            case 79 ->
                    Optional.of(
                            new ChargebackScript(
                                    FEE, after, Optional.of(settlesAfter.multipliedBy(8))));
            default -> Optional.empty();
        };
    }
}
