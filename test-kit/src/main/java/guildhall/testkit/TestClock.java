package guildhall.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.function.UnaryOperator;
import org.springframework.context.annotation.Primary;

/**
 * A clock that stands still until a test moves it. With {@code @Import(TestClock.class)} it takes
 * the place of the application's clock and can be injected into the test. It starts at the present
 * moment, in whole microseconds, because that is what PostgreSQL keeps.
 */
@Primary
public final class TestClock extends Clock {
    private static final class Hands {
        private Instant time;

        Hands(Instant time) {
            this.time = time;
        }

        synchronized Instant read() {
            return time;
        }

        synchronized Instant move(UnaryOperator<Instant> change) {
            time = change.apply(time);
            return time;
        }
    }

    private final Hands hands;
    private final ZoneId zone;

    public TestClock() {
        this(new Hands(Instant.now().truncatedTo(ChronoUnit.MICROS)), ZoneOffset.UTC);
    }

    private TestClock(Hands hands, ZoneId zone) {
        this.hands = hands;
        this.zone = zone;
    }

    /** A clock that stands at the given instant. */
    public static TestClock at(Instant instant) {
        return new TestClock(new Hands(instant), ZoneOffset.UTC);
    }

    public void set(Instant instant) {
        hands.move(_ -> instant);
    }

    /** Moves forward and returns the new time. */
    public Instant advance(Duration step) {
        return hands.move(time -> time.plus(step));
    }

    @Override
    public Instant instant() {
        return hands.read();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /** The same hands on another dial: both move together. */
    @Override
    public Clock withZone(ZoneId other) {
        return new TestClock(hands, other);
    }
}
