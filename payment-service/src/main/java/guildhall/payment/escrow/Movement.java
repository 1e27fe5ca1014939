package guildhall.payment.escrow;

import guildhall.messages.id.RefundId;
import guildhall.messages.id.ReleaseId;
import guildhall.messages.money.Money;
import java.time.Instant;

/** Money that left a funded escrow. */
public sealed interface Movement {
    /** What was left in the escrow afterwards. */
    Money stillHeld();

    Instant at();

    /**
     * @param schedule version of the fee schedule that priced it
     */
    record Release(
            ReleaseId id, Money gross, Money fee, String schedule, Money stillHeld, Instant at)
            implements Movement {
        public Money net() {
            return gross.minus(fee);
        }
    }

    record Refund(RefundId id, Money amount, Money stillHeld, Instant at) implements Movement {}

    /**
     * The escrow was closed for good.
     *
     * @param amount what was held until then; zero when everything had left before
     */
    record Cancellation(RefundId id, Money amount, Instant at) implements Movement {
        @Override
        public Money stillHeld() {
            return Money.zero(amount.currency());
        }
    }
}
