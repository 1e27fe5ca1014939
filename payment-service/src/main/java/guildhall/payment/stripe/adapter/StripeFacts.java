package guildhall.payment.stripe.adapter;

import guildhall.messages.id.PaymentIntentId;
import guildhall.payment.stripe.StripeIntent;
import guildhall.payment.topup.ChargeReport;
import guildhall.payment.topup.ChargeReport.ChargeFailed;
import guildhall.payment.topup.ChargeReport.ChargeProcessing;
import guildhall.payment.topup.ChargeReport.ChargeSucceeded;
import guildhall.payment.topup.ProviderCharge.Captured;
import guildhall.payment.topup.ProviderCharge.Refused;
import guildhall.payment.topup.ProviderCharge.Underway;
import guildhall.payment.webhook.ProviderFact;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What the events of Stripe say in our words. */
@WithStripe
@Component
class StripeFacts {
    private static final Set<String> CHARGES =
            Set.of(
                    "payment_intent.processing",
                    "payment_intent.requires_action",
                    "payment_intent.succeeded",
                    "payment_intent.payment_failed",
                    "payment_intent.canceled");

    private final StripeCharges charges;

    StripeFacts(StripeCharges charges) {
        this.charges = charges;
    }

    static boolean isKnown(String type) {
        return CHARGES.contains(type);
    }

    /**
     * Empty for what is not ours. Asks Stripe to end a charge whose attempt failed, so it must not
     * be called in a transaction.
     *
     * @throws guildhall.payment.provider.ProviderUnavailableException when Stripe does not answer
     */
    Optional<ProviderFact> of(StripeEvent event) {
        return CHARGES.contains(event.type()) ? charge(event.data().thing()) : Optional.empty();
    }

    private Optional<ProviderFact> charge(JsonNode thing) {
        return ourId(thing).map(id -> report(new PaymentIntentId(id), intent(thing)));
    }

    private ChargeReport report(PaymentIntentId id, StripeIntent intent) {
        return switch (charges.settled(intent).charge()) {
            case Underway(var reference) -> new ChargeProcessing(id, reference);
            case Captured(var reference, var amount) -> new ChargeSucceeded(id, reference, amount);
            case Refused(var reference, var reason) -> new ChargeFailed(id, reference, reason);
        };
    }

    private static StripeIntent intent(JsonNode thing) {
        var error = thing.path("last_payment_error");
        var code = text(error, "decline_code").or(() -> text(error, "code"));
        return new StripeIntent(
                text(thing, "id").orElseThrow(UnreadableStripeEventException::new),
                text(thing, "status").orElseThrow(UnreadableStripeEventException::new),
                thing.path("amount_received").asLong(0),
                text(thing, "currency").orElseThrow(UnreadableStripeEventException::new),
                error.isObject() ? code.orElse("declined") : "");
    }

    private static Optional<UUID> ourId(JsonNode thing) {
        try {
            return text(thing.path("metadata"), StripeCharges.OUR_ID).map(UUID::fromString);
        } catch (IllegalArgumentException _) {
            return Optional.empty(); // Somebody else's use of the same name.
        }
    }

    private static Optional<String> text(JsonNode thing, String field) {
        var value = thing.path(field);
        return value.isString() ? Optional.of(value.stringValue()) : Optional.empty();
    }
}
