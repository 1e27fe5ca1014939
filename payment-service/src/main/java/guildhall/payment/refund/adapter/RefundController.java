package guildhall.payment.refund.adapter;

import static guildhall.runtime.web.Problems.problem;
import static java.time.temporal.ChronoUnit.MICROS;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import guildhall.messages.id.CardRefundId;
import guildhall.messages.id.PaymentIntentId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Side;
import guildhall.payment.refund.Refund.Absent;
import guildhall.payment.refund.Refund.Requested;
import guildhall.payment.refund.RefundDesk;
import guildhall.payment.refund.RefundOrder;
import guildhall.payment.refund.Refunds;
import guildhall.runtime.decide.Decision.Rejected;
import guildhall.runtime.idempotency.IdempotencyKey;
import guildhall.runtime.idempotency.Idempotent;
import guildhall.runtime.list.Place;
import guildhall.runtime.security.Caller;
import guildhall.runtime.web.Amounts;
import guildhall.runtime.web.Page;
import guildhall.runtime.web.Paging;
import guildhall.runtime.web.PlainText;
import guildhall.runtime.web.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
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

/** The refunds of the caller's party. */
@RestController
@RequestMapping("/v1/refunds")
@Tag(name = "Refunds")
class RefundController {
    private final Refunds refunds;
    private final RefundDesk desk;
    private final RefundRequests requests;
    private final Clock clock;

    RefundController(Refunds refunds, RefundDesk desk, RefundRequests requests, Clock clock) {
        this.refunds = refunds;
        this.desk = desk;
        this.requests = requests;
        this.clock = clock;
    }

    record RefundRequest(
            @NotNull UUID topUpId,
            @NotNull Money amount,
            @NotBlank @Size(max = 500) String reason) {}

    @PostMapping
    @Idempotent(required = true, commitsItself = true)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Have a top-up, or a part of it, sent back to the card",
            description =
                    "Goes to the provider at once when it concerns only money that was paid in and"
                            + " is still in the wallet; otherwise finance decides. Follow the"
                            + " Location to see the result.")
    @ApiResponse(responseCode = "202", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "403", description = "The session acts for no party")
    @ApiResponse(
            responseCode = "409",
            description =
                    "payment/top-up-not-settled, payment/refund-open, payment/insufficient-funds,"
                            + " payment/wallet-frozen or payment/debt-outstanding")
    @ApiResponse(
            responseCode = "422",
            description =
                    "payment/unknown-top-up, payment/other-currency or"
                            + " payment/more-than-refundable")
    ResponseEntity<RefundView> request(
            @Valid @RequestBody RefundRequest request, IdempotencyKey key, Caller caller) {
        var order = order(request, new CardRefundId(key.id()), caller);
        if (desk.request(order) instanceof Rejected(var rejection)) {
            throw RefundProblems.refusal(rejection);
        }
        requests.submitNow(order.id());
        return ResponseEntity.accepted()
                .location(URI.create("/v1/refunds/" + order.id()))
                .body(show(order.id().value(), caller));
    }

    private RefundOrder order(RefundRequest request, CardRefundId id, Caller caller) {
        var owner = new Side(caller.requireParty(), caller.user());
        var amount = Amounts.payable("/amount", request.amount());
        var reason = PlainText.requiredLine("/reason", request.reason());
        return new RefundOrder(
                id,
                new PaymentIntentId(request.topUpId()),
                owner,
                amount,
                reason,
                clock.instant().truncatedTo(MICROS));
    }

    @GetMapping
    @Operation(summary = "The refunds of the caller's party, newest first")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "403", description = "The session acts for no party")
    Page<RefundView> list(Paging paging, Caller caller) {
        var owner = caller.requireParty();
        return Page.of(
                        refunds.ownedBy(owner, paging.place(), paging.rows()),
                        paging.limit(),
                        RefundController::cursor)
                .map(RefundView::of);
    }

    private static String cursor(Requested refund) {
        var order = refund.order();
        return new Place(order.requestedAt(), order.id().value()).toCursor();
    }

    @GetMapping("/{id}")
    @Operation(summary = "How a refund stands")
    RefundView show(@PathVariable UUID id, Caller caller) {
        return switch (refunds.find(new CardRefundId(id))) {
            case Requested refund when RefundView.of(refund).isVisibleTo(caller) ->
                    RefundView.seenBy(caller, refund);
            case Requested _, Absent _ ->
                    throw new Refusal(problem(NOT_FOUND, "payment/unknown-refund"));
        };
    }
}
