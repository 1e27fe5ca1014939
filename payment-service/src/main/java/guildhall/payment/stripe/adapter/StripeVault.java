package guildhall.payment.stripe.adapter;

import static guildhall.payment.stripe.adapter.StripeCharges.OUR_ID;
import static guildhall.payment.stripe.adapter.StripeCharges.unavailable;

import com.stripe.StripeClient;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentMethod;
import com.stripe.net.RequestOptions;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.SetupIntentCreateParams;
import com.stripe.param.SetupIntentCreateParams.Usage;
import com.stripe.param.SetupIntentRetrieveParams;
import guildhall.messages.party.Party;
import guildhall.payment.paymentmethod.CardFace;
import guildhall.payment.paymentmethod.MethodVault;
import guildhall.payment.paymentmethod.PaymentMethodId;
import guildhall.runtime.id.Ids;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Cards of SetupIntents, kept with one Stripe customer per party. */
@WithStripe
@Component
class StripeVault implements MethodVault {
    private final StripeClient stripe;
    private final StripeReferences references;

    StripeVault(StripeClient stripe, StripeReferences references) {
        this.stripe = stripe;
        this.references = references;
    }

    @Override
    public String provider() {
        return StripeConfiguration.PROVIDER;
    }

    @Override
    public String begin(PaymentMethodId id, Party owner) {
        try {
            var params =
                    SetupIntentCreateParams.builder()
                            .setCustomer(customer(owner))
                            .setUsage(Usage.OFF_SESSION)
                            .addPaymentMethodType("card")
                            .putMetadata(OUR_ID, id.toString())
                            .build();
            var setup = stripe.v1().setupIntents().create(params, once(id.value()));
            references.remember(id.value(), setup.getId());
            return setup.getClientSecret();
        } catch (StripeException e) {
            throw unavailable("A setup", e);
        }
    }

    private String customer(Party owner) throws StripeException {
        var id = customerId(owner);
        var known = references.stripeId(id);
        if (known.isPresent()) {
            return known.get();
        }
        var params = CustomerCreateParams.builder().putMetadata(OUR_ID, owner.toString()).build();
        var created = stripe.v1().customers().create(params, once(id));
        references.remember(id, created.getId());
        return created.getId();
    }

    /** Under which the customer of a party is remembered. */
    static UUID customerId(Party owner) {
        return Ids.derived("stripe-customer", owner);
    }

    @Override
    public Optional<Kept> kept(PaymentMethodId id) {
        try {
            var setup = references.stripeId(id.value());
            return setup.isEmpty() ? Optional.empty() : kept(setup.get());
        } catch (StripeException e) {
            throw unavailable("The state of a setup", e);
        }
    }

    private Optional<Kept> kept(String setup) throws StripeException {
        var params = SetupIntentRetrieveParams.builder().addExpand("payment_method").build();
        var found = stripe.v1().setupIntents().retrieve(setup, params);
        return found.getStatus().equals("succeeded")
                ? Optional.of(kept(found.getPaymentMethodObject()))
                : Optional.empty();
    }

    private static Kept kept(PaymentMethod method) {
        var card = method.getCard();
        var expires =
                YearMonth.of(
                        Math.toIntExact(card.getExpYear()), Math.toIntExact(card.getExpMonth()));
        return new Kept(method.getId(), new CardFace(card.getBrand(), card.getLast4(), expires));
    }

    /** Stripe refuses to detach what is not attached, which is what we want. */
    @Override
    public void forget(String token) {
        try {
            stripe.v1().paymentMethods().detach(token);
        } catch (InvalidRequestException _) {
            // Forgotten already.
        } catch (StripeException e) {
            throw unavailable("The end of a payment method", e);
        }
    }

    private static RequestOptions once(UUID key) {
        return RequestOptions.builder().setIdempotencyKey(key.toString()).build();
    }
}
