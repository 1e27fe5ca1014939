package guildhall.payment.refund.adapter;

import guildhall.messages.id.CardRefundId;
import guildhall.payment.refund.Refunds;
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

/** Refunds that reach into earnings, for finance to decide. */
@RestController
@StaffOnly({"FINANCE_OPS", "ADMIN"})
@Tag(name = "Refunds")
class RefundReviewController {
    private final Refunds refunds;
    private final RefundReviews reviews;

    RefundReviewController(Refunds refunds, RefundReviews reviews) {
        this.refunds = refunds;
        this.reviews = reviews;
    }

    @GetMapping("/v1/refund-reviews")
    @Operation(summary = "Refunds that await a decision, oldest first")
    Page<RefundView> list(Paging paging) {
        return Page.of(
                        refunds.awaitingDecision(paging.afterId(), paging.rows()),
                        paging.limit(),
                        refund -> refund.order().id().toString())
                .map(RefundView::forStaff);
    }

    @PostMapping("/v1/refunds/{id}/approval")
    @Idempotent
    @Operation(
            summary = "Let a refund go, as somebody else than who asked for it",
            description =
                    "A large one goes when two persons have approved: after the first approval it"
                            + " is PENDING still, and lists who has approved. The provider is asked"
                            + " a moment later.")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "404", description = "payment/unknown-refund")
    @ApiResponse(
            responseCode = "409",
            description =
                    "payment/second-person-needed: the caller has asked for it, or has approved it"
                            + " already; payment/insufficient-funds, payment/wallet-frozen or payment/refund-not-awaiting-decision")
    RefundView approve(
            @PathVariable UUID id, @Valid @RequestBody ReasonRequest request, Caller operator) {
        return reviews.approve(new CardRefundId(id), operator, request.reason());
    }

    /** The owner gets to see the reason. */
    @PostMapping("/v1/refunds/{id}/rejection")
    @Idempotent
    @Operation(summary = "Leave the money in the wallet")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "404", description = "payment/unknown-refund")
    @ApiResponse(
            responseCode = "409",
            description = "payment/second-person-needed or payment/refund-not-awaiting-decision")
    RefundView reject(
            @PathVariable UUID id, @Valid @RequestBody ReasonRequest request, Caller operator) {
        return reviews.reject(new CardRefundId(id), operator, request.reason());
    }
}
