package guildhall.payment.stripe.adapter;

import static guildhall.payment.stripe.adapter.StripeCharges.unavailable;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.BalanceTransaction;
import com.stripe.model.Dispute;
import guildhall.messages.id.PaymentIntentId;
import guildhall.payment.chargeback.ChargebackReport;
import guildhall.payment.provider.ProviderUnavailableException;
import guildhall.payment.stripe.StripeDispute;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Disputes by what they do to our balance. */
@WithStripe
@Component
class StripeDisputes {
    private final StripeClient stripe;
    private final StripeReferences references;

    StripeDisputes(StripeClient stripe, StripeReferences references) {
        this.stripe = stripe;
        this.references = references;
    }

    /**
     * How a dispute stands now, whatever an event said about it that may be an old one. Empty when
     * no money has moved, and for a payment that is not ours.
     *
     * @throws ProviderUnavailableException when Stripe does not answer
     */
    Optional<ChargebackReport> report(String id) {
        try {
            var dispute = stripe.v1().disputes().retrieve(id);
            return Optional.ofNullable(dispute.getPaymentIntent())
                    .flatMap(references::ourId)
                    .flatMap(payment -> view(dispute).report(new PaymentIntentId(payment)));
        } catch (StripeException e) {
            throw unavailable("The state of a dispute", e);
        }
    }

    /** In the currency of our balance, where the money is missing. */
    private static StripeDispute view(Dispute dispute) {
        var moved = Optional.ofNullable(dispute.getBalanceTransactions()).orElse(List.of());
        var currency =
                moved.stream()
                        .map(BalanceTransaction::getCurrency)
                        .findFirst()
                        .orElse(dispute.getCurrency());
        return new StripeDispute(
                dispute.getId(),
                dispute.getReason(),
                currency,
                moved.stream().map(BalanceTransaction::getAmount).toList());
    }
}
