package guildhall.review.window.adapter;

import guildhall.messages.id.ContractId;
import guildhall.messages.id.ReviewId;
import guildhall.messages.party.Party;
import guildhall.review.review.WrittenReview;
import guildhall.review.window.ReviewWindow.HalfReviewed;
import guildhall.review.window.ReviewWindow.Known;
import guildhall.review.window.ReviewWindow.Lapsed;
import guildhall.review.window.ReviewWindow.Open;
import guildhall.review.window.ReviewWindow.Revealed;
import guildhall.review.window.WindowCommand.RewriteReview;
import guildhall.review.window.WindowCommand.SubmitReview;
import guildhall.review.window.WindowRejection.UnknownReview;
import guildhall.review.window.Windows;
import guildhall.review.window.adapter.WindowRequests.RewriteReviewRequest;
import guildhall.review.window.adapter.WindowRequests.SubmitReviewRequest;
import guildhall.runtime.decide.Decision.Accepted;
import guildhall.runtime.decide.Decision.Rejected;
import guildhall.runtime.idempotency.IdempotencyKey;
import guildhall.runtime.idempotency.Idempotent;
import guildhall.runtime.list.Place;
import guildhall.runtime.security.Caller;
import guildhall.runtime.web.IfMatch;
import guildhall.runtime.web.Page;
import guildhall.runtime.web.Paging;
import guildhall.runtime.web.Problems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Writing reviews. */
@RestController
@Tag(name = "Reviews", description = "What both sides of a contract say about each other")
class WindowController {
    private final Windows windows;
    private final Clock clock;

    WindowController(Windows windows, Clock clock) {
        this.windows = windows;
        this.clock = clock;
    }

    enum Status {
        OPEN,
        PUBLISHED,
        LAPSED
    }

    /** A window as one side sees it: nothing tells whether the other side has written. */
    record WindowView(
            ContractId contractId,
            String title,
            Party client,
            Party talent,
            Instant opensAt,
            Instant closesAt,
            Status status,
            @Schema(description = "The review that you wrote") @Nullable ReviewId yourReview) {
        static WindowView of(Known known, Party reader) {
            var window = known.window();
            return new WindowView(
                    window.contract(),
                    window.title(),
                    window.client().party(),
                    window.talent().party(),
                    window.opensAt(),
                    window.closesAt(),
                    statusOf(known),
                    written(known).stream()
                            .filter(review -> review.reviewer().party().equals(reader))
                            .map(WrittenReview::id)
                            .findFirst()
                            .orElse(null));
        }

        private static Status statusOf(Known known) {
            return switch (known) {
                case Open _, HalfReviewed _ -> Status.OPEN;
                case Revealed _ -> Status.PUBLISHED;
                case Lapsed _ -> Status.LAPSED;
            };
        }

        private static List<WrittenReview> written(Known known) {
            return switch (known) {
                case Open _, Lapsed _ -> List.of();
                case HalfReviewed half -> List.of(half.review());
                case Revealed revealed -> revealed.reviews();
            };
        }
    }

    /** The receipt of a review, which {@code GET /v1/reviews/{id}} has in full. */
    record ReceiptView(ReviewId id, ContractId contractId) {}

    @GetMapping("/v1/review-windows")
    @Operation(summary = "List the contracts that you may review or have reviewed")
    Page<WindowView> mine(Paging paging, Caller caller) {
        var party = party(caller);
        var before = paging.place();
        var rows = windows.of(party, before, paging.rows());
        return Page.of(rows, paging.limit(), WindowController::cursor)
                .map(known -> WindowView.of(known, party));
    }

    private static String cursor(Known known) {
        var window = known.window();
        return new Place(window.opensAt(), window.contract().value()).toCursor();
    }

    @PostMapping("/v1/reviews")
    @Idempotent
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Review the other side of a completed contract",
            description =
                    "Sealed until the other side has reviewed too, or the window ends. Until then"
                            + " PUT rewrites it; a second POST is refused.")
    @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "404", description = "You have no completed contract with this id")
    ResponseEntity<ReceiptView> submit(
            @Valid @RequestBody SubmitReviewRequest request, IdempotencyKey key, Caller caller) {
        var id = new ReviewId(key.id());
        var contract = request.contractId();
        var command =
                new SubmitReview(contract, id, party(caller), request.content(), clock.instant());
        return switch (windows.handle(command)) {
            case Accepted<?, ?> _ ->
                    ResponseEntity.created(URI.create("/v1/reviews/" + id))
                            .eTag(IfMatch.tag(1))
                            .body(new ReceiptView(id, contract));
            case Rejected(var reason) -> Problems.answer(WindowProblems.of(reason));
        };
    }

    @PutMapping("/v1/reviews/{id}")
    @Operation(summary = "Rewrite a review of yours that is not published")
    ResponseEntity<ReceiptView> rewrite(
            @PathVariable ReviewId id,
            IfMatch seen,
            @Valid @RequestBody RewriteReviewRequest request,
            Caller caller) {
        var by = party(caller);
        var contract = windows.contractOf(id);
        if (contract.isEmpty()) {
            return Problems.answer(WindowProblems.of(new UnknownReview()));
        }
        var command = new RewriteReview(contract.get(), id, by, request.content(), clock.instant());
        return switch (windows.handle(command, seen::matches)) {
            case Accepted<?, ?> _ -> ResponseEntity.ok(new ReceiptView(id, contract.get()));
            case Rejected(var reason) -> Problems.answer(WindowProblems.of(reason));
        };
    }

    private static Party party(Caller caller) {
        return caller.actingParty().orElseThrow(WindowProblems::partiesOnly);
    }
}
