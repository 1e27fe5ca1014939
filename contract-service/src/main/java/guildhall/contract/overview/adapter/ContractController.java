package guildhall.contract.overview.adapter;

import static guildhall.runtime.web.Problems.problem;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import guildhall.contract.activity.ActivityView;
import guildhall.contract.activity.Timeline;
import guildhall.contract.agreement.ContractRole;
import guildhall.contract.agreement.ContractStatus;
import guildhall.contract.agreement.Contracts;
import guildhall.contract.agreement.StoredContract;
import guildhall.contract.milestone.Milestone.Known;
import guildhall.contract.milestone.Milestones;
import guildhall.contract.milestone.VersionedMilestone;
import guildhall.contract.overview.ContractView;
import guildhall.messages.id.ContractId;
import guildhall.messages.party.Party;
import guildhall.runtime.security.Caller;
import guildhall.runtime.web.IfMatch;
import guildhall.runtime.web.Page;
import guildhall.runtime.web.Paging;
import guildhall.runtime.web.Problems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The contracts of the caller. */
@RestController
@RequestMapping("/v1/contracts")
@Tag(name = "Contracts")
class ContractController {
    private final Contracts contracts;
    private final Milestones milestones;
    private final Timeline timeline;
    private final Clock clock;

    ContractController(Contracts contracts, Milestones milestones, Timeline timeline, Clock clock) {
        this.contracts = contracts;
        this.milestones = milestones;
        this.timeline = timeline;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "The contracts of the party that the caller acts for, newest first")
    ResponseEntity<Page<ContractView>> list(
            @RequestParam Optional<ContractStatus> status, Paging paging, Caller caller) {
        return caller.actingParty()
                .map(party -> ResponseEntity.ok(page(party, status, paging)))
                .orElseGet(() -> Problems.answer(problem(FORBIDDEN, "contract/no-acting-party")));
    }

    private Page<ContractView> page(Party party, Optional<ContractStatus> status, Paging paging) {
        var rows = contracts.ofParty(party, status, paging.beforeNumber(), paging.rows());
        var all = milestones.of(rows.stream().map(ContractController::id).toList());
        return Page.of(rows, paging.limit(), row -> Long.toString(row.position()))
                .map(row -> view(row, party, all));
    }

    private ContractView view(
            StoredContract row, Party party, Map<ContractId, List<VersionedMilestone>> all) {
        var role = row.contract().agreement().roleOf(party).orElseThrow();
        return view(row, role, all.getOrDefault(id(row), List.of()));
    }

    @GetMapping("/{id}")
    @Operation(summary = "A contract: state, money, deadlines, and what the caller may do next")
    ResponseEntity<ContractView> one(@PathVariable UUID id, Caller caller) {
        return seen(id, caller)
                .map(seen -> view(seen.contract(), seen.role(), milestones.of(seen.id())))
                .map(view -> ResponseEntity.ok().eTag(IfMatch.tag(view.version())).body(view))
                .orElseGet(ContractController::unknown);
    }

    @GetMapping("/{id}/activity")
    @Operation(summary = "What happened, newest first")
    ResponseEntity<Page<ActivityView>> activity(
            @PathVariable UUID id, Paging paging, Caller caller) {
        var before = paging.beforeNumber();
        return seen(id, caller)
                .map(seen -> timeline.of(seen.id(), before, paging.rows()))
                .map(rows -> Page.of(rows, paging.limit(), row -> Long.toString(row.position())))
                .map(ResponseEntity::ok)
                .orElseGet(ContractController::unknown);
    }

    /** A contract that the caller is a party of. */
    private record Seen(StoredContract contract, ContractRole role) {
        ContractId id() {
            return ContractController.id(contract);
        }
    }

    private Optional<Seen> seen(UUID id, Caller caller) {
        return contracts
                .find(new ContractId(id))
                .flatMap(stored ->
                        caller.actingParty()
                                .flatMap(stored.contract().agreement()::roleOf)
                                .map(role -> new Seen(stored, role)));
    }

    private ContractView view(
            StoredContract stored, ContractRole role, List<VersionedMilestone> found) {
        List<Known> all = found.stream().map(VersionedMilestone::milestone).toList();
        return ContractView.of(stored, all, role, clock.instant());
    }

    private static ContractId id(StoredContract stored) {
        return stored.contract().agreement().id();
    }

    private static <T> ResponseEntity<T> unknown() {
        return Problems.answer(problem(NOT_FOUND, "contract/unknown-contract"));
    }
}
