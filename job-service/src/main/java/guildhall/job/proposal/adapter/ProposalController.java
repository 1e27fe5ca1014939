package guildhall.job.proposal.adapter;

import guildhall.job.proposal.ProposalCommand;
import guildhall.job.proposal.ProposalCommand.AdvanceProposal;
import guildhall.job.proposal.ProposalCommand.RejectProposal;
import guildhall.job.proposal.ProposalCommand.ReviseProposal;
import guildhall.job.proposal.ProposalCommand.WithdrawProposal;
import guildhall.job.proposal.ProposalRejection.UnknownProposal;
import guildhall.job.proposal.Proposals;
import guildhall.job.proposal.Stage;
import guildhall.job.proposal.StoredProposal;
import guildhall.job.proposal.adapter.ProposalRequests.ReviseProposalRequest;
import guildhall.messages.id.ProposalId;
import guildhall.messages.party.Party;
import guildhall.runtime.decide.Decision.Accepted;
import guildhall.runtime.decide.Decision.Rejected;
import guildhall.runtime.idempotency.Idempotent;
import guildhall.runtime.security.Caller;
import guildhall.runtime.web.IfMatch;
import guildhall.runtime.web.Page;
import guildhall.runtime.web.Paging;
import guildhall.runtime.web.Problems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/proposals")
@Tag(name = "Proposals", description = "What talents offer for a job")
class ProposalController {
    private final Proposals proposals;
    private final Clock clock;

    ProposalController(Proposals proposals, Clock clock) {
        this.proposals = proposals;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "List the proposals that you made, the newest first")
    Page<ProposalView> mine(Paging paging, Caller caller) {
        var talent = caller.asTalent().orElseThrow(ProposalProblems::talentsOnly).party();
        var before = paging.place();
        var rows = proposals.ofTalent(talent, before, paging.rows());
        return Page.of(rows, paging.limit(), JobProposalController::cursor).map(ProposalView::of);
    }

    @GetMapping("/{id}")
    @Operation(summary = "Read a proposal of yours, as its talent or its client")
    ResponseEntity<ProposalView> read(@PathVariable ProposalId id, Caller caller) {
        return seenBy(party(caller), id)
                .map(ProposalController::ok)
                .orElseGet(() -> Problems.answer(ProposalProblems.of(new UnknownProposal())));
    }

    @PatchMapping("/{id}")
    @Operation(summary = "Revise a proposal that the client has not answered")
    ResponseEntity<ProposalView> revise(
            @PathVariable ProposalId id,
            IfMatch seen,
            @Valid @RequestBody ReviseProposalRequest request,
            Caller caller) {
        var by = party(caller);
        var stored = seenBy(by, id);
        if (stored.isEmpty()) {
            return Problems.answer(ProposalProblems.of(new UnknownProposal()));
        }
        var terms = request.appliedTo(stored.get().proposal().offer().terms());
        return handle(new ReviseProposal(id, by, terms, clock.instant()), seen::matches);
    }

    @PostMapping("/{id}/withdrawal")
    @Idempotent
    @Operation(summary = "Take a proposal back, as its talent")
    ResponseEntity<ProposalView> withdraw(@PathVariable ProposalId id, Caller caller) {
        return handle(new WithdrawProposal(id, party(caller), clock.instant()));
    }

    @PostMapping("/{id}/rejection")
    @Idempotent
    @Operation(summary = "Turn a proposal down, as its client")
    ResponseEntity<ProposalView> reject(@PathVariable ProposalId id, Caller caller) {
        return handle(new RejectProposal(id, party(caller), clock.instant()));
    }

    @PostMapping("/{id}/review")
    @Idempotent
    @Operation(summary = "Begin to consider a proposal, as its client")
    ResponseEntity<ProposalView> review(@PathVariable ProposalId id, Caller caller) {
        return advance(id, Stage.UNDER_REVIEW, caller);
    }

    @PostMapping("/{id}/shortlisting")
    @Idempotent
    @Operation(summary = "Put a proposal on the shortlist, as its client; it no longer expires")
    ResponseEntity<ProposalView> shortlist(@PathVariable ProposalId id, Caller caller) {
        return advance(id, Stage.SHORTLISTED, caller);
    }

    @PostMapping("/{id}/interview")
    @Idempotent
    @Operation(summary = "Invite the talent of a proposal to an interview, as its client")
    ResponseEntity<ProposalView> interview(@PathVariable ProposalId id, Caller caller) {
        return advance(id, Stage.INTERVIEW, caller);
    }

    private ResponseEntity<ProposalView> advance(ProposalId id, Stage to, Caller caller) {
        return handle(new AdvanceProposal(id, party(caller), to, clock.instant()));
    }

    private ResponseEntity<ProposalView> handle(ProposalCommand command) {
        return handle(command, _ -> true);
    }

    private ResponseEntity<ProposalView> handle(ProposalCommand command, LongPredicate seen) {
        return switch (proposals.handle(command, seen)) {
            case Accepted<?, ?> _ -> ok(proposals.find(command.id()).orElseThrow());
            case Rejected(var reason) -> Problems.answer(ProposalProblems.of(reason));
        };
    }

    private Optional<StoredProposal> seenBy(Party party, ProposalId id) {
        return proposals.find(id).filter(stored -> stored.proposal().isSeenBy(party));
    }

    private static ResponseEntity<ProposalView> ok(StoredProposal stored) {
        return ResponseEntity.ok()
                .eTag(IfMatch.tag(stored.version()))
                .body(ProposalView.of(stored));
    }

    private static Party party(Caller caller) {
        return caller.actingParty().orElseThrow(ProposalProblems::partiesOnly);
    }
}
