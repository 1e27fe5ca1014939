package guildhall.payment.payout.adapter;

import guildhall.messages.id.PayoutId;
import guildhall.payment.payout.Payouts;
import guildhall.runtime.idempotency.Idempotent;
import guildhall.runtime.operate.ReasonRequest;
import guildhall.runtime.security.Caller;
import guildhall.runtime.security.StaffOnly;
import guildhall.runtime.web.Page;
import guildhall.runtime.web.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Payouts that are large enough for somebody of finance to look at them first. */
@RestController
@StaffOnly({"FINANCE_OPS", "ADMIN"})
@Tag(name = "Payouts")
class PayoutReviewController {
    private final Payouts payouts;
    private final PayoutReviews reviews;

    PayoutReviewController(Payouts payouts, PayoutReviews reviews) {
        this.payouts = payouts;
        this.reviews = reviews;
    }

    @GetMapping("/v1/payout-reviews")
    @Operation(summary = "Payouts that await a review, oldest first")
    Page<PayoutView> list(Paging paging) {
        return Page.of(
                        payouts.awaitingReview(paging.afterId(), paging.rows()),
                        paging.limit(),
                        payout -> payout.order().id().toString())
                .map(PayoutView::forStaff);
    }

    @PostMapping("/v1/payouts/{id}/approval")
    @Idempotent
    @Operation(
            summary = "Let a payout go, as somebody else than who asked for it",
            description =
                    "A large one goes when two persons have approved: after the first approval it"
                            + " awaits its review still, and lists who has approved.")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "404", description = "payment/unknown-payout")
    @ApiResponse(
            responseCode = "409",
            description =
                    "payment/second-person-needed: the caller has asked for it, or has approved it"
                            + " already; or payment/payout-not-awaiting-review")
    PayoutView approve(
            @PathVariable UUID id, @Valid @RequestBody ReasonRequest request, Caller operator) {
        return reviews.approve(new PayoutId(id), operator, request.reason());
    }

    @PostMapping("/v1/payouts/{id}/rejection")
    @Idempotent
    @Operation(summary = "Return the money to the wallet instead of paying it")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "404", description = "payment/unknown-payout")
    @ApiResponse(
            responseCode = "409",
            description = "payment/second-person-needed or payment/payout-not-awaiting-review")
    PayoutView decline(
            @PathVariable UUID id, @Valid @RequestBody ReasonRequest request, Caller operator) {
        return reviews.decline(new PayoutId(id), operator, request.reason());
    }
}
