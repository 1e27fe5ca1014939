package guildhall.identity.verification.adapter;

import static guildhall.runtime.web.Problems.answer;

import guildhall.identity.verification.Verification.Begun;
import guildhall.identity.verification.Verification.InReview;
import guildhall.identity.verification.VerificationCommand.AskForUpdate;
import guildhall.identity.verification.VerificationCommand.RejectSubmission;
import guildhall.identity.verification.VerificationCommand.ReopenReview;
import guildhall.identity.verification.VerificationCommand.TakeIntoReview;
import guildhall.identity.verification.VerificationEvent;
import guildhall.identity.verification.VerificationRejection;
import guildhall.identity.verification.VerificationRejection.NotTheReviewer;
import guildhall.identity.verification.VerificationRejection.UnknownVerification;
import guildhall.identity.verification.Verifications;
import guildhall.messages.id.VerificationId;
import guildhall.runtime.decide.Decision;
import guildhall.runtime.decide.Decision.Accepted;
import guildhall.runtime.decide.Decision.Rejected;
import guildhall.runtime.list.Place;
import guildhall.runtime.operate.ReasonRequest;
import guildhall.runtime.security.Caller;
import guildhall.runtime.security.StaffOnly;
import guildhall.runtime.web.Page;
import guildhall.runtime.web.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where staff decides who parties are. */
@RestController
@RequestMapping("/v1/verifications")
@StaffOnly("COMPLIANCE")
@Tag(name = "Verification")
class ReviewController {
    private static final Place OLDEST = new Place(Instant.EPOCH, new UUID(0, 0));

    private final Verifications verifications;
    private final VerificationReviews reviews;
    private final DocumentNumbers numbers;

    ReviewController(
            Verifications verifications, VerificationReviews reviews, DocumentNumbers numbers) {
        this.verifications = verifications;
        this.reviews = reviews;
        this.numbers = numbers;
    }

    @GetMapping
    @Operation(summary = "Verifications that wait for a decision, the oldest submission first")
    Page<ReviewView> queue(Paging paging) {
        var after =
                paging.cursor()
                        .map(cursor -> Place.ofCursor(cursor).orElseThrow(Paging::badCursor))
                        .orElse(OLDEST);
        return Page.of(
                        verifications.queue(after, paging.rows()),
                        paging.limit(),
                        ReviewController::cursor)
                .map(this::view);
    }

    private static String cursor(Begun begun) {
        var dossier = begun.dossier();
        return new Place(dossier.submission().at(), dossier.id().value()).toCursor();
    }

