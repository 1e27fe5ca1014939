package guildhall.payment.sandbox;

import guildhall.messages.money.Money;
import java.time.Duration;
import java.util.Optional;

/**
 * When the bank sends back what the sandbox has paid out.
 *
 * @param after how long after the request; told then, and again after twice that
 */
public record ReturnScript(Duration after) {

    /** Empty for payouts that stay paid; see the package for the magic ones. */
    public static Optional<ReturnScript> of(Money amount, Duration settlesAfter) {
        return switch ((int) (amount.minorUnits() % 100)) {
            case 41 -> Optional.of(new ReturnScript(settlesAfter.multipliedBy(4)));
            case 43 -> Optional.of(new ReturnScript(settlesAfter));
            default -> Optional.empty();
        };
    }
}
