package guildhall.payment.payout;

import guildhall.messages.id.PayoutId;
import guildhall.messages.money.Money;
import guildhall.payment.approval.Ruling;
import guildhall.payment.payoutaccount.PayoutAccount;
import java.time.Instant;

public sealed interface PayoutCommand {
    PayoutId payout();

    /**
     * @param account where it shall go
     * @param means what the owner has at this moment
     */
    record RequestPayout(PayoutOrder order, PayoutAccount account, Means means)
            implements PayoutCommand {
        @Override
        public PayoutId payout() {
            return order.id();
        }
    }

    /**
     * @param available what is in the wallet
     * @param owesUs whether the party has a debt to the platform
     * @param isFrozen whether nothing may leave the wallet
     * @param leftToday of the daily limit
     */
    record Means(Money available, boolean owesUs, boolean isFrozen, Money leftToday) {}

    record ApprovePayout(PayoutId payout, Ruling ruling) implements PayoutCommand {}

    /** The review says no. */
    record DeclinePayout(PayoutId payout, Ruling ruling) implements PayoutCommand {}

    record CancelPayout(PayoutId payout, Instant at) implements PayoutCommand {}

    /** To the provider, the next attempt. */
    record SubmitPayout(PayoutId payout, Instant at) implements PayoutCommand {}

    record ConfirmPaid(PayoutId payout, int attempt, String reference, Money net, Instant at)
            implements PayoutCommand {}

    record ConfirmRefused(PayoutId payout, int attempt, String reason, RefusalKind kind, Instant at)
            implements PayoutCommand {}

    /**
     * It was paid, and the bank has sent it back.
     *
     * @param reference of the payment
     * @param net what came back
     */
    record ConfirmReturned(
            PayoutId payout, int attempt, String reference, Money net, String reason, Instant at)
            implements PayoutCommand {}
}
