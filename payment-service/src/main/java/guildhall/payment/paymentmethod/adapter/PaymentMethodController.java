package guildhall.payment.paymentmethod.adapter;

import static guildhall.runtime.web.Problems.problem;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import guildhall.messages.party.Party;
import guildhall.payment.paymentmethod.MethodVault;
import guildhall.payment.paymentmethod.PaymentMethodId;
import guildhall.payment.paymentmethod.SavedMethod;
import guildhall.runtime.id.Ids;
import guildhall.runtime.security.Caller;
import guildhall.runtime.web.Page;
import guildhall.runtime.web.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/payment-methods")
@Tag(name = "Payment methods")
class PaymentMethodController {
    private final JdbcPaymentMethods methods;
    private final MethodVault vault;
    private final Clock clock;

    PaymentMethodController(JdbcPaymentMethods methods, MethodVault vault, Clock clock) {
        this.methods = methods;
        this.vault = vault;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "The payment methods of the caller's party")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "403", description = "The session acts for no party")
    Page<MethodView> list(Caller caller) {
        return new Page<>(methods.of(caller.requireParty()), null).map(MethodView::of);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Begin to leave a card with the provider",
            description =
                    "The owner's browser gives the card to the provider with the secret; then it is"
                            + " completed here. A card number never comes here.")
    @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "403", description = "The session acts for no party")
    @ApiResponse(
            responseCode = "503",
            description = "payment/provider-unavailable: the provider does not answer")
    BegunView begin(Caller caller) {
        var owner = caller.requireParty();
        var id = new PaymentMethodId(Ids.next());
        methods.begin(id, owner, clock.instant());
        return new BegunView(id.value(), vault.provider(), vault.begin(id, owner));
    }

    @PostMapping("/{id}/completion")
    @Operation(summary = "Complete it once the browser has given the card to the provider")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "403", description = "The session acts for no party")
    @ApiResponse(
            responseCode = "409",
            description = "payment/method-not-given: the provider has no card yet")
    @ApiResponse(
            responseCode = "503",
            description = "payment/provider-unavailable: the provider does not answer")
    MethodView complete(@PathVariable UUID id, Caller caller) {
        var method = new PaymentMethodId(id);
        var owner = caller.requireParty();
        if (!methods.isBegun(method, owner)) {
            throw unknown();
        }
        var kept =
                vault.kept(method)
                        .orElseThrow(
                                () -> new Refusal(problem(CONFLICT, "payment/method-not-given")));
        methods.complete(method, kept);
        return MethodView.of(find(method, owner));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Remove a payment method",
            description = "It cannot be used from now on; the provider forgets it shortly after.")
    @ApiResponse(responseCode = "204", description = "Removed")
    @ApiResponse(responseCode = "403", description = "The session acts for no party")
    void remove(@PathVariable UUID id, Caller caller) {
        if (!methods.remove(new PaymentMethodId(id), caller.requireParty(), clock.instant())) {
            throw unknown();
        }
    }

    private SavedMethod find(PaymentMethodId id, Party owner) {
        return methods.of(owner).stream()
                .filter(method -> method.id().equals(id))
                .findFirst()
                .orElseThrow(PaymentMethodController::unknown);
    }

    private static Refusal unknown() {
        return new Refusal(problem(NOT_FOUND, "payment/unknown-payment-method"));
    }

    record BegunView(
            UUID id,
            @Schema(example = "stripe") String provider,
            @Schema(description = "For the provider's own code in the browser; keep it there")
                    String clientSecret) {}

    record MethodView(
            UUID id,
            @Schema(example = "visa") String brand,
            @Schema(example = "4242") String lastFour,
            @Schema(example = "2030-12") String expires) {
        static MethodView of(SavedMethod method) {
            var face = method.face();
            return new MethodView(
                    method.id().value(), face.brand(), face.lastFour(), face.expires().toString());
        }
    }
}
