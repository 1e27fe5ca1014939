package guildhall.contract.milestone.adapter;

import guildhall.contract.milestone.Milestone.Known;
import guildhall.contract.milestone.MilestoneCommand;
import guildhall.contract.milestone.MilestoneCommand.AddMilestone;
import guildhall.contract.milestone.MilestoneCommand.EditMilestone;
import guildhall.contract.milestone.MilestoneCommand.GiveUpMilestone;
import guildhall.contract.milestone.MilestonePolicy;
import guildhall.contract.milestone.MilestoneView;
import guildhall.contract.milestone.Milestones;
import guildhall.contract.milestone.Plan;
import guildhall.contract.milestone.Sums;
import guildhall.contract.milestone.VersionedMilestone;
import guildhall.contract.milestone.adapter.MilestoneDesk.Seat;
import guildhall.contract.milestone.adapter.MilestoneRequests.MilestoneEdit;
import guildhall.contract.milestone.adapter.MilestoneRequests.NewMilestone;
import guildhall.messages.id.ContractId;
import guildhall.messages.id.MilestoneId;
import guildhall.runtime.idempotency.IdempotencyKey;
import guildhall.runtime.idempotency.Idempotent;
import guildhall.runtime.security.Caller;
import guildhall.runtime.web.IfMatch;
import guildhall.runtime.web.Page;
import guildhall.runtime.web.Paging;
import guildhall.runtime.web.PlainText;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What is to be done, for how much. */
@RestController
@Tag(name = "Milestones")
class MilestoneController {
    private final MilestoneDesk desk;
    private final Milestones milestones;
    private final MilestonePolicy policy;
    private final Clock clock;

    MilestoneController(
            MilestoneDesk desk, Milestones milestones, MilestonePolicy policy, Clock clock) {
        this.desk = desk;
        this.milestones = milestones;
        this.policy = policy;
        this.clock = clock;
    }

    @GetMapping("/v1/contracts/{id}/milestones")
    @Operation(summary = "The milestones of a contract, in order")
    ResponseEntity<Page<MilestoneView>> list(@PathVariable UUID id, Paging paging, Caller caller) {
        var after = paging.cursor().map(MilestoneAnswers::number).orElse(0);
        return desk.seat(new ContractId(id), caller)
                .map(seat -> ResponseEntity.ok(page(seat, after, paging)))
                .orElseGet(MilestoneAnswers::unknownContract);
    }

    private Page<MilestoneView> page(Seat seat, int after, Paging paging) {
        var rows =
                milestones.of(seat.contract().agreement().id()).stream()
                        .filter(found -> found.milestone().plan().sequence() > after)
                        .limit(paging.rows())
                        .toList();
        return Page.of(rows, paging.limit(), MilestoneController::cursor)
                .map(found -> desk.view(found, seat));
    }

    @PostMapping("/v1/contracts/{id}/milestones")
    @ResponseStatus(HttpStatus.CREATED)
    @Idempotent
    @Operation(
            summary = "Add a milestone within the amount of the contract",
            description = "Only the client, only while the contract is active.")
    ResponseEntity<MilestoneView> add(
            @PathVariable UUID id,
            @Valid @RequestBody NewMilestone request,
            IdempotencyKey key,
            Caller caller) {
        var title = PlainText.requiredLine("/title", request.title());
        var milestone = new MilestoneId(key.id());
        var answer =
                desk.changeIn(
                        new ContractId(id),
                        caller,
                        seat -> addition(seat, milestone, title, request));
        return MilestoneAnswers.of(
                answer, view -> ResponseEntity.created(URI.create("/v1/milestones/" + view.id())));
    }

    private MilestoneCommand addition(
            Seat seat, MilestoneId id, String title, NewMilestone request) {
        var contract = seat.contract();
        var all = all(contract.agreement().id());
        var last = all.stream().mapToInt(known -> known.plan().sequence()).max().orElse(0);
        var plan =
                new Plan(
                        id,
                        contract.agreement().id(),
                        last + 1,
                        title,
                        request.amount(),
                        request.dueInDays(),
                        policy.revisionAllowance());
        return new AddMilestone(
                seat.role(), plan, Sums.budgetFor(id, contract, all), clock.instant());
    }

    @GetMapping("/v1/milestones/{id}")
    @Operation(summary = "A milestone: state, money, deadlines, and what the caller may do next")
    ResponseEntity<MilestoneView> one(@PathVariable UUID id, Caller caller) {
        return desk.see(new MilestoneId(id), caller)
                .map(view -> MilestoneAnswers.body(ResponseEntity.ok(), view))
                .orElseGet(MilestoneAnswers::unknown);
    }

    @PatchMapping("/v1/milestones/{id}")
    @Operation(
            summary = "Change a milestone before work on it was submitted",
            description = "Only the client. The amount is fixed once an escrow was ordered.")
    ResponseEntity<MilestoneView> edit(
            @PathVariable UUID id,
            @Valid @RequestBody MilestoneEdit edit,
            IfMatch ifMatch,
            Caller caller) {
        var title =
                Optional.ofNullable(edit.title())
                        .map(text -> PlainText.requiredLine("/title", text));
        var milestone = new MilestoneId(id);
        return MilestoneAnswers.ok(
                desk.change(
                        milestone, caller, seat -> edition(seat, milestone, title, edit, ifMatch)));
    }

    private MilestoneCommand edition(
            Seat seat,
            MilestoneId id,
            Optional<String> title,
            MilestoneEdit edit,
            IfMatch ifMatch) {
        var stored = milestones.find(id).orElseThrow();
        ifMatch.require(stored.version());
        var plan = stored.milestone().plan();
        return new EditMilestone(
                id,
                seat.role(),
                title.orElse(plan.title()),
                Optional.ofNullable(edit.amount()).orElse(plan.amount()),
                Optional.ofNullable(edit.dueInDays()).orElse(plan.dueInDays()),
                Sums.budgetFor(id, seat.contract(), all(plan.contract())),
                clock.instant());
    }

    @PostMapping("/v1/milestones/{id}/cancellation")
    @Idempotent(required = true)
    @Operation(
            summary = "Give up a milestone that was not started",
            description =
                    "Either side, while the contract is active. Everything that is held for it goes"
                            + " back to the client. Repeating changes nothing.")
    ResponseEntity<MilestoneView> cancel(@PathVariable UUID id, Caller caller) {
        var milestone = new MilestoneId(id);
        return MilestoneAnswers.ok(
                desk.change(
                        milestone,
                        caller,
                        seat ->
                                new GiveUpMilestone(
                                        milestone, seat.role(), seat.contract(), clock.instant())));
    }

    private List<Known> all(ContractId contract) {
        return milestones.of(contract).stream().map(VersionedMilestone::milestone).toList();
    }

    private static String cursor(VersionedMilestone found) {
        return Integer.toString(found.milestone().plan().sequence());
    }
}
