package guildhall.payment.topup;

import java.time.Instant;

public sealed interface TopUpEvent {
    TopUp topUp();

    record TopUpRequested(TopUp topUp) implements TopUpEvent {}

    record PayerAsked(TopUp topUp, String reference, Instant at) implements TopUpEvent {}

    record ChargeStarted(TopUp topUp, String reference) implements TopUpEvent {}

    record TopUpSucceeded(TopUp topUp, String reference, Instant at) implements TopUpEvent {}

    record TopUpDeclined(TopUp topUp, String reference, String reason, Instant at)
            implements TopUpEvent {}

    record TopUpCancelled(TopUp topUp, Cancellation by, Instant at) implements TopUpEvent {}

    record TopUpAbandoned(TopUp topUp, Instant at) implements TopUpEvent {}
}
