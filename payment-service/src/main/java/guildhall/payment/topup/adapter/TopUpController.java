package guildhall.payment.topup.adapter;

import static guildhall.runtime.web.Problems.problem;
import static java.time.temporal.ChronoUnit.MICROS;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import guildhall.messages.id.PaymentIntentId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.messages.party.Side;
import guildhall.payment.paymentmethod.PaymentMethodId;
import guildhall.payment.provider.ProviderUnavailableException;
import guildhall.payment.topup.Cancellation;
import guildhall.payment.topup.PaymentIntent;
import guildhall.payment.topup.PaymentIntent.Absent;
import guildhall.payment.topup.PaymentIntent.Created;
import guildhall.payment.topup.PaymentIntent.Requested;
import guildhall.payment.topup.PaymentIntents;
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
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/top-ups")
@Tag(name = "Top-ups")
class TopUpController {
    private final TopUps topUps;
    private final PaymentIntents intents;
    private final ChargeRequests charges;
    private final TopUpRules rules;
    private final Clock clock;

    TopUpController(
            TopUps topUps,
            PaymentIntents intents,
            ChargeRequests charges,
            TopUpRules rules,
            Clock clock) {
        this.topUps = topUps;
        this.intents = intents;
        this.charges = charges;
        this.rules = rules;
        this.clock = clock;
    }

    @PostMapping
    @Idempotent(required = true, commitsItself = true)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Put money into the wallet of the caller's party",
            description =
                    "Accepted at once; the payment provider decides later. Follow the Location to"
                            + " see the outcome.")
    @ApiResponse(responseCode = "202", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "403", description = "The session acts for no party")
    @ApiResponse(responseCode = "409", description = "payment/wallet-frozen")
    @ApiResponse(
            responseCode = "422",
            description = "payment/amount-too-large or payment/unknown-payment-method")
    ResponseEntity<TopUpView> request(
            @Valid @RequestBody TopUpRequest request, IdempotencyKey key, Caller caller) {
        var id = new PaymentIntentId(key.id());
        var owner = new Side(caller.requireParty(), caller.user());
        // A repeated request finds what the first one stored, and goes on from there.
        if (intents.find(id) instanceof Absent) {
            store(id, owner, request);
        }
        if (intents.find(id) instanceof Created(var stored)) {
            charges.submit(stored);
        }
        return ResponseEntity.accepted()
                .location(URI.create("/v1/top-ups/" + id))
                .body(view(intents.find(id)).orElseThrow());
    }

    private void store(PaymentIntentId id, Side owner, TopUpRequest request) {
        var amount = rules.chargeable(owner.party(), request.amount());
        var topUp = new TopUp(id, owner, amount, clock.instant().truncatedTo(MICROS));
        if (request.paymentMethodId() != null) {
            choose(topUp, new PaymentMethodId(request.paymentMethodId()));
        }
        topUps.handle(new RequestTopUp(topUp));
    }

    private void choose(TopUp topUp, PaymentMethodId method) {
        if (!charges.choose(topUp.id(), method, topUp.owner().party())) {
            throw new Refusal(problem(UNPROCESSABLE_CONTENT, "payment/unknown-payment-method"));
        }
    }

    @GetMapping("/{id}")
    @Operation(summary = "How a top-up stands")
    TopUpView show(@PathVariable UUID id, Caller caller) {
        return view(intents.find(new PaymentIntentId(id)))
                .filter(view -> view.isVisibleTo(caller))
                .orElseThrow(() -> new Refusal(problem(NOT_FOUND, "payment/unknown-top-up")));
    }

    @PostMapping("/{id}/cancellation")
    @Idempotent(commitsItself = true)
    @Operation(
            summary = "Pay nothing after all",
            description = "Possible until the provider works on it.")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "409",
            description =
                    "payment/payment-processing: it can still succeed or fail; or"
                            + " payment/payment-ended: it has")
    @ApiResponse(
            responseCode = "503",
            description = "payment/provider-unavailable: ask again, nothing is lost")
    TopUpView cancel(@PathVariable UUID id, Caller caller) {
        var intent = intents.find(new PaymentIntentId(id));
        if (!(intent instanceof Requested requested
                && caller.actsFor(requested.topUp().owner().party()))) {
            throw new Refusal(problem(NOT_FOUND, "payment/unknown-top-up"));
        }
        switch (charges.cancel(requested)) {
            case CANCELLED -> {}
            case TOO_LATE -> throw new Refusal(problem(CONFLICT, "payment/payment-processing"));
            case ENDED -> throw new Refusal(problem(CONFLICT, "payment/payment-ended"));
            case UNKNOWN ->
                    throw new ProviderUnavailableException("Nobody knows whether " + id + " ended");
        }
        return show(id, caller);
    }

    private Optional<TopUpView> view(PaymentIntent intent) {
        return switch (intent) {
            case Absent _ -> Optional.empty();
            case Requested requested ->
                    Optional.of(TopUpView.of(requested, charges.deadline(requested.topUp())));
        };
    }

    record TopUpRequest(
            @NotNull Money amount,
            @Schema(description = "A stored one; without it the owner pays in the browser")
                    @Nullable UUID paymentMethodId) {}

    record TopUpView(
            UUID id,
            @Schema(description = "REQUIRES_ACTION: see its confirmation") PaymentStatus status,
            Party owner,
            Money amount,
            @Schema(description = "Why the provider refused; only when FAILED")
                    @Nullable String failure,
            @Schema(description = "Who ended it; only when CANCELLED")
                    @Nullable Cancellation cancelledBy,
            Instant requestedAt,
            @Schema(description = "When it is cancelled unless its payer has completed it")
                    Instant expiresAt) {
        static TopUpView of(Requested intent, Instant expiresAt) {
            var topUp = intent.topUp();
            return new TopUpView(
                    topUp.id().value(),
                    PaymentStatus.of(intent),
                    topUp.owner().party(),
                    topUp.amount(),
                    PaymentStatus.failure(intent).orElse(null),
                    PaymentStatus.cancellation(intent).orElse(null),
                    topUp.requestedAt(),
                    expiresAt);
        }

        boolean isVisibleTo(Caller caller) {
            return caller.actsFor(owner) || caller.isStaff("FINANCE_OPS", "ADMIN");
        }
    }
}
