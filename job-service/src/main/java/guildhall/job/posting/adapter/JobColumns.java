package guildhall.job.posting.adapter;

import static guildhall.runtime.sql.SqlTime.utcOrNull;

import guildhall.job.posting.Job.Cancelled;
import guildhall.job.posting.Job.Closed;
import guildhall.job.posting.Job.Completed;
import guildhall.job.posting.Job.Draft;
import guildhall.job.posting.Job.Expired;
import guildhall.job.posting.Job.Hirable;
import guildhall.job.posting.Job.InProgress;
import guildhall.job.posting.Job.Known;
import guildhall.job.posting.Job.Open;
import guildhall.job.posting.Job.Reserved;
import guildhall.messages.id.ContractId;
import guildhall.messages.id.ProposalId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The columns of {@code job} for a state; the ones that a state does not have are null. */
final class JobColumns {

    static Map<String, @Nullable Object> of(Known job) {
        var columns = terms(job);
        var standing = standing(job);
        columns.put("state", standing.state);
        columns.put("published_at", utcOrNull(standing.publishedAt));
        columns.put("expires_at", utcOrNull(standing.expiresAt));
        columns.put("closing_reason", standing.closingReason);
        columns.put("proposal_id", standing.proposal == null ? null : standing.proposal.value());
        columns.put("contract_id", standing.contract == null ? null : standing.contract.value());
        return columns;
    }

    private static Map<String, @Nullable Object> terms(Known job) {
        var client = job.posting().client();
        var terms = job.terms();
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("id", job.id().value());
        columns.put("client_type", client.party().type().name());
        columns.put("client_id", client.party().id());
        columns.put("client_user", client.user().value());
        columns.put("title", terms.title());
        columns.put("description", terms.description());
        columns.put("category", terms.category());
        columns.put("kind", terms.kind().name());
        columns.put("level", terms.level().name());
        columns.put("skills", terms.skills().toArray(String[]::new));
        columns.put("tags", terms.tags().toArray(String[]::new));
        columns.put("budget_min", terms.budget().min().minorUnits());
        columns.put("budget_max", terms.budget().max().minorUnits());
        columns.put("currency", terms.budget().currency().getCurrencyCode());
        columns.put("location", terms.location());
        columns.put("remote", terms.remote());
        columns.put("deadline", utcOrNull(terms.deadline()));
        columns.put("visibility", terms.visibility().name());
        columns.put("max_proposals", terms.maxProposals());
        columns.put("proposals_active", job.posting().proposals().active());
        columns.put("proposals_received", job.posting().proposals().received());
        return columns;
    }

    private static Standing standing(Known job) {
        return switch (job) {
            case Draft _ -> new Standing("DRAFT", null, null, null, null, null);
            case Cancelled _ -> new Standing("CANCELLED", null, null, null, null, null);
            case Hirable hirable -> standing(hirable);
            case Expired(_, var published) ->
                    new Standing("EXPIRED", published, null, null, null, null);
            case Reserved(var before, var proposal) -> standing(before).reservedFor(proposal);
            case InProgress(_, var published, var proposal, var contract) ->
                    new Standing("IN_PROGRESS", published, null, null, proposal, contract);
            case Completed(_, var published, var proposal, var contract) ->
                    new Standing("COMPLETED", published, null, null, proposal, contract);
        };
    }

    private static Standing standing(Hirable job) {
        return switch (job) {
            case Open(_, var published, var expires) ->
                    new Standing("OPEN", published, expires, null, null, null);
            case Closed(_, var published, var reason) ->
                    new Standing("CLOSED", published, null, reason.name(), null, null);
        };
    }

    private record Standing(
            String state,
            @Nullable Instant publishedAt,
            @Nullable Instant expiresAt,
            @Nullable String closingReason,
            @Nullable ProposalId proposal,
            @Nullable ContractId contract) {
        Standing reservedFor(ProposalId holder) {
            return new Standing(
                    "RESERVED", publishedAt, expiresAt, closingReason, holder, contract);
        }
    }

    private JobColumns() {}
}
