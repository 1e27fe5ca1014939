package guildhall.job.hire.adapter;

import guildhall.job.hire.HireRefusal;
import guildhall.job.hire.HireRefusal.ProposalRefuses;
import guildhall.job.hire.Hiring;
import guildhall.job.proposal.ProposalRejection.UnknownProposal;
import guildhall.job.proposal.ProposalStatus;
import guildhall.job.proposal.Proposals;
import guildhall.job.proposal.StoredProposal;
import guildhall.messages.id.JobId;
import guildhall.messages.id.ProposalId;
import guildhall.messages.party.Party;
import guildhall.runtime.idempotency.Idempotent;
import guildhall.runtime.security.Caller;
import guildhall.runtime.web.IfMatch;
import guildhall.runtime.web.Problems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Proposals", description = "What talents offer for a job")
class HireController {
    private final Hiring hiring;
    private final Proposals proposals;

    HireController(Hiring hiring, Proposals proposals) {
        this.hiring = hiring;
        this.proposals = proposals;
    }

    /** The accepted proposal. Its contract follows within moments. */
    record HireView(ProposalId proposalId, JobId jobId, Party talent, ProposalStatus status) {
        static HireView of(StoredProposal stored) {
            var offer = stored.proposal().offer();
            return new HireView(
                    offer.id(), offer.job(), offer.talent().party(), stored.proposal().status());
        }
    }

    @PostMapping("/v1/proposals/{id}/acceptance")
    @Idempotent
    @Operation(summary = "Accept a proposal, as its client; a contract is drafted from it")
    ResponseEntity<HireView> accept(
            @PathVariable ProposalId id,
            @Parameter(description = "ETag of the proposal as read: a later revision is refused")
                    @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Nullable String ifMatch,
            Caller caller) {
        var party = caller.actingParty().orElseThrow(HireProblems::partiesOnly);
        return refusal(id, party, ifMatch)
                .map(HireProblems::of)
                .map(Problems::<HireView>answer)
                .orElseGet(() -> ok(id));
    }

    private Optional<HireRefusal> refusal(ProposalId id, Party party, @Nullable String ifMatch) {
        var known = proposals.find(id).filter(stored -> stored.proposal().isSeenBy(party));
        return known.isEmpty()
                ? Optional.of(new ProposalRefuses(new UnknownProposal()))
                : hiring.accept(id, party, version -> matches(ifMatch, version));
    }

    private static boolean matches(@Nullable String ifMatch, long version) {
        return ifMatch == null || ifMatch.equals("*") || ifMatch.equals(IfMatch.tag(version));
    }

    private ResponseEntity<HireView> ok(ProposalId id) {
        var stored = proposals.find(id).orElseThrow();
        return ResponseEntity.ok().eTag(IfMatch.tag(stored.version())).body(HireView.of(stored));
    }
}
