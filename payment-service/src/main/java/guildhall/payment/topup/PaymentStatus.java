package guildhall.payment.topup;

import guildhall.payment.topup.PaymentIntent.Abandoned;
import guildhall.payment.topup.PaymentIntent.ActionRequired;
import guildhall.payment.topup.PaymentIntent.Cancelled;
import guildhall.payment.topup.PaymentIntent.Created;
import guildhall.payment.topup.PaymentIntent.Declined;
import guildhall.payment.topup.PaymentIntent.Processing;
import guildhall.payment.topup.PaymentIntent.Requested;
import guildhall.payment.topup.PaymentIntent.Succeeded;
import java.util.Optional;

/** The state of a payment as it is shown. */
public enum PaymentStatus {
    CREATED,
    /** The provider waits for the payer. */
    REQUIRES_ACTION,
    PROCESSING,
    SUCCEEDED,
    FAILED,
    CANCELLED;

    public static PaymentStatus of(Requested intent) {
        return switch (intent) {
            case Created _ -> CREATED;
            case ActionRequired _ -> REQUIRES_ACTION;
            case Processing _ -> PROCESSING;
            case Succeeded _ -> SUCCEEDED;
            case Declined _, Abandoned _ -> FAILED;
            case Cancelled _ -> CANCELLED;
        };
    }

    /** Why a payment failed; empty unless it did. */
    public static Optional<String> failure(Requested intent) {
        return switch (intent) {
            case Declined(_, _, var reason, _) -> Optional.of(reason);
            case Abandoned _ -> Optional.of(Abandoned.REASON);
            case Created _, ActionRequired _, Processing _, Succeeded _, Cancelled _ ->
                    Optional.empty();
        };
    }

    /** Who cancelled a payment; empty unless somebody did. */
    public static Optional<Cancellation> cancellation(Requested intent) {
        return intent instanceof Cancelled cancelled
                ? Optional.of(cancelled.by())
                : Optional.empty();
    }
}
