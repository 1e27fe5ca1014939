package guildhall.payment.subscription;

import guildhall.messages.money.Money;
import java.time.Instant;
import java.util.UUID;

/** What happened to one subscription. */
public sealed interface SubscriptionEvent {
    Terms terms();

    Instant at();

    record TrialStarted(Terms terms, Instant endsAt, Instant at) implements SubscriptionEvent {}

    /**
     * A period was charged.
     *
     * @param wasMissed it was invoiced before, when the wallet did not cover it
     */
    record PeriodPaid(Terms terms, Period period, boolean wasMissed, Instant at)
            implements SubscriptionEvent {}

    record PaymentMissed(Terms terms, Period period, int failures, Instant nextAttempt, Instant at)
            implements SubscriptionEvent {}

    /**
     * A dearer plan counts for the rest of the period.
     *
     * @param paid the difference; may be nothing
     */
    record Upgraded(Terms terms, Period period, UUID change, Money paid, Instant at)
            implements SubscriptionEvent {}

    /** Another plan counts for the rest of the trial. */
    record TrialPlanChanged(Terms terms, Instant endsAt, Instant at) implements SubscriptionEvent {}

    /** Another plan counts from the next period, or, when it is the present one, no other does. */
    record PlanChangeScheduled(Terms terms, Period period, Instant at)
            implements SubscriptionEvent {}

    record SubscriptionCancelled(Terms terms, Instant endsAt, Instant at)
            implements SubscriptionEvent {}

    record SubscriptionExpired(Terms terms, Instant at) implements SubscriptionEvent {}

    /** Expired because nobody paid for the period. */
    record SubscriptionGivenUp(Terms terms, Period unpaid, Instant at)
            implements SubscriptionEvent {}
}
