package guildhall.identity.talent;

import static guildhall.runtime.web.Problems.answer;
import static guildhall.runtime.web.Problems.problem;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import guildhall.runtime.idempotency.Idempotent;
import guildhall.runtime.security.Caller;
import guildhall.runtime.web.IfMatch;
import guildhall.runtime.web.PlainText;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/talents")
@Tag(name = "Talents", description = "As whom people offer their work.")
class TalentController {
    private final Talents talents;

    TalentController(Talents talents) {
        this.talents = talents;
    }

    @PostMapping
    @Idempotent
    @Operation(
            summary = "Open the talent profile of the caller",
            description =
                    "There is one per user: asking again answers the one that exists. Act for it"
                            + " with PUT /v1/me/acting-party.")
    @ApiResponse(responseCode = "201", description = "It is there; Location names it")
    ResponseEntity<TalentView> open(@Valid @RequestBody NewTalent request, Caller caller) {
        var name = PlainText.requiredLine("/displayName", request.displayName());
        var talent = talents.open(caller.user(), name);
        return ResponseEntity.created(URI.create("/v1/talents/" + talent.id()))
                .eTag(IfMatch.tag(talent.version()))
                .body(TalentView.of(talent));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One talent profile", description = "Public.")
    @ApiResponse(responseCode = "200", description = "The ETag is for changing it")
    @ApiResponse(responseCode = "404", description = "There is none")
    ResponseEntity<TalentView> one(@PathVariable UUID id) {
        var found = talents.find(id);
        if (found.isEmpty()) {
            return answer(problem(NOT_FOUND, "identity/unknown-talent"));
        }
        return ResponseEntity.ok()
                .eTag(IfMatch.tag(found.get().version()))
                .body(TalentView.of(found.get()));
    }

    @PatchMapping("/{id}")
    @Operation(
            summary = "Change one's own talent profile",
            description = "The slug stays for ever.")
    @ApiResponse(responseCode = "200", description = "Changed")
    @ApiResponse(responseCode = "404", description = "It is not there, or not the caller's")
    @ApiResponse(responseCode = "412", description = "It changed since it was read")
    @ApiResponse(responseCode = "428", description = "If-Match is missing")
    ResponseEntity<TalentView> change(
            @PathVariable UUID id,
            IfMatch seen,
            @Valid @RequestBody TalentChange change,
            Caller caller) {
        var found = talents.find(id).filter(talent -> caller.is(talent.owner()));
        if (found.isEmpty()) {
            return answer(problem(NOT_FOUND, "identity/unknown-talent"));
        }
        seen.require(found.get().version());
        var changed = talents.change(change.applyTo(found.get()));
        return ResponseEntity.ok()
                .eTag(IfMatch.tag(changed.version()))
                .body(TalentView.of(changed));
    }

    record NewTalent(
            @NotBlank @Size(max = 100) @Schema(example = "Grace Murray") String displayName) {}
}
