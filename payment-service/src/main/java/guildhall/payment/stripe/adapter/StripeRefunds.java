package guildhall.payment.stripe.adapter;

import static guildhall.payment.stripe.adapter.StripeCharges.OUR_ID;
import static guildhall.payment.stripe.adapter.StripeCharges.unavailable;

import com.stripe.StripeClient;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Refund;
import com.stripe.net.RequestOptions;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import guildhall.messages.id.CardRefundId;
import guildhall.messages.money.Money;
import guildhall.payment.provider.ProviderUnavailableException;
import guildhall.payment.refund.RefundProvider;
import guildhall.payment.refund.RefundReport;
import guildhall.payment.refund.RefundReport.RefundRefused;
import guildhall.payment.stripe.StripeMoney;
import guildhall.payment.stripe.StripeRefund;
import guildhall.payment.stripe.StripeRefusal;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Refunds of PaymentIntents. */
@WithStripe
@Component
class StripeRefunds implements RefundProvider {
    private static final long MOST_OF_A_CHARGE = 100;

    private final StripeClient stripe;
    private final StripeReferences references;
    private final StripeRefusals refusals;

    StripeRefunds(StripeClient stripe, StripeReferences references, StripeRefusals refusals) {
        this.stripe = stripe;
        this.references = references;
        this.refusals = refusals;
    }

    @Override
    public String provider() {
        return StripeConfiguration.PROVIDER;
    }

    /** What Stripe refuses at once is noted, and told when somebody asks. */
    @Override
    public String submit(CardRefundId refund, Charge charge, Money amount) {
        try {
            var there = find(refund, charge).orElse(null);
            var made = there == null ? create(refund, charge, amount) : there;
            references.remember(refund.value(), made.getId());
            return made.getId();
        } catch (InvalidRequestException e) {
            var code = Optional.ofNullable(e.getCode()).orElse("could_not_process");
            refusals.note(refund.value(), code);
            return refund.toString();
        } catch (StripeException e) {
            throw unavailable("A refund", e);
        }
    }

    /** Made before, but the answer was lost: an idempotency key is not remembered for ever. */
    private Optional<Refund> find(CardRefundId refund, Charge charge) throws StripeException {
        var ofCharge =
                RefundListParams.builder()
                        .setPaymentIntent(charge.reference())
                        .setLimit(MOST_OF_A_CHARGE)
                        .build();
        return stripe.v1().refunds().list(ofCharge).getData().stream()
                .filter(one -> refund.toString().equals(ourId(one)))
                .findFirst();
    }

    private static String ourId(Refund refund) {
        return Optional.ofNullable(refund.getMetadata())
                .map(metadata -> metadata.get(OUR_ID))
                .orElse("");
    }

    private Refund create(CardRefundId refund, Charge charge, Money amount) throws StripeException {
        var params =
                RefundCreateParams.builder()
                        .setPaymentIntent(charge.reference())
                        .setAmount(StripeMoney.amount(amount))
                        .putMetadata(OUR_ID, refund.toString())
                        .build();
        var options = RequestOptions.builder().setIdempotencyKey(refund.toString()).build();
        return stripe.v1().refunds().create(params, options);
    }

    @Override
    public Optional<RefundReport> query(CardRefundId refund) {
        var refusal = refusals.code(refund.value());
        return refusal.isPresent()
                ? refusal.map(code -> new RefundRefused(refund, StripeRefusal.reason(code)))
                : references.stripeId(refund.value()).map(id -> report(refund, id));
    }

    /**
     * How a refund stands now, whatever an event said about it that may be an old one.
     *
     * @throws ProviderUnavailableException when Stripe does not answer
     */
    RefundReport report(CardRefundId refund, String stripeId) {
        try {
            return view(stripe.v1().refunds().retrieve(stripeId)).report(refund);
        } catch (StripeException e) {
            throw unavailable("The state of a refund", e);
        }
    }

    private static StripeRefund view(Refund refund) {
        return new StripeRefund(
                refund.getId(),
                refund.getStatus(),
                refund.getAmount(),
                refund.getCurrency(),
                Optional.ofNullable(refund.getFailureReason()).orElse(""));
    }
}
