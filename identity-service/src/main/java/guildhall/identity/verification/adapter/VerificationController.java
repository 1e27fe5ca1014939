package guildhall.identity.verification.adapter;

import static guildhall.runtime.web.Problems.answer;
import static java.time.temporal.ChronoUnit.MILLIS;

import guildhall.identity.verification.Verification;
import guildhall.identity.verification.Verification.NotStarted;
import guildhall.identity.verification.VerificationCommand.SubmitDocuments;
import guildhall.identity.verification.VerificationPolicy;
import guildhall.identity.verification.VerificationRejection;
import guildhall.identity.verification.Verifications;
import guildhall.messages.id.VerificationId;
import guildhall.messages.party.Party;
import guildhall.messages.party.Side;
import guildhall.runtime.decide.Decision.Accepted;
import guildhall.runtime.decide.Decision.Rejected;
import guildhall.runtime.id.Ids;
import guildhall.runtime.idempotency.IdempotencyKey;
import guildhall.runtime.idempotency.Idempotent;
import guildhall.runtime.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Clock;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The verification of the party for which the caller acts. */
@RestController
@Tag(
        name = "Verification",
        description = "Who a party is known to be; its tier bounds what it may withdraw a day.")
class VerificationController {
    private static final URI OWN = URI.create("/v1/me/verification");

    private final Verifications verifications;
    private final VerificationPolicy policy;
    private final DocumentNumbers numbers;
    private final Clock clock;

    VerificationController(
            Verifications verifications,
            VerificationPolicy policy,
            DocumentNumbers numbers,
            Clock clock) {
        this.verifications = verifications;
        this.policy = policy;
        this.numbers = numbers;
        this.clock = clock;
    }

    @GetMapping("/v1/me/verification")
    @Operation(
            summary = "What is verified of the party that the session acts for",
            description = "Of the numbers of documents only the last characters are shown.")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "403", description = "The session acts for no party")
    VerificationView own(Caller caller) {
        return show(idOf(caller.requireParty()));
    }

    @PostMapping("/v1/verifications")
    @Idempotent
    @Operation(
            summary = "Hand in documents of the party that the session acts for",
            description =
                    "Staff reviews them. A phone and a face are checked in the review. What was"
                            + " verified before stays until it expires, whatever comes of it. After"
                            + " three refusals in a row staff has to reopen the verification.")
    @ApiResponse(responseCode = "201", description = "Handed in; Location shows what comes of it")
    @ApiResponse(responseCode = "403", description = "The session acts for no party")
    @ApiResponse(
            responseCode = "409",
            description = "identity/verification-awaits-review or identity/no-tries-left")
    @ApiResponse(
            responseCode = "422",
            description =
                    "identity/unfit-documents: errors names the fields of documents that are too"
                            + " old, expired or not issued yet")
    ResponseEntity<VerificationView> submit(
            @Valid @RequestBody NewSubmission request, IdempotencyKey key, Caller caller) {
        var subject = new Side(caller.requireParty(), caller.user());
        var id = idOf(subject.party());
        var submission = request.sealed(key.id(), id, numbers, clock.instant().truncatedTo(MILLIS));
        return switch (verifications.handle(new SubmitDocuments(id, subject, submission))) {
            case Rejected<?, VerificationRejection>(var reason) ->
                    answer(VerificationProblems.of(reason));
            case Accepted<?, ?> _ -> ResponseEntity.created(OWN).body(show(id));
        };
    }

    private static VerificationId idOf(Party party) {
        return new VerificationId(Ids.derived("verification", party));
    }

    private VerificationView show(VerificationId id) {
        var found = verifications.find(id).map(Verification.class::cast);
        return VerificationView.of(found.orElseGet(NotStarted::new), policy);
    }
}
