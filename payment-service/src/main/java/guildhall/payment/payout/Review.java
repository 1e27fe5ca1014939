package guildhall.payment.payout;

import guildhall.messages.id.UserId;
import java.time.Instant;

/** Whether somebody of finance has to agree, or has agreed. */
public sealed interface Review {
    record NotNeeded() implements Review {}

    record Awaited() implements Review {}

    record ApprovedBy(UserId user, Instant at) implements Review {}
}
