package guildhall.payment.stripe.adapter;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An event as Stripe sends it, whatever version of its API it is in.
 *
 * @param id the same for every delivery of the event
 * @param account the connected account where it happened; null when it happened to us
 * @param created when it happened, in epoch seconds
 */
record StripeEvent(
        @NotBlank @Size(max = 255) String id,
        @NotBlank @Size(max = 255) String type,
        @Nullable @Size(max = 255) String account,
        long created,
        @NotNull @Valid Data data) {

    record Data(@JsonProperty("object") @NotNull JsonNode thing) {}

    Instant at() {
        return Instant.ofEpochSecond(created);
    }
}
