package guildhall.payment.sandbox.adapter;

import static guildhall.runtime.web.Problems.problem;
import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.UNAUTHORIZED;

import guildhall.payment.webhook.WebhookEvent;
import guildhall.payment.webhook.WebhookInbox;
import guildhall.runtime.web.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The signature is over the exact body, so the body is taken as text and read afterwards. */
@RestController
@RequestMapping("/v1/webhooks")
@Tag(name = "Webhooks", description = "For payment providers")
class SandboxWebhookController {
    static final String SIGNATURE = "Guildhall-Signature";

    private final WebhookSignature signature;
    private final WebhookInbox inbox;
    private final SandboxFacts facts;

    SandboxWebhookController(WebhookSignature signature, WebhookInbox inbox, SandboxFacts facts) {
        this.signature = signature;
        this.inbox = inbox;
        this.facts = facts;
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
            case GOOD -> receive(body);
            case BAD -> throw unauthorized("payment/bad-signature");
            case STALE -> throw unauthorized("payment/stale-signature");
        }
    }

    private static Refusal unauthorized(String code) {
        var refusal = new Refusal(problem(UNAUTHORIZED, code));
        refusal.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, SIGNATURE);
        return refusal;
    }

    private void receive(String body) {
        try {
            var event = facts.event(body);
            facts.of(event)
                    .map(fact ->
                            new WebhookEvent(
                                    SandboxConfiguration.PROVIDER,
                                    event.id(),
                                    event.type(),
                                    body,
                                    fact))
                    .ifPresent(inbox::receive);
        } catch (UnreadableEventException _) {
            // A provider that sends this needs a look, not the details.
            throw new Refusal(problem(BAD_REQUEST, "payment/unreadable-event"));
        }
    }
}
