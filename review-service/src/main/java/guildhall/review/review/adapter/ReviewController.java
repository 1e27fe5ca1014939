package guildhall.review.review.adapter;

import guildhall.messages.id.ReviewId;
import guildhall.messages.party.Party;
import guildhall.messages.party.PartyType;
import guildhall.review.review.Review.Known;
import guildhall.review.review.Review.Published;
import guildhall.review.review.Review.Responded;
import guildhall.review.review.Review.Sealed;
import guildhall.review.review.ReviewCommand.RespondToReview;
import guildhall.review.review.ReviewRejection.UnknownReview;
import guildhall.review.review.Reviews;
import guildhall.runtime.decide.Decision.Accepted;
import guildhall.runtime.decide.Decision.Rejected;
import guildhall.runtime.idempotency.Idempotent;
import guildhall.runtime.list.Place;
import guildhall.runtime.security.Caller;
import guildhall.runtime.web.IfMatch;
import guildhall.runtime.web.Page;
import guildhall.runtime.web.Paging;
import guildhall.runtime.web.PlainText;
import guildhall.runtime.web.Problems;
import guildhall.runtime.web.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/reviews")
@Tag(name = "Reviews", description = "What both sides of a contract say about each other")
class ReviewController {
    private final Reviews reviews;
    private final Clock clock;

    ReviewController(Reviews reviews, Clock clock) {
        this.reviews = reviews;
        this.clock = clock;
    }

    record RespondRequest(
            @Schema(example = "Thank you, it was a pleasure.") @NotBlank @Size(max = 2_000)
                    String text) {}

    @GetMapping
    @Operation(summary = "List the published reviews about a party, the newest first")
    Page<ReviewView> about(
            @Parameter(example = "TALENT:0198c0de-0000-7000-8000-000000000001") @RequestParam
                    String subject,
            Paging paging) {
        var before = paging.place();
        var rows = reviews.about(party(subject), before, paging.rows());
        return Page.of(rows, paging.limit(), ReviewController::cursor)
                .map(ReviewView::forEverybody);
    }

    private static Party party(String subject) {
        var words = subject.split(":", -1);
        try {
            if (words.length == 2) {
                return new Party(PartyType.valueOf(words[0]), UUID.fromString(words[1]));
            }
        } catch (IllegalArgumentException _) {
            // Answered below, like anything else that names no party.
        }
        throw Refusal.parameter("subject", "must be a party such as TALENT:<uuid>");
    }

    private static String cursor(Known review) {
        var publishedAt =
                switch (review) {
                    case Published published -> published.publishedAt();
                    case Responded responded -> responded.publishedAt();
                    case Sealed sealed ->
                            throw new IllegalStateException(sealed + " is not published");
                };
        return new Place(publishedAt, review.written().id().value()).toCursor();
    }

    @GetMapping("/{id}")
    @Operation(summary = "Read a review: anybody once it is published, before that its author")
    ResponseEntity<ReviewView> read(
            @PathVariable ReviewId id, @Parameter(hidden = true) Optional<Caller> caller) {
        return reviews.find(id)
                .flatMap(review -> view(review, caller).map(view -> ok(review, view)))
                .orElseGet(() -> Problems.answer(ReviewProblems.of(new UnknownReview())));
    }

    private static ResponseEntity<ReviewView> ok(Known review, ReviewView view) {
        return ResponseEntity.ok().eTag(IfMatch.tag(review.written().edition())).body(view);
    }

    private static Optional<ReviewView> view(Known review, Optional<Caller> caller) {
        if (caller.flatMap(Caller::actingParty).filter(review::isBy).isPresent()) {
            return Optional.of(ReviewView.forAuthor(review));
        }
        return review instanceof Sealed
                ? Optional.empty()
                : Optional.of(ReviewView.forEverybody(review));
    }

    @PostMapping("/{id}/response")
    @Idempotent
    @Operation(summary = "Respond to a review about you: once, within thirty days")
    ResponseEntity<ReviewView> respond(
            @PathVariable ReviewId id, @Valid @RequestBody RespondRequest request, Caller caller) {
        var by = caller.actingParty().orElseThrow(ReviewProblems::partiesOnly);
        var text = PlainText.required("/text", request.text());
        return switch (reviews.handle(new RespondToReview(id, by, text, clock.instant()))) {
            case Accepted<?, ?> _ ->
                    ResponseEntity.ok(ReviewView.forEverybody(reviews.find(id).orElseThrow()));
            case Rejected(var reason) -> Problems.answer(ReviewProblems.of(reason));
        };
    }
}
