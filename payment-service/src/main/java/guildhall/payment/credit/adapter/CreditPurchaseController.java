package guildhall.payment.credit.adapter;

import static guildhall.runtime.web.Problems.problem;
import static java.time.temporal.ChronoUnit.MICROS;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import guildhall.messages.id.PaymentIntentId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.messages.party.Side;
import guildhall.payment.credit.CreditPack;
import guildhall.payment.credit.adapter.CreditPurchases.Purchase;
import guildhall.payment.provider.ProviderUnavailableException;
import guildhall.payment.topup.Cancellation;
import guildhall.payment.topup.Charges;
import guildhall.payment.topup.PaymentIntent.Absent;
import guildhall.payment.topup.PaymentIntent.Created;
import guildhall.payment.topup.PaymentIntent.Requested;
import guildhall.payment.topup.PaymentIntents;
import guildhall.payment.topup.PaymentProvider.Confirmation;
import guildhall.payment.topup.PaymentStatus;
import guildhall.payment.topup.TopUp;
import guildhall.payment.topup.TopUpCommand.RequestTopUp;
import guildhall.payment.topup.TopUps;
import guildhall.runtime.idempotency.IdempotencyKey;
import guildhall.runtime.idempotency.Idempotent;
import guildhall.runtime.security.Caller;
import guildhall.runtime.web.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/credits/purchases")
@Tag(name = "Credits")
class CreditPurchaseController {
    private final CreditPurchases purchases;
    private final Charging charging;
    private final CreditProperties properties;
    private final TransactionOperations transactions;
    private final Clock clock;

    /** How the provider is asked for money. */
    @Component
    record Charging(TopUps topUps, PaymentIntents intents, Charges charges) {}

    CreditPurchaseController(
            CreditPurchases purchases,
            Charging charging,
            CreditProperties properties,
            TransactionOperations transactions,
            Clock clock) {
        this.purchases = purchases;
        this.charging = charging;
        this.properties = properties;
        this.transactions = transactions;
        this.clock = clock;
    }

