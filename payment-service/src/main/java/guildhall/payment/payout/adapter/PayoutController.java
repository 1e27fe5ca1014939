package guildhall.payment.payout.adapter;

import static guildhall.runtime.web.Problems.problem;
import static java.time.temporal.ChronoUnit.MICROS;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import guildhall.messages.id.PayoutAccountId;
import guildhall.messages.id.PayoutId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Side;
import guildhall.payment.payout.Payout.Absent;
import guildhall.payment.payout.Payout.Requested;
import guildhall.payment.payout.PayoutCommand.CancelPayout;
import guildhall.payment.payout.PayoutDesk;
import guildhall.payment.payout.PayoutOrder;
import guildhall.payment.payout.PayoutPolicy;
import guildhall.payment.payout.Payouts;
import guildhall.payment.payout.Speed;
import guildhall.runtime.decide.Decision.Accepted;
import guildhall.runtime.decide.Decision.Rejected;
import guildhall.runtime.idempotency.IdempotencyKey;
import guildhall.runtime.idempotency.Idempotent;
import guildhall.runtime.list.Place;
import guildhall.runtime.security.Caller;
import guildhall.runtime.web.Amounts;
import guildhall.runtime.web.Page;
import guildhall.runtime.web.Paging;
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

/** The payouts of the caller's party. */
@RestController
@RequestMapping("/v1/payouts")
@Tag(name = "Payouts")
class PayoutController {
    private final Payouts payouts;
    private final PayoutDesk desk;
    private final PayoutPolicy policy;
    private final PayoutSubmissions submissions;
    private final Clock clock;

    PayoutController(
            Payouts payouts,
            PayoutDesk desk,
            PayoutPolicy policy,
            PayoutSubmissions submissions,
            Clock clock) {
        this.payouts = payouts;
        this.desk = desk;
        this.policy = policy;
        this.submissions = submissions;
        this.clock = clock;
    }

    /**
     * @param speed STANDARD when absent
     */
    record PayoutRequest(
            @NotNull UUID accountId,
            @NotNull Money amount,
            @Schema(description = "INSTANT costs a fee; STANDARD when absent")
                    @Nullable Speed speed) {}

    @PostMapping
    @Idempotent(required = true, commitsItself = true)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Withdraw money from the wallet to a payout account",
            description =
                    "The whole amount leaves the wallet at once; the provider pays later. Follow"
                            + " the Location to see the result.")
    @ApiResponse(responseCode = "202", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "403", description = "The session acts for no party")
    @ApiResponse(
            responseCode = "409",
            description =
                    "payment/insufficient-funds, payment/payout-account-not-active,"
                            + " payment/payout-account-on-hold, payment/wallet-frozen or"
                            + " payment/debt-outstanding")
    @ApiResponse(
            responseCode = "422",
            description =
                    "payment/unknown-payout-account, payment/other-currency,"
                            + " payment/amount-too-small or payment/daily-limit-exceeded")
    ResponseEntity<PayoutView> request(
            @Valid @RequestBody PayoutRequest request, IdempotencyKey key, Caller caller) {
        var order = order(request, new PayoutId(key.id()), caller);
        switch (desk.request(order)) {
            case Rejected(var rejection) -> throw PayoutProblems.refusal(rejection);
            // The chore submits an instant payout that a crash leaves behind here.
            case Accepted(var events) when !events.isEmpty() && order.speed() == Speed.INSTANT ->
                    submissions.submitNow(order.id());
            case Accepted(var _) -> {}
        }
        return ResponseEntity.accepted()
                .location(URI.create("/v1/payouts/" + order.id()))
                .body(show(order.id().value(), caller));
    }

    private PayoutOrder order(PayoutRequest request, PayoutId id, Caller caller) {
        var amount = Amounts.payable("/amount", request.amount());
        var speed = request.speed() == null ? Speed.STANDARD : request.speed();
        return new PayoutOrder(
                id,
                new Side(caller.requireParty(), caller.user()),
                new PayoutAccountId(request.accountId()),
                amount,
                policy.fee(amount, speed),
                speed,
                now());
    }

    @GetMapping
    @Operation(summary = "The payouts of the caller's party, newest first")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "403", description = "The session acts for no party")
    Page<PayoutView> list(Paging paging, Caller caller) {
        var owner = caller.requireParty();
        return Page.of(
                        payouts.ownedBy(owner, paging.place(), paging.rows()),
                        paging.limit(),
                        PayoutController::cursor)
                .map(PayoutView::of);
    }

    private static String cursor(Requested payout) {
        var order = payout.order();
        return new Place(order.requestedAt(), order.id().value()).toCursor();
    }

    @GetMapping("/{id}")
    @Operation(summary = "How a payout stands")
    PayoutView show(@PathVariable UUID id, Caller caller) {
        return switch (payouts.find(new PayoutId(id))) {
            case Requested payout when PayoutView.of(payout).isVisibleTo(caller) ->
                    PayoutView.seenBy(caller, payout);
            case Requested _, Absent _ -> throw unknown();
        };
    }

    @PostMapping("/{id}/cancellation")
    @Idempotent
    @Operation(
            summary = "Have the money back in the wallet instead",
            description = "Possible until the provider has been asked to pay.")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "409", description = "payment/payout-too-late")
    PayoutView cancel(@PathVariable UUID id, Caller caller) {
        if (!caller.actsFor(show(id, caller).owner())) {
            throw unknown();
        }
        if (desk.handle(new CancelPayout(new PayoutId(id), now()))
                instanceof Rejected(var rejection)) {
            throw PayoutProblems.refusal(rejection);
        }
        return show(id, caller);
    }

    private static Refusal unknown() {
        return new Refusal(problem(NOT_FOUND, "payment/unknown-payout"));
    }

    private Instant now() {
        return clock.instant().truncatedTo(MICROS);
    }
}
