package guildhall.payment.stripe.adapter;

import com.stripe.StripeClient;
import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.StripeError;
import com.stripe.net.RequestOptions;
import com.stripe.param.PaymentIntentCancelParams;
import com.stripe.param.PaymentIntentCancelParams.CancellationReason;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentCreateParams.AutomaticPaymentMethods;
import com.stripe.param.PaymentIntentSearchParams;
import guildhall.messages.id.PaymentIntentId;
import guildhall.messages.money.Money;
import guildhall.payment.paymentmethod.PaymentMethods;
import guildhall.payment.paymentmethod.SavedMethod;
import guildhall.payment.provider.ProviderUnavailableException;
import guildhall.payment.stripe.StripeIntent;
import guildhall.payment.stripe.StripeMoney;
import guildhall.payment.topup.Cancellation;
import guildhall.payment.topup.PaymentProvider;
import guildhall.payment.topup.ProviderCharge;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Charges as PaymentIntents. */
@WithStripe
@Component
class StripeCharges implements PaymentProvider {
    /** In the metadata of everything that we make there: our id of it. */
    static final String OUR_ID = "guildhall_id";

    private static final Logger LOG = LoggerFactory.getLogger(StripeCharges.class);

    private final StripeClient stripe;
    private final StripeReferences references;
    private final PaymentMethods methods;

    StripeCharges(StripeClient stripe, StripeReferences references, PaymentMethods methods) {
        this.stripe = stripe;
        this.references = references;
        this.methods = methods;
    }

    @Override
    public ProviderCharge submit(PaymentIntentId intent, Money amount) {
        var params = params(intent, amount);
        var options = RequestOptions.builder().setIdempotencyKey(intent.toString()).build();
        try {
            var created = stripe.v1().paymentIntents().create(params, options);
            references.remember(intent.value(), created.getId());
            return settled(view(created)).charge();
        } catch (CardException declined) {
            return declined(intent, declined).charge();
        } catch (StripeException e) {
            throw unavailable("A charge", e);
        }
    }

    /**
     * With a stored card at once, but for a proof of identity that the bank may ask of the payer;
     * otherwise the payer pays in the browser.
     */
    private PaymentIntentCreateParams params(PaymentIntentId intent, Money amount) {
        var params =
                PaymentIntentCreateParams.builder()
                        .setAmount(StripeMoney.amount(amount))
                        .setCurrency(StripeMoney.code(amount.currency()))
                        .putMetadata(OUR_ID, intent.toString());
        methods.chosenFor(intent)
                .ifPresentOrElse(
                        method ->
                                params.setCustomer(customer(method))
                                        .setPaymentMethod(method.token())
                                        .addPaymentMethodType("card")
                                        .setUseStripeSdk(true)
                                        .setConfirm(true),
                        () ->
                                params.setAutomaticPaymentMethods(
                                        AutomaticPaymentMethods.builder()
                                                .setEnabled(true)
                                                .build()));
        return params.build();
    }

    private String customer(SavedMethod method) {
        return references.stripeId(StripeVault.customerId(method.owner())).orElseThrow();
    }

    /** The PaymentIntent exists, and has failed. */
    private StripeIntent declined(PaymentIntentId intent, CardException declined) {
        var error = declined.getStripeError();
        if (error == null || error.getPaymentIntent() == null) {
            throw unavailable("A declined charge", declined);
        }
        var failed = error.getPaymentIntent();
        references.remember(intent.value(), failed.getId());
        return close(view(failed).failedWith(code(error)), CancellationReason.ABANDONED);
    }

    @Override
    public Optional<ProviderCharge> query(PaymentIntentId intent) {
        return find(intent).map(found -> settled(view(found)).charge());
    }

    @Override
    public Optional<ProviderCharge> cancel(PaymentIntentId intent, Cancellation by) {
        return find(intent)
                .map(found -> {
                    var now = view(found);
                    return (now.awaitsPayer() ? close(now, reason(by)) : now).charge();
                });
    }

    private static CancellationReason reason(Cancellation by) {
        return switch (by) {
            case PAYER -> CancellationReason.REQUESTED_BY_CUSTOMER;
            case TIME_OUT, PROVIDER -> CancellationReason.ABANDONED;
        };
    }

    @Override
    public Optional<Confirmation> confirmation(PaymentIntentId intent) {
        return find(intent)
                .filter(found -> view(found).awaitsPayer())
                .map(found ->
                        new Confirmation(StripeConfiguration.PROVIDER, found.getClientSecret()));
    }

    /** By the id that was told, or by ours when that answer was lost. */
    private Optional<PaymentIntent> find(PaymentIntentId intent) {
        try {
            var known = references.stripeId(intent.value());
            if (known.isPresent()) {
                return Optional.of(stripe.v1().paymentIntents().retrieve(known.get()));
            }
            var found = stripe.v1().paymentIntents().search(metadata(intent)).getData();
            found.forEach(one -> references.remember(intent.value(), one.getId()));
            return found.stream().findFirst();
        } catch (StripeException e) {
            throw unavailable("The state of a charge", e);
        }
    }

    private static PaymentIntentSearchParams metadata(PaymentIntentId intent) {
        return PaymentIntentSearchParams.builder()
                .setQuery("metadata['%s']:'%s'".formatted(OUR_ID, intent))
                .setLimit(1L)
                .build();
    }

    /** As it is once a failed attempt has been made final. */
    StripeIntent settled(StripeIntent intent) {
        return intent.mayBeTriedAgain() ? close(intent, CancellationReason.ABANDONED) : intent;
    }

    /**
     * Cancels it, unless something else has happened to it meanwhile.
     *
     * @throws ProviderUnavailableException when it is not known whether it is cancelled
     */
    private StripeIntent close(StripeIntent intent, CancellationReason reason) {
        try {
            var params = PaymentIntentCancelParams.builder().setCancellationReason(reason).build();
            var closed = view(stripe.v1().paymentIntents().cancel(intent.id(), params));
            return closed.failedWith(intent.failure());
        } catch (InvalidRequestException _) {
            return retrieve(intent);
        } catch (StripeException e) {
            throw unavailable("The end of a charge", e);
        }
    }

    private StripeIntent retrieve(StripeIntent intent) {
        try {
            return view(stripe.v1().paymentIntents().retrieve(intent.id()))
                    .failedWith(intent.failure());
        } catch (StripeException e) {
            throw unavailable("The state of a charge", e);
        }
    }

    private static StripeIntent view(PaymentIntent intent) {
        var received = intent.getAmountReceived();
        return new StripeIntent(
                intent.getId(),
                intent.getStatus(),
                received == null ? 0 : received,
                intent.getCurrency(),
                Optional.ofNullable(intent.getLastPaymentError())
                        .map(StripeCharges::code)
                        .orElse(""),
                Optional.ofNullable(intent.getCancellationReason()).orElse(""));
    }

    private static String code(StripeError error) {
        return Optional.ofNullable(error.getDeclineCode())
                .or(() -> Optional.ofNullable(error.getCode()))
                .orElse("declined");
    }

    /** The message may repeat what was sent; the request id is enough to find it at Stripe. */
    static ProviderUnavailableException unavailable(String what, StripeException e) {
        LOG.warn(
                "{} failed at Stripe: {} {} (request {})",
                what,
                e.getClass().getSimpleName(),
                e.getStatusCode(),
                e.getRequestId());
        return new ProviderUnavailableException(
                what + " failed at Stripe: " + e.getClass().getSimpleName());
    }
}