    @PostMapping
    @Idempotent(required = true, commitsItself = true)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Buy a pack of credits for the caller's business",
            description =
                    "Accepted at once; the payment provider decides later. Follow the Location to"
                            + " see the outcome.")
    @ApiResponse(responseCode = "202", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "403", description = "The session acts for no business")
    @ApiResponse(responseCode = "422", description = "There is no such pack")
    ResponseEntity<PurchaseView> buy(
            @Valid @RequestBody PurchaseRequest request, IdempotencyKey key, Caller caller) {
        var buyer = caller.requireClient();
        var id = new PaymentIntentId(key.id());
        // A repeated request finds what the first one stored, and goes on from there.
        if (charging.intents().find(id) instanceof Absent) {
            store(id, buyer, pack(request));
        }
        if (charging.intents().find(id) instanceof Created(var stored)) {
            charging.charges().submit(stored);
        }
        return ResponseEntity.accepted()
                .location(URI.create("/v1/credits/purchases/" + id))
                .body(show(id.value(), caller));
    }

    private CreditPack pack(PurchaseRequest request) {
        return properties
                .pack(request.pack())
                .orElseThrow(() ->
                        new Refusal(problem(UNPROCESSABLE_CONTENT, "payment/unknown-credit-pack")));
    }

    private void store(PaymentIntentId id, Side buyer, CreditPack pack) {
        var charge = new TopUp(id, buyer, pack.price(), clock.instant().truncatedTo(MICROS));
        transactions.executeWithoutResult(_ -> {
            charging.topUps().handle(new RequestTopUp(charge));
            purchases.add(charge, pack);
        });
    }

    @GetMapping("/{id}")
    @Operation(summary = "How a purchase of credits stands")
    PurchaseView show(@PathVariable UUID id, Caller caller) {
        var found =
                find(id, owner -> caller.actsFor(owner) || caller.isStaff("FINANCE_OPS", "ADMIN"));
        var charge = found.charge();
        return PurchaseView.of(
                found.purchase(), charge, charging.charges().deadline(charge.topUp()));
    }

    @GetMapping("/{id}/confirmation")
    @Operation(
            summary = "What the buyer's browser gives the provider to complete a purchase",
            description =
                    "Only while the provider wants something of the buyer: a card, or a proof of"
                            + " identity.")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "409", description = "payment/nothing-to-confirm")
    @ApiResponse(
            responseCode = "503",
            description = "payment/provider-unavailable: the provider does not answer")
    ConfirmationView confirmation(@PathVariable UUID id, Caller caller) {
        var charge = own(id, caller);
        return charging.charges()
                .confirmation(charge)
                .map(ConfirmationView::of)
                .orElseThrow(() -> new Refusal(problem(CONFLICT, "payment/nothing-to-confirm")));
    }

    @PostMapping("/{id}/cancellation")
    @Idempotent(commitsItself = true)
    @Operation(
            summary = "Buy nothing after all",
            description = "Possible until the provider works on the payment.")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "409",
            description =
                    "payment/payment-processing: it can still succeed or fail; or"
                            + " payment/payment-ended: it has")
    @ApiResponse(
            responseCode = "503",
            description = "payment/provider-unavailable: ask again, nothing is lost")
    PurchaseView cancel(@PathVariable UUID id, Caller caller) {
        switch (charging.charges().cancel(own(id, caller))) {
            case CANCELLED -> {}
            case TOO_LATE -> throw new Refusal(problem(CONFLICT, "payment/payment-processing"));
            case ENDED -> throw new Refusal(problem(CONFLICT, "payment/payment-ended"));
            case UNKNOWN ->
                    throw new ProviderUnavailableException("Nobody knows whether " + id + " ended");
        }
        return show(id, caller);
    }

    private Requested own(UUID id, Caller caller) {
        return find(id, caller::actsFor).charge();
    }

    private record Found(Purchase purchase, Requested charge) {}

    private Found find(UUID id, Predicate<Party> mayLook) {
        var purchase = purchases.find(id).filter(found -> mayLook.test(found.owner()));
        if (purchase.isPresent()
                && charging.intents().find(new PaymentIntentId(id)) instanceof Requested charge) {
            return new Found(purchase.get(), charge);
        }
        throw new Refusal(problem(NOT_FOUND, "payment/unknown-credit-purchase"));
    }

    record ConfirmationView(
            @Schema(example = "stripe") String provider,
            @Schema(description = "For the provider's own code in the browser; keep it there")
                    String clientSecret) {
        static ConfirmationView of(Confirmation confirmation) {
            return new ConfirmationView(confirmation.provider(), confirmation.clientSecret());
        }
    }

    record PurchaseRequest(
            @Schema(example = "starter", description = "The id of a pack") @NotBlank @Size(max = 50)
                    String pack) {}

    record PurchaseView(
            UUID id,
            @Schema(description = "REQUIRES_ACTION: see its confirmation") PaymentStatus status,
            String pack,
            int units,
            Money price,
            @Schema(description = "Why the provider refused; only when FAILED")
                    @Nullable String failure,
            @Schema(description = "Who ended it; only when CANCELLED")
                    @Nullable Cancellation cancelledBy,
            @Schema(description = "When it is cancelled unless its buyer has completed it")
                    Instant expiresAt) {
        static PurchaseView of(Purchase purchase, Requested charge, Instant expiresAt) {
            return new PurchaseView(
                    purchase.id(),
                    PaymentStatus.of(charge),
                    purchase.pack(),
                    purchase.units(),
                    charge.topUp().amount(),
                    PaymentStatus.failure(charge).orElse(null),
                    PaymentStatus.cancellation(charge).orElse(null),
                    expiresAt);
        }
    }
}
