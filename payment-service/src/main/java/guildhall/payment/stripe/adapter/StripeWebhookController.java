package guildhall.payment.stripe.adapter;

import static guildhall.runtime.web.Problems.problem;
import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.UNAUTHORIZED;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;
import guildhall.runtime.web.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Validator;
import java.time.Clock;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The signature is over the exact body, so the body is taken as text and read afterwards. */
@WithStripe
@RestController
@RequestMapping("/v1/webhooks")
@Tag(name = "Webhooks", description = "For payment providers")
class StripeWebhookController {
    static final String SIGNATURE = "Stripe-Signature";

    private final StripeInbox inbox;
    private final StripeProperties properties;
    private final JsonMapper json;
    private final Validator validator;
    private final Clock clock;

    StripeWebhookController(
            StripeInbox inbox,
            StripeProperties properties,
            JsonMapper json,
            Validator validator,
            Clock clock) {
        this.inbox = inbox;
        this.properties = properties;
        this.json = json;
        this.validator = validator;
        this.clock = clock;
    }

    @PostMapping(path = "/stripe", consumes = "application/json")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @SecurityRequirements
    @Operation(
            summary = "An event of Stripe",
            description =
                    "No token: the header Stripe-Signature proves the sender. Any number of"
                            + " deliveries of one event have the effect of one; types that mean nothing"
                            + " to us are acknowledged and ignored.")
    @ApiResponse(responseCode = "204", description = "Stored, now or before; or ignored")
    @ApiResponse(responseCode = "400", description = "Signed, but not an event")
    @ApiResponse(responseCode = "401", description = "The signature is missing, wrong or stale")
    void receive(
            @Parameter(description = "t=<epoch seconds>,v1=<hex of HMAC-SHA256 of t.body>")
                    @RequestHeader(name = SIGNATURE, required = false)
                    Optional<String> header,
            @RequestBody String body) {
        if (!isFromStripe(header.orElse(""), body)) {
            var refusal = new Refusal(problem(UNAUTHORIZED, "payment/bad-signature"));
            refusal.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, SIGNATURE);
            throw refusal;
        }
        inbox.receive(read(body), body);
    }

    private boolean isFromStripe(String header, String body) {
        try {
            return Webhook.Signature.verifyHeader(
                    body,
                    header,
                    properties.webhookSecret(),
                    properties.tolerance().toSeconds(),
                    clock);
        } catch (SignatureVerificationException _) {
            return false;
        }
    }

    private StripeEvent read(String body) {
        try {
            var event = json.readValue(body, StripeEvent.class);
            if (event != null && validator.validate(event).isEmpty()) {
                return event;
            }
        } catch (JacksonException _) {
            // Answered below: a provider that sends this needs a look, not the details.
        }
        throw new Refusal(problem(BAD_REQUEST, "payment/unreadable-event"));
    }
}
