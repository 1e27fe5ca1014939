package guildhall.contract.milestone.adapter;

import static java.time.temporal.ChronoUnit.MICROS;

import guildhall.contract.milestone.MilestoneCommand.ApproveWork;
import guildhall.contract.milestone.MilestoneCommand.ReleasePart;
import guildhall.contract.milestone.MilestoneCommand.RequestRevision;
import guildhall.contract.milestone.MilestoneCommand.StartWork;
import guildhall.contract.milestone.MilestoneCommand.SubmitWork;
import guildhall.contract.milestone.MilestonePolicy;
import guildhall.contract.milestone.MilestoneView;
import guildhall.contract.milestone.Milestones;
import guildhall.contract.milestone.Revision;
import guildhall.contract.milestone.Submission;
import guildhall.contract.milestone.adapter.MilestoneRequests.NewPartialRelease;
import guildhall.contract.milestone.adapter.MilestoneRequests.NewRevision;
import guildhall.contract.milestone.adapter.MilestoneRequests.NewSubmission;
import guildhall.messages.id.MilestoneId;
import guildhall.messages.id.ReleaseId;
import guildhall.runtime.id.Ids;
import guildhall.runtime.idempotency.IdempotencyKey;
import guildhall.runtime.idempotency.Idempotent;
import guildhall.runtime.security.Caller;
import guildhall.runtime.web.Page;
import guildhall.runtime.web.Paging;
import guildhall.runtime.web.PlainText;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** From starting to approving the work on a milestone. */
@RestController
@RequestMapping("/v1/milestones/{id}")
@Tag(name = "Work")
class WorkController {
    private final MilestoneDesk desk;
    private final Milestones milestones;
    private final MilestonePolicy policy;
    private final Clock clock;

    WorkController(MilestoneDesk desk, Milestones milestones, MilestonePolicy policy, Clock clock) {
        this.desk = desk;
        this.milestones = milestones;
        this.policy = policy;
        this.clock = clock;
    }

    @PostMapping("/start")
    @Idempotent
    @Operation(
            summary = "Start working",
            description = "Only the talent, once the money is in escrow. Repeating is harmless.")
    ResponseEntity<MilestoneView> start(@PathVariable UUID id, Caller caller) {
        var milestone = new MilestoneId(id);
        return MilestoneAnswers.ok(
                desk.change(
                        milestone,
                        caller,
                        seat -> new StartWork(milestone, seat.role(), clock.instant())));
    }

    @PostMapping("/submissions")
    @ResponseStatus(HttpStatus.CREATED)
    @Idempotent
    @Operation(
            summary = "Deliver work",
            description =
                    "Only the talent. A submission never changes; the next one after a revision"
                            + " request gets the next number. Unless the client answers, the work"
                            + " is approved at autoApproveAt.")
    ResponseEntity<MilestoneView> submit(
            @PathVariable UUID id, @Valid @RequestBody NewSubmission request, Caller caller) {
        var notes = PlainText.required("/notes", request.notes());
        var milestone = new MilestoneId(id);
        var now = clock.instant().truncatedTo(MICROS); // As it will be read back.
        var answer =
                desk.change(
                        milestone,
                        caller,
                        seat ->
                                new SubmitWork(
                                        milestone,
                                        seat.role(),
                                        caller.user(),
                                        notes,
                                        now.plus(policy.autoApproveAfter()),
                                        now));
        return MilestoneAnswers.of(answer, _ -> ResponseEntity.status(HttpStatus.CREATED));
    }

    @GetMapping("/submissions")
    @Operation(summary = "What was delivered, newest first")
    ResponseEntity<Page<Submission>> submissions(
            @PathVariable UUID id, Paging paging, Caller caller) {
        var milestone = new MilestoneId(id);
        var before = before(paging);
        return desk.see(milestone, caller)
                .map(_ -> milestones.submissions(milestone, before, paging.rows()))
                .map(rows -> Page.of(rows, paging.limit(), row -> cursor(row.number())))
                .map(ResponseEntity::ok)
                .orElseGet(MilestoneAnswers::unknown);
    }

    @PostMapping("/revisions")
    @ResponseStatus(HttpStatus.CREATED)
    @Idempotent
    @Operation(
            summary = "Ask for a change of the submitted work",
            description = "Only the client, as often as revisionAllowance says.")
    ResponseEntity<MilestoneView> requestRevision(
            @PathVariable UUID id, @Valid @RequestBody NewRevision request, Caller caller) {
        var reason = PlainText.required("/reason", request.reason());
        var milestone = new MilestoneId(id);
        var answer =
                desk.change(
                        milestone,
                        caller,
                        seat ->
                                new RequestRevision(
                                        milestone,
                                        seat.role(),
                                        caller.user(),
                                        reason,
                                        clock.instant()));
        return MilestoneAnswers.of(answer, _ -> ResponseEntity.status(HttpStatus.CREATED));
    }

    @GetMapping("/revisions")
    @Operation(summary = "What the client asked to change, newest first")
    ResponseEntity<Page<Revision>> revisions(@PathVariable UUID id, Paging paging, Caller caller) {
        var milestone = new MilestoneId(id);
        var before = before(paging);
        return desk.see(milestone, caller)
                .map(_ -> milestones.revisions(milestone, before, paging.rows()))
                .map(rows -> Page.of(rows, paging.limit(), row -> cursor(row.number())))
                .map(ResponseEntity::ok)
                .orElseGet(MilestoneAnswers::unknown);
    }

    /**
     * Needs no idempotency key, although it moves money: the first approval names the one release,
     * and every later one finds it.
     */
    @PostMapping("/approval")
    @Idempotent
    @Operation(
            summary = "Approve the submitted work and release its money",
            description =
                    "Only the client. Approving again gives the same answer and pays nothing more.")
    ResponseEntity<MilestoneView> approve(@PathVariable UUID id, Caller caller) {
        var milestone = new MilestoneId(id);
        return MilestoneAnswers.ok(
                desk.change(
                        milestone,
                        caller,
                        seat ->
                                new ApproveWork(
                                        milestone,
                                        seat.role(),
                                        new ReleaseId(Ids.next()),
                                        clock.instant())));
    }

    @PostMapping("/partial-releases")
    @ResponseStatus(HttpStatus.CREATED)
    @Idempotent(required = true)
    @Operation(
            summary = "Pay a part of the held money while the work goes on",
            description =
                    "Only the client, once work has begun and before it is approved. A part is less"
                            + " than what is left; the approval pays the rest. The payment appears"
                            + " under partialReleases when the talent is credited.")
    ResponseEntity<MilestoneView> releasePart(
            @PathVariable UUID id,
            @Valid @RequestBody NewPartialRelease request,
            IdempotencyKey key,
            Caller caller) {
        var milestone = new MilestoneId(id);
        var release = new ReleaseId(key.id());
        var answer =
                desk.change(
                        milestone,
                        caller,
                        seat ->
                                new ReleasePart(
                                        milestone,
                                        seat.role(),
                                        release,
                                        request.amount(),
                                        clock.instant()));
        return MilestoneAnswers.of(answer, _ -> ResponseEntity.status(HttpStatus.CREATED));
    }

    private static int before(Paging paging) {
        return paging.cursor().map(MilestoneAnswers::number).orElse(Integer.MAX_VALUE);
    }

    private static String cursor(int number) {
        return Integer.toString(number);
    }
}
