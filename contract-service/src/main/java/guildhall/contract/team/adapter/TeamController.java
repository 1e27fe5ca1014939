package guildhall.contract.team.adapter;

import static guildhall.runtime.web.Problems.problem;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import guildhall.contract.team.Share;
import guildhall.contract.team.ShareOffer;
import guildhall.contract.team.Team;
import guildhall.contract.team.TeamRejection;
import guildhall.contract.team.TeamRejection.*;
import guildhall.contract.team.adapter.TeamDesk.Answer.Denied;
import guildhall.contract.team.adapter.TeamDesk.Answer.Seen;
import guildhall.messages.id.ContractId;
import guildhall.messages.party.Party;
import guildhall.runtime.idempotency.Idempotent;
import guildhall.runtime.security.Caller;
import guildhall.runtime.web.Problems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who shares what the talent of a contract earns. */
@RestController
@RequestMapping("/v1/contracts/{id}/team")
@Tag(name = "Teams")
class TeamController {
    private static final int WHOLE = 10_000;
    private static final int LONGEST = 1_000;

    private final TeamDesk desk;

    TeamController(TeamDesk desk) {
        this.desk = desk;
    }

    record OfferedShare(
            @NotNull Party member,
            @Min(1) @Max(WHOLE) @Schema(description = "Hundredths of a per cent", example = "4000")
                    int basisPoints) {}

    /**
     * @param shares empty to work alone
     */
    record TeamOffer(@NotNull @Size(max = LONGEST) List<@Valid @NotNull OfferedShare> shares) {}

    /**
     * @param basisPoints the share that the member was shown
     */
    record Joining(@Min(1) @Max(WHOLE) @Schema(example = "4000") int basisPoints) {}

    /** One member; {@code accepted} once it has agreed. */
    record ShareView(Party member, int basisPoints, boolean accepted) {}

    /**
     * @param complete whether everybody has accepted, so that escrows ordered now are split
     */
    record TeamView(List<ShareView> shares, boolean complete) {
        static TeamView of(Team team) {
            return new TeamView(
                    team.shares().stream().map(TeamView::share).toList(), team.isComplete());
        }

        private static ShareView share(Share share) {
            return new ShareView(share.member(), share.basisPoints(), share.acceptance() != null);
        }
    }

    @GetMapping
    @Operation(
            summary = "The team that shares what the talent earns",
            description = "For both sides of the contract and everybody who is offered a share.")
    ResponseEntity<TeamView> show(@PathVariable UUID id, Caller caller) {
        return desk.see(new ContractId(id), caller)
                .map(team -> ResponseEntity.ok(TeamView.of(team)))
                .orElseGet(() -> Problems.answer(problemOf(new UnknownContract())));
    }

    @PutMapping
    @Operation(
            summary = "Offer others a share of what the talent earns",
            description =
                    "Only the talent, who must be among the members. The shares add up to 10 000."
                            + " Once every member has accepted, escrows that are ordered from then"
                            + " on are split like this; earlier ones stay as they are. An empty"
                            + " list dissolves the team.")
    ResponseEntity<TeamView> offer(
            @PathVariable UUID id, @Valid @RequestBody TeamOffer offer, Caller caller) {
        var shares =
                offer.shares().stream()
                        .map(share -> new ShareOffer(share.member(), share.basisPoints()))
                        .toList();
        return answer(desk.offer(new ContractId(id), shares, caller));
    }

    @PostMapping("/acceptance")
    @Idempotent
    @Operation(
            summary = "Accept the share that is offered to the caller",
            description = "Repeating is harmless. 409 when the talent changed the share meanwhile.")
    ResponseEntity<TeamView> join(
            @PathVariable UUID id, @Valid @RequestBody Joining joining, Caller caller) {
        return answer(desk.join(new ContractId(id), joining.basisPoints(), caller));
    }

    private static ResponseEntity<TeamView> answer(TeamDesk.Answer answer) {
        return switch (answer) {
            case Seen(var team) -> ResponseEntity.ok(TeamView.of(team));
            case Denied(var reason) -> Problems.answer(problemOf(reason));
        };
    }

    private static ProblemDetail problemOf(TeamRejection rejection) {
        return switch (rejection) {
            case UnknownContract _ -> problem(NOT_FOUND, "contract/unknown-contract");
            case OnlyTheTalent _ ->
                    problem(
                            FORBIDDEN,
                            "contract/reserved-for-the-other-side",
                            "Only the talent of the contract has a team.");
            case ContractEnded _ -> problem(CONFLICT, "contract/already-ended");
            case NotAWhole(var sum) ->
                    problem(
                            UNPROCESSABLE_CONTENT,
                            "contract/invalid-team",
                            "The shares add up to %d instead of %d.".formatted(sum, WHOLE));
            case TooMany(var most) ->
                    problem(
                            UNPROCESSABLE_CONTENT,
                            "contract/invalid-team",
                            "A team has at most %d members.".formatted(most));
            case WrongMembers _ ->
                    problem(
                            UNPROCESSABLE_CONTENT,
                            "contract/invalid-team",
                            "The members are talents, each once, the one of the contract among"
                                    + " them.");
            case AnotherShare(var basisPoints) -> anotherShare(basisPoints);
        };
    }

    private static ProblemDetail anotherShare(int basisPoints) {
        var problem =
                problem(CONFLICT, "contract/another-share", "The talent offers another share now.");
        problem.setProperty("basisPoints", basisPoints);
        return problem;
    }
}
