package guildhall.payment.clearing;

import java.time.Duration;
import java.time.Instant;

/** How long released money waits before its owner may spend it. */
public record SafetyWindow(Duration length) {
    public SafetyWindow {
        if (length.isNegative()) {
            throw new IllegalArgumentException("A safety window of " + length);
        }
    }

    public Instant endsFor(Instant releasedAt) {
        return releasedAt.plus(length);
    }
}
