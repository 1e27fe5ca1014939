package guildhall.job.posting.adapter;

import guildhall.job.posting.Job.Cancelled;
import guildhall.job.posting.Job.Closed;
import guildhall.job.posting.Job.Completed;
import guildhall.job.posting.Job.Draft;
import guildhall.job.posting.Job.Expired;
import guildhall.job.posting.Job.InProgress;
import guildhall.job.posting.Job.Known;
import guildhall.job.posting.Job.Open;
import guildhall.job.posting.Job.Reserved;
import guildhall.job.posting.JobKind;
import guildhall.job.posting.JobStatus;
import guildhall.job.posting.Level;
import guildhall.job.posting.StoredJob;
import guildhall.job.posting.Visibility;
import guildhall.job.posting.adapter.JobRequests.BudgetBody;
import guildhall.messages.id.JobId;
import guildhall.messages.id.ProposalId;
import guildhall.messages.party.Party;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A job as its readers see it. */
record JobView(
        JobId id,
        Party client,
        JobStatus status,
        String title,
        String description,
        String category,
        JobKind kind,
        Level level,
        List<String> skills,
        List<String> tags,
        BudgetBody budget,
        @Nullable String location,
        boolean remote,
        @Nullable Instant deadline,
        Visibility visibility,
        @Schema(description = "Active proposals that it takes at a time") int maxProposals,
        @Schema(description = "Proposals that it ever got") int proposalCount,
        boolean acceptingProposals,
        @Nullable Instant publishedAt,
        @Schema(description = "When it expires unless it is renewed") @Nullable Instant expiresAt,
        @Schema(description = "The accepted proposal; for the owner only")
                @Nullable ProposalId acceptedProposal,
        Instant createdAt,
        long version) {

    static JobView forOwner(StoredJob stored) {
        return of(stored, accepted(stored.job()));
    }

    static JobView forOthers(StoredJob stored) {
        return of(stored, null);
    }

    private static JobView of(StoredJob stored, @Nullable ProposalId accepted) {
        var job = stored.job();
        var terms = job.terms();
        return new JobView(
                job.id(),
                job.posting().client().party(),
                job.status(),
                terms.title(),
                terms.description(),
                terms.category(),
                terms.kind(),
                terms.level(),
                terms.skills(),
                terms.tags(),
                BudgetBody.of(terms.budget()),
                terms.location(),
                terms.remote(),
                terms.deadline(),
                terms.visibility(),
                terms.maxProposals(),
                job.posting().proposals().received(),
                job instanceof Open && !job.posting().isFull(),
                publishedAt(job),
                job instanceof Open open ? open.expiresAt() : null,
                accepted,
                stored.createdAt(),
                stored.version());
    }

    private static @Nullable Instant publishedAt(Known job) {
        return switch (job) {
            case Draft _, Cancelled _ -> null;
            case Open open -> open.publishedAt();
            case Closed closed -> closed.publishedAt();
            case Expired expired -> expired.publishedAt();
            case Reserved reserved -> reserved.before().publishedAt();
            case InProgress inProgress -> inProgress.publishedAt();
            case Completed completed -> completed.publishedAt();
        };
    }

    private static @Nullable ProposalId accepted(Known job) {
        return switch (job) {
            case Reserved reserved -> reserved.proposal();
            case InProgress inProgress -> inProgress.proposal();
            case Completed completed -> completed.proposal();
            case Draft _, Open _, Closed _, Expired _, Cancelled _ -> null;
        };
    }
}
