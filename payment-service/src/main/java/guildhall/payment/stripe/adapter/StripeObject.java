package guildhall.payment.stripe.adapter;

import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Something of Stripe's in an event, whatever version of its API wrote it. */
record StripeObject(JsonNode json) {

    /** Empty for what somebody else has made there. */
    Optional<UUID> ourId() {
        try {
            return part("metadata").text(StripeCharges.OUR_ID).map(UUID::fromString);
        } catch (IllegalArgumentException _) {
            return Optional.empty(); // Somebody else's use of the same name.
        }
    }

    Optional<String> text(String field) {
        var value = json.path(field);
        return value.isString() ? Optional.of(value.stringValue()) : Optional.empty();
    }

    String required(String field) {
        return text(field).orElseThrow(UnreadableStripeEventException::new);
    }

    long number(String field) {
        return json.path(field).asLong(0);
    }

    boolean flag(String field) {
        return json.path(field).asBoolean(false);
    }

    StripeObject part(String field) {
        return new StripeObject(json.path(field));
    }

    StripeObject first(String field) {
        return new StripeObject(json.path(field).path(0));
    }

    boolean isThere() {
        return json.isObject();
    }
}
