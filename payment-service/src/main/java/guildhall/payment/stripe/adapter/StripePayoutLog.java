package guildhall.payment.stripe.adapter;

import guildhall.messages.id.PayoutId;
import guildhall.messages.money.Money;
import guildhall.payment.payout.PayoutProvider.Transfer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far each attempt of a payout has come at Stripe. */
interface StripePayoutLog {
    /**
     * @param transferId of the money to the connected account
     * @param stripePayoutId of the money from there to the bank
     * @param refusal Stripe's code; the money is back then
     */
    record Attempt(
            String account,
            Money amount,
            @Nullable String transferId,
            @Nullable String stripePayoutId,
            @Nullable String refusal) {}

    /** Again changes nothing. */
    void begin(Transfer transfer);

    Optional<Attempt> find(PayoutId payout, int attempt);

    void transferred(PayoutId payout, int attempt, String transferId);

    void paying(PayoutId payout, int attempt, String stripePayoutId);

    void refused(PayoutId payout, int attempt, String code);
}
