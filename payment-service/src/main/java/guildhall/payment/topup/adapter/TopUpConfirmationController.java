package guildhall.payment.topup.adapter;

import static guildhall.runtime.web.Problems.problem;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import guildhall.messages.id.PaymentIntentId;
import guildhall.payment.topup.Charges;
import guildhall.payment.topup.PaymentIntent.Requested;
import guildhall.payment.topup.PaymentIntents;
import guildhall.payment.topup.PaymentProvider.Confirmation;
import guildhall.runtime.security.Caller;
import guildhall.runtime.web.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** For the owner alone: whoever has the secret can pay, and change with which card. */
@RestController
@RequestMapping("/v1/top-ups")
@Tag(name = "Top-ups")
class TopUpConfirmationController {
    private final PaymentIntents intents;
    private final Charges charges;

    TopUpConfirmationController(PaymentIntents intents, Charges charges) {
        this.intents = intents;
        this.charges = charges;
    }

    @GetMapping("/{id}/confirmation")
    @Operation(
            summary = "What the owner's browser gives the provider to complete a top-up",
            description =
                    "Only while the provider wants something of the owner: a card, or a proof of"
                            + " identity.")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "409", description = "payment/nothing-to-confirm")
    @ApiResponse(
            responseCode = "503",
            description = "payment/provider-unavailable: the provider does not answer")
    ConfirmationView show(@PathVariable UUID id, Caller caller) {
        var intent = own(new PaymentIntentId(id), caller);
        return charges.confirmation(intent)
                .map(ConfirmationView::of)
                .orElseThrow(() -> new Refusal(problem(CONFLICT, "payment/nothing-to-confirm")));
    }

    private Requested own(PaymentIntentId id, Caller caller) {
        if (intents.find(id) instanceof Requested requested
                && caller.actsFor(requested.topUp().owner().party())) {
            return requested;
        }
        throw new Refusal(problem(NOT_FOUND, "payment/unknown-top-up"));
    }

    record ConfirmationView(
            @Schema(example = "stripe") String provider,
            @Schema(description = "For the provider's own code in the browser; keep it there")
                    String clientSecret) {
        static ConfirmationView of(Confirmation confirmation) {
            return new ConfirmationView(confirmation.provider(), confirmation.clientSecret());
        }
    }
}
