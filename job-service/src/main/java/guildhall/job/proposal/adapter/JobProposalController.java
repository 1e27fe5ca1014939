package guildhall.job.proposal.adapter;

import guildhall.job.posting.Jobs;
import guildhall.job.proposal.Proposals;
import guildhall.job.proposal.StoredProposal;
import guildhall.job.proposal.adapter.ProposalRequests.SubmitProposalRequest;
import guildhall.messages.id.JobId;
import guildhall.messages.id.ProposalId;
import guildhall.messages.party.Party;
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
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The proposals of one job. */
@RestController
@RequestMapping("/v1/jobs/{id}/proposals")
@Tag(name = "Proposals", description = "What talents offer for a job")
class JobProposalController {
    private final Proposals proposals;
    private final Jobs jobs;
    private final ProposalProperties properties;
    private final Clock clock;

    JobProposalController(
            Proposals proposals, Jobs jobs, ProposalProperties properties, Clock clock) {
        this.proposals = proposals;
        this.jobs = jobs;
        this.properties = properties;
        this.clock = clock;
    }

    @PostMapping
    @Idempotent
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Propose to do a job; one active proposal for each talent")
    ResponseEntity<ProposalView> submit(
            @PathVariable("id") JobId job,
            @Valid @RequestBody SubmitProposalRequest request,
            IdempotencyKey key,
            Caller caller) {
        var talent = caller.asTalent().orElseThrow(ProposalProblems::talentsOnly);
        var id = new ProposalId(key.id());
        var terms = request.terms(properties.durationDays());
        return switch (proposals.submit(id, job, talent, terms, clock.instant())) {
            case Accepted<?, ?> _ -> {
                var stored = proposals.find(id).orElseThrow();
                yield ResponseEntity.created(URI.create("/v1/proposals/" + id))
                        .eTag(IfMatch.tag(stored.version()))
                        .body(ProposalView.of(stored));
            }
            case Rejected(var reason) -> Problems.answer(ProposalProblems.of(reason));
        };
    }

    @GetMapping
    @Operation(summary = "List the proposals for a job of yours, the newest first")
    Page<ProposalView> list(@PathVariable("id") JobId job, Paging paging, Caller caller) {
        var before = paging.place();
        requireOwner(job, caller.actingParty().orElseThrow(ProposalProblems::partiesOnly));
        var rows = proposals.ofJob(job, before, paging.rows());
        return Page.of(rows, paging.limit(), JobProposalController::cursor).map(ProposalView::of);
    }

    private void requireOwner(JobId id, Party party) {
        var job = jobs.find(id).orElseThrow(ProposalProblems::unknownJob).job();
        if (!job.isOwnedBy(party)) {
            throw job.isOutInTheOpen()
                    ? ProposalProblems.notYourJob()
                    : ProposalProblems.unknownJob();
        }
    }

    static String cursor(StoredProposal stored) {
        return new Place(stored.submittedAt(), stored.proposal().offer().id().value()).toCursor();
    }
}
