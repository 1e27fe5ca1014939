package guildhall.job.posting.adapter;

import guildhall.job.posting.JobCommand.CancelJob;
import guildhall.job.posting.JobCommand.CloseJob;
import guildhall.job.posting.JobCommand.DraftJob;
import guildhall.job.posting.JobCommand.EditJob;
import guildhall.job.posting.JobCommand.PublishJob;
import guildhall.job.posting.JobCommand.ReopenJob;
import guildhall.job.posting.JobEvent;
import guildhall.job.posting.JobRejection;
import guildhall.job.posting.JobRejection.UnknownJob;
import guildhall.job.posting.Jobs;
import guildhall.job.posting.StoredJob;
import guildhall.job.posting.adapter.JobRequests.DraftJobRequest;
import guildhall.job.posting.adapter.JobRequests.EditJobRequest;
import guildhall.messages.id.JobId;
import guildhall.messages.party.Side;
import guildhall.runtime.decide.Decision;
import guildhall.runtime.decide.Decision.Accepted;
import guildhall.runtime.decide.Decision.Rejected;
import guildhall.runtime.idempotency.IdempotencyKey;
import guildhall.runtime.idempotency.Idempotent;
import guildhall.runtime.list.Place;
import guildhall.runtime.security.Caller;
import guildhall.runtime.web.IfMatch;
import guildhall.runtime.web.Page;
import guildhall.runtime.web.Paging;
import guildhall.runtime.web.Problems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/jobs")
@Tag(name = "Jobs", description = "What clients want done")
class JobController {
    private final Jobs jobs;
    private final PostingProperties properties;
    private final Clock clock;

    JobController(Jobs jobs, PostingProperties properties, Clock clock) {
        this.jobs = jobs;
        this.properties = properties;
        this.clock = clock;
    }

    @PostMapping
    @Idempotent
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Draft a job; only you see it until it is published")
    ResponseEntity<JobView> draft(
            @Valid @RequestBody DraftJobRequest request, IdempotencyKey key, Caller caller) {
        var client = client(caller);
        var id = new JobId(key.id());
        var now = clock.instant();
        var terms = request.terms(properties.maxProposals(), now);
        return switch (jobs.handle(new DraftJob(id, client, terms, now))) {
            case Accepted<?, ?> _ -> {
                var stored = jobs.find(id).orElseThrow();
                yield ResponseEntity.created(URI.create("/v1/jobs/" + id))
                        .eTag(IfMatch.tag(stored.version()))
                        .body(JobView.forOwner(stored));
            }
            case Rejected(var reason) -> Problems.answer(JobProblems.of(reason));
        };
    }

    @GetMapping("/{id}")
    @Operation(summary = "Read a job: anybody once it is published, before that its owner")
    ResponseEntity<JobView> read(
            @PathVariable JobId id, @Parameter(hidden = true) Optional<Caller> caller) {
        return jobs.find(id)
                .flatMap(stored -> view(stored, caller))
                .map(view -> ResponseEntity.ok().eTag(IfMatch.tag(view.version())).body(view))
                .orElseGet(() -> Problems.answer(JobProblems.of(new UnknownJob())));
    }

    private static Optional<JobView> view(StoredJob stored, Optional<Caller> caller) {
        var job = stored.job();
        if (caller.flatMap(Caller::actingParty).filter(job::isOwnedBy).isPresent()) {
            return Optional.of(JobView.forOwner(stored));
        }
        return job.isOutInTheOpen() ? Optional.of(JobView.forOthers(stored)) : Optional.empty();
    }

    @GetMapping("/mine")
    @Operation(summary = "List the jobs of the business that you act for, the newest first")
    Page<JobView> mine(Paging paging, Caller caller) {
        var before = paging.place();
        var rows = jobs.ofClient(client(caller).party(), before, paging.rows());
        return Page.of(rows, paging.limit(), JobController::cursor).map(JobView::forOwner);
    }

    private static String cursor(StoredJob stored) {
        return new Place(stored.createdAt(), stored.job().id().value()).toCursor();
    }

    @PatchMapping("/{id}")
    @Operation(summary = "Edit a job; budget and kind stay as they are once it has proposals")
    ResponseEntity<JobView> edit(
            @PathVariable JobId id,
            IfMatch seen,
            @Valid @RequestBody EditJobRequest request,
            Caller caller) {
        var by = client(caller).party();
        var now = clock.instant();
        var stored = jobs.find(id);
        if (stored.isEmpty() || !stored.get().job().isOwnedBy(by)) {
            return Problems.answer(JobProblems.ofStranger(stored));
        }
        seen.require(stored.get().version());
        var terms = request.appliedTo(stored.get().job().terms(), now);
        return answer(id, jobs.handle(new EditJob(id, by, terms, now), seen::matches));
    }

    @PostMapping("/{id}/publication")
    @Idempotent
    @Operation(summary = "Publish a draft: it can be found and answered")
    ResponseEntity<JobView> publish(@PathVariable JobId id, Caller caller) {
        var by = client(caller).party();
        var command = new PublishJob(id, by, caller.emailVerified(), clock.instant());
        return answer(id, jobs.handle(command));
    }

    @PostMapping("/{id}/closure")
    @Idempotent
    @Operation(summary = "Take no more proposals")
    ResponseEntity<JobView> close(@PathVariable JobId id, Caller caller) {
        return answer(id, jobs.handle(new CloseJob(id, client(caller).party(), clock.instant())));
    }

    @PostMapping("/{id}/reopening")
    @Idempotent
    @Operation(summary = "Take proposals again, or renew a job that expired")
    ResponseEntity<JobView> reopen(@PathVariable JobId id, Caller caller) {
        return answer(id, jobs.handle(new ReopenJob(id, client(caller).party(), clock.instant())));
    }

    @PostMapping("/{id}/cancellation")
    @Idempotent
    @Operation(summary = "Withdraw a job; its proposals are rejected")
    ResponseEntity<JobView> cancel(@PathVariable JobId id, Caller caller) {
        return answer(id, jobs.handle(new CancelJob(id, client(caller).party(), clock.instant())));
    }

    private ResponseEntity<JobView> answer(JobId id, Decision<JobEvent, JobRejection> decision) {
        return switch (decision) {
            case Accepted<?, ?> _ -> {
                var stored = jobs.find(id).orElseThrow();
                yield ResponseEntity.ok()
                        .eTag(IfMatch.tag(stored.version()))
                        .body(JobView.forOwner(stored));
            }
            case Rejected(var reason) -> Problems.answer(JobProblems.of(reason));
        };
    }

    private static Side client(Caller caller) {
        return caller.asClient().orElseThrow(JobProblems::clientsOnly);
    }
}
