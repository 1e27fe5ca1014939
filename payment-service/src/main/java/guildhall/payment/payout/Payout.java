package guildhall.payment.payout;

import java.time.Instant;

/** The states of one payout. */
public sealed interface Payout {
    record Absent() implements Payout {}

    sealed interface Requested extends Payout {
        PayoutOrder order();

        /** Who has let it go, and who has not, stays known to the end. */
        Review review();
    }

    /**
     * The money is in transit and the provider has nothing to do.
     *
     * @param tries how often the provider has refused for the moment
     * @param dueAt when it may be submitted, if the review allows
     */
    record Pending(PayoutOrder order, Review review, int tries, Instant dueAt)
            implements Requested {}

    /**
     * The provider is paying, or we do not know yet that it never heard of it.
     *
     * @param attempt counts the submissions, from 1
     */
    record Processing(PayoutOrder order, Review review, int attempt, Instant submittedAt)
            implements Requested {}

    /**
     * @param reference the provider's own id of the payment
     */
    record Completed(PayoutOrder order, Review review, int attempt, String reference, Instant at)
            implements Requested {}

    /** It was paid, and the bank has sent it back: the money is in the wallet again. */
    record Returned(Completed paid, String reason, Instant at) implements Requested {
        @Override
        public PayoutOrder order() {
            return paid.order();
        }

        @Override
        public Review review() {
            return paid.review();
        }
    }

    /** The money is in the wallet again. */
    record Failed(PayoutOrder order, Review review, String reason, Instant at)
            implements Requested {}

    /** The money is in the wallet again. */
    record Cancelled(PayoutOrder order, Review review, Instant at) implements Requested {}
}
