package guildhall.payment.payout;

import guildhall.messages.id.UserId;
import java.time.Instant;

/** What happened to one payout. */
public sealed interface PayoutEvent {
    PayoutOrder order();

    record PayoutRequested(PayoutOrder order, boolean needsReview) implements PayoutEvent {}

    record PayoutApproved(PayoutOrder order, UserId by, Instant at) implements PayoutEvent {}

    record PayoutSubmitted(PayoutOrder order, int attempt, Instant at) implements PayoutEvent {}

    /** Refused for the moment. */
    record PayoutPostponed(PayoutOrder order, int attempt, String reason, Instant until)
            implements PayoutEvent {}

    record PayoutCompleted(PayoutOrder order, String reference, Instant at)
            implements PayoutEvent {}

    /**
     * @param isDestinationRejected whether the account is to blame
     */
    record PayoutFailed(PayoutOrder order, String reason, boolean isDestinationRejected, Instant at)
            implements PayoutEvent {}

    record PayoutCancelled(PayoutOrder order, Instant at) implements PayoutEvent {}
}
