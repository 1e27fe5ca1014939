package guildhall.identity.session.adapter;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * {@code guildhall.identity.logins} and {@code guildhall.identity.refreshes}, by {@code outcome}. A
 * rise of {@code locked} is somebody guessing, of {@code reused} somebody with stolen tokens.
 */
@Component
class SignInMetrics {
    private final MeterRegistry meters;

    SignInMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    void count(Logins.Outcome outcome) {
        meters.counter("guildhall.identity.logins", "outcome", name(outcome)).increment();
    }

    void count(Refreshes.Outcome outcome) {
        meters.counter("guildhall.identity.refreshes", "outcome", name(outcome)).increment();
    }

    private static String name(Object outcome) {
        return outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
