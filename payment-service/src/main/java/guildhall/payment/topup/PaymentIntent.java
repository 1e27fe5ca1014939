package guildhall.payment.topup;

import java.time.Instant;

/** The states of one top-up. */
public sealed interface PaymentIntent {
    record Absent() implements PaymentIntent {}

    sealed interface Requested extends PaymentIntent {
        TopUp topUp();
    }

    /** The provider may or may not have heard of it. */
    record Created(TopUp topUp) implements Requested {}

    /**
     * The provider charges nothing until the payer has done something: named a card, or proved who
     * they are.
     *
     * @param reference the provider's own id of the charge
     */
    record ActionRequired(TopUp topUp, String reference) implements Requested {}

    /**
     * @param reference the provider's own id of the charge
     */
    record Processing(TopUp topUp, String reference) implements Requested {}

    record Succeeded(TopUp topUp, String reference, Instant at) implements Requested {}

    record Declined(TopUp topUp, String reference, String reason, Instant at)
            implements Requested {}

    /** The provider could not be reached in time. */
    record Abandoned(TopUp topUp, Instant at) implements Requested {
        /** Stands where others have the provider's reason. */
        public static final String REASON = "PROVIDER_UNREACHABLE";
    }

    /** Ended before anything was charged. */
    record Cancelled(TopUp topUp, Cancellation by, Instant at) implements Requested {}
}
