package guildhall.review.reputation.adapter;

import static guildhall.runtime.web.Problems.problem;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import guildhall.messages.party.Party;
import guildhall.messages.party.PartyType;
import guildhall.review.reputation.Reputation;
import guildhall.review.reputation.Reputations;
import guildhall.runtime.web.Problems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Reputations", description = "What published reviews add up to")
class ReputationController {
    private final Reputations reputations;

    ReputationController(Reputations reputations) {
        this.reputations = reputations;
    }

    record ReputationView(
            Party party,
            @Schema(description = "From 100 to 500: 475 is 4.75 of 5", example = "475")
                    int averageHundredths,
            int reviews) {
        static ReputationView of(Reputation reputation) {
            return new ReputationView(
                    reputation.party(), reputation.averageHundredths(), reputation.reviews());
        }
    }

    @GetMapping("/v1/reputations/{partyType}/{partyId}")
    @Operation(summary = "Read the reputation of a party; unknown until its first review is out")
    ResponseEntity<ReputationView> read(
            @PathVariable PartyType partyType, @PathVariable UUID partyId) {
        return reputations
                .find(new Party(partyType, partyId))
                .map(found -> ResponseEntity.ok(ReputationView.of(found)))
                .orElseGet(() -> Problems.answer(problem(NOT_FOUND, "review/not-reviewed-yet")));
    }
}
