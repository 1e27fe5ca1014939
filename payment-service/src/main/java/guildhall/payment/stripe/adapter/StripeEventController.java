package guildhall.payment.stripe.adapter;

import static guildhall.runtime.web.Problems.problem;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import guildhall.payment.stripe.adapter.StripeEvents.Status;
import guildhall.payment.stripe.adapter.StripeEvents.Stored;
import guildhall.runtime.operate.OperatorDesk;
import guildhall.runtime.operate.ReasonRequest;
import guildhall.runtime.security.Caller;
import guildhall.runtime.security.StaffOnly;
import guildhall.runtime.web.Page;
import guildhall.runtime.web.Paging;
import guildhall.runtime.web.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What became of Stripe's events. The body stays in the database: it may name people. */
@WithStripe
@RestController
@RequestMapping("/v1/webhook-events/stripe")
@StaffOnly({"FINANCE_OPS", "SUPPORT_AGENT", "ADMIN"})
@Tag(name = "Webhooks")
class StripeEventController {
    private final StripeEvents events;
    private final StripeInbox inbox;
    private final OperatorDesk operators;

    StripeEventController(StripeEvents events, StripeInbox inbox, OperatorDesk operators) {
        this.events = events;
        this.inbox = inbox;
        this.operators = operators;
    }

    @GetMapping
    @Operation(
            summary = "Events of Stripe, newest first",
            description = "By default those that are not handled: waiting, or given up.")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    Page<EventView> list(
            @RequestParam(defaultValue = "WAITING,GIVEN_UP") Set<Status> status, Paging paging) {
        return Page.of(
                        events.list(status, paging.beforeNumber(), paging.rows()),
                        paging.limit(),
                        stored -> Long.toString(stored.number()))
                .map(EventView::of);
    }

    @PostMapping("/{id}/retry")
    @StaffOnly({"FINANCE_OPS", "ADMIN"})
    @Operation(summary = "Handle an event again that failed; the answer tells what came of it")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "409",
            description = "payment/event-handled: there is nothing to do")
    EventView retry(
            @Parameter(example = "evt_1PQ") @PathVariable @Size(max = 255) String id,
            @Valid @RequestBody ReasonRequest request,
            Caller operator) {
        var stored = find(id);
        if (stored.status() == Status.DONE) {
            throw new Refusal(problem(CONFLICT, "payment/event-handled"));
        }
        operators.record(operator, "stripe-event.retry", id, request.reason());
        inbox.retry(stored);
        return EventView.of(find(id));
    }

    private Stored find(String id) {
        return events.find(id)
                .orElseThrow(() -> new Refusal(problem(NOT_FOUND, "payment/unknown-event")));
    }

    record EventView(
            String id,
            @Schema(example = "payment_intent.succeeded") String type,
            Status status,
            @Schema(description = "How often it has failed") int tries,
            @Schema(description = "Of the last failure") @Nullable String failure,
            Instant receivedAt,
            @Schema(description = "Only while it waits") @Nullable Instant nextTryAt) {
        static EventView of(Stored stored) {
            return new EventView(
                    stored.id(),
                    stored.type(),
                    stored.status(),
                    stored.tries(),
                    stored.failure(),
                    stored.receivedAt(),
                    stored.status() == Status.WAITING ? stored.nextTryAt() : null);
        }
    }
}
