package guildhall.runtime.operate;

import static guildhall.runtime.web.Problems.problem;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import guildhall.runtime.consume.DeadLetter;
import guildhall.runtime.consume.DeadLetters;
import guildhall.runtime.consume.DeadLetters.Outcome;
import guildhall.runtime.consume.DeadLetters.Query;
import guildhall.runtime.security.Caller;
import guildhall.runtime.security.StaffOnly;
import guildhall.runtime.web.Page;
import guildhall.runtime.web.Paging;
import guildhall.runtime.web.Problems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Messages that were set aside, for operators. */
@RestController
@RequestMapping("/v1/operations/${guildhall.service}/dead-letters")
@StaffOnly({"SUPPORT_AGENT", "FINANCE_OPS", "ADMIN"})
@Tag(name = "Operations")
class DeadLetterController {
    /** A line of the list, without what the message says. */
    record LetterSummary(
            UUID id,
            String consumer,
            String type,
            String topic,
            String key,
            DeadLetter.State state,
            @Nullable String errorClass,
            int attempts,
            Instant at) {
        static LetterSummary of(DeadLetter letter) {
            var error = letter.error();
            return new LetterSummary(
                    letter.id(),
                    letter.consumer(),
                    letter.type(),
                    letter.topic(),
                    letter.key(),
                    letter.state(),
                    error == null ? null : error.errorClass(),
                    letter.attempts(),
                    letter.at());
        }
    }

    /**
     * One letter, still without what the message says: headers, body and the words of the failure
     * are data of users.
     *
     * @param messageId the CloudEvents id
     */
    record LetterDetails(LetterSummary letter, UUID messageId, int partition, long offset) {
        static LetterDetails of(DeadLetter letter) {
            return new LetterDetails(
                    LetterSummary.of(letter),
                    letter.messageId(),
                    letter.partition(),
                    letter.offset());
        }
    }

    /**
     * @param handled how many messages were handled
     * @param blockedBy the message that failed again; null when the key flows
     */
    record Result(int handled, @Nullable LetterSummary blockedBy) {}

    private final DeadLetters letters;
    private final OperatorDesk desk;

    DeadLetterController(DeadLetters letters, OperatorDesk desk) {
        this.letters = letters;
        this.desk = desk;
    }

    @GetMapping
    @Operation(summary = "Dead and parked messages, newest first")
    Page<LetterSummary> list(
            @RequestParam(defaultValue = "DEAD,PARKED") Set<DeadLetter.State> state,
            @RequestParam(required = false) @Size(max = 200) @Nullable String consumer,
            @RequestParam(required = false) @Size(max = 200) @Nullable String key,
            Paging paging) {
        var after = paging.afterId().orElse(null);
        var slice = letters.list(new Query(state, consumer, key, after, paging.limit()));
        var next = slice.next();
        return new Page<>(slice.items(), next == null ? null : next.toString())
                .map(LetterSummary::of);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One message and where it came from, without its content")
    ResponseEntity<LetterDetails> show(@PathVariable UUID id) {
        return letters.find(id)
                .map(letter -> ResponseEntity.ok(LetterDetails.of(letter)))
                .orElseGet(DeadLetterController::unknown);
    }

    /** Whoever reads what users wrote or were paid says why, and it is written down first. */
    @PostMapping("/{id}/disclosure")
    @StaffOnly({"FINANCE_OPS", "ADMIN"})
    @Operation(
            summary = "Read the content of a message and the cause of its failure",
            description = "For those who replay and discard. The reason goes into the audit.")
    @ApiResponse(responseCode = "200", description = "Everything that is known of it")
    ResponseEntity<DeadLetter> disclose(
            @PathVariable UUID id, @Valid @RequestBody ReasonRequest request, Caller operator) {
        var letter = letters.find(id);
        if (letter.isEmpty()) {
            return unknown();
        }
        desk.record(operator, "dead-letter.read", id.toString(), request.reason());
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(letter.get());
    }

    @PostMapping("/{id}/replay")
    @StaffOnly({"FINANCE_OPS", "ADMIN"})
    @Operation(summary = "Handle a message again, and those parked behind it")
    ResponseEntity<Result> replay(
            @PathVariable UUID id, @Valid @RequestBody ReasonRequest request, Caller operator) {
        return act(id, operator, "dead-letter.replay", request, letters::replay);
    }

    @PostMapping("/{id}/discard")
    @StaffOnly({"FINANCE_OPS", "ADMIN"})
    @Operation(summary = "Give a message up and go on with those parked behind it")
    ResponseEntity<Result> discard(
            @PathVariable UUID id, @Valid @RequestBody ReasonRequest request, Caller operator) {
        return act(id, operator, "dead-letter.discard", request, letters::discard);
    }

    /** The audit comes first: what is done to many messages is no single transaction. */
    private ResponseEntity<Result> act(
            UUID id,
            Caller operator,
            String act,
            ReasonRequest request,
            Function<UUID, Outcome> doing) {
        var letter = letters.find(id);
        if (letter.isEmpty()) {
            return unknown();
        }
        if (letter.get().state() != DeadLetter.State.DEAD) {
            return notDead();
        }
        desk.record(operator, act, id.toString(), request.reason());
        return switch (doing.apply(id)) {
            case Outcome.Resumed(var handled) -> ResponseEntity.ok(new Result(handled, null));
            case Outcome.StillBlocked(var handled, var failed) ->
                    ResponseEntity.ok(new Result(handled, LetterSummary.of(failed)));
            case Outcome.NotDead _ -> notDead();
            case Outcome.Unknown _ -> unknown();
        };
    }

    private static <T> ResponseEntity<T> notDead() {
        return Problems.answer(problem(CONFLICT, "operations/message-not-dead"));
    }

    private static <T> ResponseEntity<T> unknown() {
        return Problems.answer(problem(NOT_FOUND, "operations/unknown-dead-letter"));
    }
}
