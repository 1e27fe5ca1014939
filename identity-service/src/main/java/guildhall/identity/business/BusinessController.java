package guildhall.identity.business;

import static guildhall.runtime.web.Problems.answer;
import static guildhall.runtime.web.Problems.problem;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import guildhall.runtime.idempotency.IdempotencyKey;
import guildhall.runtime.idempotency.Idempotent;
import guildhall.runtime.security.Caller;
import guildhall.runtime.web.IfMatch;
import guildhall.runtime.web.Page;
import guildhall.runtime.web.Paging;
import guildhall.runtime.web.PlainText;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.Optional;
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
@RequestMapping("/v1/businesses")
@Tag(name = "Businesses", description = "For whom clients hire and pay.")
class BusinessController {
    private final Businesses businesses;

    BusinessController(Businesses businesses) {
        this.businesses = businesses;
    }

    @PostMapping
    @Idempotent
    @Operation(
            summary = "Open a further business",
            description = "Act for it with PUT /v1/me/acting-party.")
    @ApiResponse(responseCode = "201", description = "Opened; Location names it")
    @ApiResponse(responseCode = "409", description = "The caller has too many")
    ResponseEntity<BusinessView> open(
            @Valid @RequestBody NewBusiness request, IdempotencyKey key, Caller caller) {
        var name = PlainText.requiredLine("/name", request.name());
        if (!businesses.hasRoomFor(key.id(), caller.user())) {
            return answer(
                    problem(
                            CONFLICT,
                            "identity/too-many-businesses",
                            "Nobody has more than %d businesses."
                                    .formatted(Businesses.MOST_OF_ONE_OWNER)));
        }
        var business = businesses.open(key.id(), caller.user(), name);
        return ResponseEntity.created(URI.create("/v1/businesses/" + business.id()))
                .eTag(IfMatch.tag(business.version()))
                .body(BusinessView.forOwner(business));
    }

    @GetMapping
    @Operation(summary = "The businesses of the caller, the oldest first")
    Page<BusinessView> mine(Paging paging, Caller caller) {
        var rows =
                paging.afterId()
                        .map(after -> businesses.ownedBy(caller.user(), after, paging.rows()))
                        .orElseGet(() -> businesses.ownedBy(caller.user(), paging.rows()));
        return Page.of(rows, paging.limit(), business -> business.id().toString())
                .map(BusinessView::forOwner);
    }

    @GetMapping("/{id}")
    @Operation(
            summary = "One business",
            description = "Public. Its owner also sees legal and billing data.")
    @ApiResponse(responseCode = "200", description = "The ETag is for changing it")
    @ApiResponse(responseCode = "404", description = "There is none")
    ResponseEntity<BusinessView> one(@PathVariable UUID id, Optional<Caller> caller) {
        var found = businesses.find(id);
        if (found.isEmpty()) {
            return answer(problem(NOT_FOUND, "identity/unknown-business"));
        }
        var business = found.get();
        var own = caller.filter(c -> c.is(business.owner())).isPresent();
        return ResponseEntity.ok()
                .eTag(IfMatch.tag(business.version()))
                .body(own ? BusinessView.forOwner(business) : BusinessView.forEverybody(business));
    }

    @PatchMapping("/{id}")
    @Operation(summary = "Change a business of one's own", description = "The slug stays for ever.")
    @ApiResponse(responseCode = "200", description = "Changed")
    @ApiResponse(responseCode = "404", description = "There is none of the caller's")
    @ApiResponse(responseCode = "412", description = "It changed since it was read")
    @ApiResponse(responseCode = "428", description = "If-Match is missing")
    ResponseEntity<BusinessView> change(
            @PathVariable UUID id,
            IfMatch seen,
            @Valid @RequestBody BusinessChange change,
            Caller caller) {
        var found = businesses.find(id).filter(business -> caller.is(business.owner()));
        if (found.isEmpty()) {
            return answer(problem(NOT_FOUND, "identity/unknown-business"));
        }
        seen.require(found.get().version());
        var changed = businesses.change(change.applyTo(found.get()));
        return ResponseEntity.ok()
                .eTag(IfMatch.tag(changed.version()))
                .body(BusinessView.forOwner(changed));
    }

    record NewBusiness(
            @NotBlank @Size(max = 120) @Schema(example = "Byron Analytics") String name) {}
}
