package guildhall.payment.subscription;

import java.time.Instant;
import java.util.Optional;

/** The states of one subscription. */
public sealed interface Subscription {
    record Absent() implements Subscription {}

    sealed interface Known extends Subscription {
        Terms terms();

        /** When the timer must come; empty when nothing is due any more. */
        Optional<Instant> wakeAt();
    }

    /** Entitled without having paid. */
    record Trialing(Terms terms, Instant endsAt) implements Known {
        @Override
        public Optional<Instant> wakeAt() {
            return Optional.of(endsAt);
        }
    }

    record Active(Terms terms, Period period) implements Known {
        @Override
        public Optional<Instant> wakeAt() {
            return Optional.of(period.end());
        }
    }

    /**
     * @param period the one that is not paid
     * @param failures how often the wallet did not cover it
     */
    record PastDue(Terms terms, Period period, int failures, Instant nextAttempt) implements Known {
        @Override
        public Optional<Instant> wakeAt() {
            return Optional.of(nextAttempt);
        }
    }

    /** Will not be renewed; benefits last. */
    record Cancelled(Terms terms, Instant endsAt) implements Known {
        @Override
        public Optional<Instant> wakeAt() {
            return Optional.of(endsAt);
        }
    }

    record Expired(Terms terms, Instant at) implements Known {
        @Override
        public Optional<Instant> wakeAt() {
            return Optional.empty();
        }
    }
}
