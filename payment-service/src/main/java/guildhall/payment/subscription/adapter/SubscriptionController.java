package guildhall.payment.subscription.adapter;

import static guildhall.runtime.web.Problems.problem;
import static java.time.temporal.ChronoUnit.MICROS;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import guildhall.messages.id.SubscriptionId;
import guildhall.messages.party.Side;
import guildhall.payment.subscription.Plan;
import guildhall.payment.subscription.Plans;
import guildhall.payment.subscription.Subscription.Known;
import guildhall.payment.subscription.Subscriptions;
import guildhall.payment.subscription.adapter.SubscriptionView.PlanView;
import guildhall.runtime.idempotency.IdempotencyKey;
import guildhall.runtime.idempotency.Idempotent;
import guildhall.runtime.security.Caller;
import guildhall.runtime.web.Page;
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
@RequestMapping("/v1/subscriptions")
@Tag(name = "Subscriptions")
class SubscriptionController {
    private static final int SHOWN = 100;

    private final SubscriptionTransactions transactions;
    private final Subscriptions subscriptions;
    private final Plans plans;
    private final Clock clock;

    SubscriptionController(
            SubscriptionTransactions transactions,
            Subscriptions subscriptions,
            Plans plans,
            Clock clock) {
        this.transactions = transactions;
        this.subscriptions = subscriptions;
        this.plans = plans;
        this.clock = clock;
    }

    @GetMapping("/plans")
    @Operation(summary = "The plans that can be subscribed to")
    Page<PlanView> plans() {
        return new Page<>(plans.inForce(now()).stream().map(PlanView::of).toList(), null);
    }

    @GetMapping
    @Operation(summary = "The subscriptions of the caller's party, newest first")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "403", description = "The session acts for no party")
    Page<SubscriptionView> list(Caller caller) {
        var found = subscriptions.of(caller.requireParty(), SHOWN);
        return new Page<>(found.stream().map(SubscriptionView::of).toList(), null);
    }

    @GetMapping("/{id}")
    @Operation(summary = "A subscription of the caller's party")
    SubscriptionView show(@PathVariable UUID id, Caller caller) {
        return SubscriptionView.of(visible(id, caller));
    }

    @PostMapping
    @Idempotent(required = true)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Subscribe to a plan",
            description =
                    "Begins with the trial of the plan if the party never had a subscription, else"
                            + " charges the first period to the wallet.")
    @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "403", description = "The session acts for no party")
    @ApiResponse(
            responseCode = "409",
            description = "The party has a subscription, or payment/wallet-frozen")
    @ApiResponse(responseCode = "422", description = "No such plan, or the wallet is short")
    ResponseEntity<SubscriptionView> subscribe(
            @Valid @RequestBody PlanRequest request, IdempotencyKey key, Caller caller) {
        var subscriber = new Side(caller.requireParty(), caller.user());
        var id = new SubscriptionId(key.id());
        SubscriptionProblems.require(transactions.subscribe(id, subscriber, plan(request), now()));
        return ResponseEntity.created(URI.create("/v1/subscriptions/" + id))
                .body(show(id.value(), caller));
    }

    @PostMapping("/{id}/plan")
    @Idempotent(required = true)
    @Operation(
            summary = "Change the plan",
            description =
                    "A dearer plan counts at once and the difference for the rest of the period is"
                            + " charged; any other counts from the next period. The present plan"
                            + " takes such a change back.")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "409",
            description = "Past due, cancelled or over, or payment/wallet-frozen")
    @ApiResponse(responseCode = "422", description = "No such plan, or the wallet is short")
    SubscriptionView change(
            @PathVariable UUID id,
            @Valid @RequestBody PlanRequest request,
            IdempotencyKey key,
            Caller caller) {
        requireSubscriber(id, caller);
        SubscriptionProblems.require(
                transactions.changePlan(new SubscriptionId(id), key.id(), plan(request), now()));
        return show(id, caller);
    }

    @PostMapping("/{id}/payment")
    @Idempotent(required = true)
    @Operation(summary = "Pay at once what is past due")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "409",
            description = "Nothing is past due, or payment/wallet-frozen")
    @ApiResponse(responseCode = "422", description = "The wallet is short")
    SubscriptionView pay(@PathVariable UUID id, Caller caller) {
        requireSubscriber(id, caller);
        SubscriptionProblems.require(transactions.payNow(new SubscriptionId(id), now()));
        return show(id, caller);
    }

    @PostMapping("/{id}/cancellation")
    @Idempotent
    @Operation(
            summary = "Do not renew",
            description = "Benefits last until the end of what was paid for, or of the trial.")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    SubscriptionView cancel(@PathVariable UUID id, Caller caller) {
        requireSubscriber(id, caller);
        SubscriptionProblems.require(transactions.cancel(new SubscriptionId(id), now()));
        return show(id, caller);
    }

    private Plan plan(PlanRequest request) {
        return plans.find(request.plan(), now())
                .orElseThrow(
                        () -> new Refusal(problem(UNPROCESSABLE_CONTENT, "payment/unknown-plan")));
    }

    private Known visible(UUID id, Caller caller) {
        if (subscriptions.find(new SubscriptionId(id)) instanceof Known known
                && (caller.actsFor(known.terms().subscriber().party())
                        || caller.isStaff("FINANCE_OPS", "ADMIN"))) {
            return known;
        }
        throw SubscriptionProblems.unknown();
    }

    /** Staff may look, but neither pays nor cancels for others. */
    private void requireSubscriber(UUID id, Caller caller) {
        if (!caller.actsFor(visible(id, caller).terms().subscriber().party())) {
            throw SubscriptionProblems.unknown();
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(MICROS);
    }

    record PlanRequest(
            @Schema(example = "pro", description = "The id of a plan") @NotBlank @Size(max = 50)
                    String plan) {}
}
