package guildhall.payment.webhook.adapter;

import static guildhall.runtime.web.Problems.problem;
import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.UNAUTHORIZED;

import guildhall.payment.webhook.adapter.WebhookInbox.Reception;
import guildhall.runtime.web.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Validator;
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
@RestController
@RequestMapping("/v1/webhooks")
@Tag(name = "Webhooks", description = "For payment providers")
class WebhookController {
    static final String SIGNATURE = "Guildhall-Signature";

    private final WebhookSignature signature;
    private final WebhookInbox inbox;
    private final JsonMapper json;
    private final Validator validator;

    WebhookController(
            WebhookSignature signature, WebhookInbox inbox, JsonMapper json, Validator validator) {
        this.signature = signature;
        this.inbox = inbox;
        this.json = json;
        this.validator = validator;
    }

    @PostMapping(path = "/sandbox", consumes = "application/json")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @SecurityRequirements
    @Operation(
            summary = "An event of the sandbox payment provider",
            description =
                    "No token: the header Guildhall-Signature proves the sender. Any number of"
                            + " deliveries of one event have the effect of one.")
    @ApiResponse(responseCode = "204", description = "Recorded, now or before")
    @ApiResponse(responseCode = "400", description = "Signed, but not an event of this provider")
    @ApiResponse(responseCode = "401", description = "The signature is missing, wrong or stale")
    void receive(
            @Parameter(description = "t=<epoch seconds>,v1=<hex of HMAC-SHA256 of t.body>")
                    @RequestHeader(name = SIGNATURE, required = false)
                    Optional<String> header,
            @RequestBody String body) {
        switch (signature.verify(header, body)) {
            case GOOD -> receive(read(body), body);
            case BAD -> throw unauthorized("payment/bad-signature");
            case STALE -> throw unauthorized("payment/stale-signature");
        }
    }

    private static Refusal unauthorized(String code) {
        var refusal = new Refusal(problem(UNAUTHORIZED, code));
        refusal.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, SIGNATURE);
        return refusal;
    }

    private void receive(SandboxEvent event, String body) {
        event.toEvent()
                .map(said -> new Reception(event.id(), event.type(), body, said))
                .ifPresent(inbox::receive);
    }

    private SandboxEvent read(String body) {
        try {
            var event = json.readValue(body, SandboxEvent.class);
            if (event != null && validator.validate(event).isEmpty()) {
                return event;
            }
        } catch (JacksonException _) {
            // Answered below: a provider that sends this needs a look, not the details.
        }
        throw new Refusal(problem(BAD_REQUEST, "payment/unreadable-event"));
    }
}