    @GetMapping("/{id}")
    @Operation(
            summary = "One verification, without the numbers of its documents",
            description = "A document that somebody else has shown too is marked as a duplicate.")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "404", description = "identity/unknown-verification")
    ResponseEntity<ReviewView> show(@PathVariable UUID id) {
        return verifications
                .find(new VerificationId(id))
                .map(found -> ResponseEntity.ok(view(found)))
                .orElseGet(() -> answer(VerificationProblems.of(new UnknownVerification())));
    }

    @PostMapping("/{id}/review")
    @Operation(
            summary = "Take a verification into review",
            description = "Only who has taken it decides; a colleague may take it over.")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "404", description = "identity/unknown-verification")
    @ApiResponse(
            responseCode = "409",
            description = "identity/nothing-to-review or identity/reviewer-is-subject")
    ResponseEntity<ReviewView> take(@PathVariable UUID id, Caller caller) {
        var command = new TakeIntoReview(new VerificationId(id), caller.user(), reviews.now());
        return outcome(id, verifications.handle(command));
    }

    @PostMapping("/{id}/approval")
    @Operation(
            summary = "Approve a submission and record the checks that it passed",
            description = "The tier follows from all checks that are good. The reason is audited.")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "404", description = "identity/unknown-verification")
    @ApiResponse(
            responseCode = "409",
            description =
                    "identity/not-the-reviewer, identity/nothing-to-review or"
                            + " identity/duplicate-document: somebody else has shown it too")
    @ApiResponse(
            responseCode = "422",
            description = "identity/nothing-proves-it or identity/too-little-proved")
    ResponseEntity<ReviewView> approve(
            @PathVariable UUID id, @Valid @RequestBody ApprovalRequest request, Caller caller) {
        return outcome(
                id,
                reviews.approve(new VerificationId(id), request.seen(), caller, request.reason()));
    }

    @PostMapping("/{id}/rejection")
    @Operation(
            summary = "Reject a submission",
            description = "The owner reads the reason; it is audited.")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "404", description = "identity/unknown-verification")
    @ApiResponse(
            responseCode = "409",
            description = "identity/not-the-reviewer or identity/nothing-to-review")
    ResponseEntity<ReviewView> reject(
            @PathVariable UUID id, @Valid @RequestBody RefusalRequest request, Caller caller) {
        var refusal = request.by(caller.user(), reviews.now());
        var command = new RejectSubmission(new VerificationId(id), refusal);
        return outcome(id, reviews.act("verification.reject", command, caller, refusal.note()));
    }

    @PostMapping("/{id}/update-request")
    @Operation(
            summary = "Ask the owner to hand in something else",
            description = "Counts as one of the tries. The owner reads the reason; it is audited.")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "404", description = "identity/unknown-verification")
    @ApiResponse(
            responseCode = "409",
            description = "identity/not-the-reviewer or identity/nothing-to-review")
    ResponseEntity<ReviewView> askForUpdate(
            @PathVariable UUID id, @Valid @RequestBody RefusalRequest request, Caller caller) {
        var refusal = request.by(caller.user(), reviews.now());
        var command = new AskForUpdate(new VerificationId(id), refusal);
        return outcome(
                id, reviews.act("verification.ask-for-update", command, caller, refusal.note()));
    }

    @PostMapping("/{id}/reopening")
    @Operation(
            summary = "Put what was refused into the queue again",
            description = "The owner has all tries again. The reason is audited.")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "404", description = "identity/unknown-verification")
    @ApiResponse(
            responseCode = "409",
            description = "identity/nothing-to-reopen or identity/reviewer-is-subject")
    ResponseEntity<ReviewView> reopen(
            @PathVariable UUID id, @Valid @RequestBody ReasonRequest request, Caller caller) {
        var command = new ReopenReview(new VerificationId(id), caller.user());
        return outcome(id, reviews.act("verification.reopen", command, caller, request.reason()));
    }

    @PostMapping("/{id}/disclosure")
    @Operation(
            summary = "Read the numbers of the documents",
            description = "For who has it in review. Every look is audited with its reason.")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "404", description = "identity/unknown-verification")
    @ApiResponse(responseCode = "409", description = "identity/not-the-reviewer")
    ResponseEntity<Disclosure> disclose(
            @PathVariable UUID id, @Valid @RequestBody ReasonRequest request, Caller caller) {
        var verification = new VerificationId(id);
        return switch (verifications.find(verification).orElse(null)) {
            case null -> answer(VerificationProblems.of(new UnknownVerification()));
            case InReview(var dossier, var reviewer, _) when caller.is(reviewer) -> {
                reviews.audit("verification.disclose", verification, caller, request.reason());
                yield ResponseEntity.ok()
                        .cacheControl(CacheControl.noStore())
                        .body(Disclosure.of(dossier, numbers));
            }
            case Begun _ -> answer(VerificationProblems.of(new NotTheReviewer()));
        };
    }

    private ResponseEntity<ReviewView> outcome(
            UUID id, Decision<VerificationEvent, VerificationRejection> decision) {
        return switch (decision) {
            case Rejected<?, VerificationRejection>(var reason) ->
                    answer(VerificationProblems.of(reason));
            case Accepted<?, ?> _ -> show(id);
        };
    }

    private ReviewView view(Begun found) {
        return ReviewView.of(found, verifications.heldByOthers(found.dossier()));
    }
}
