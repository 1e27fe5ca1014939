package guildhall.job.posting;

import guildhall.messages.id.JobId;
import guildhall.messages.party.Side;

/** What is true of a job in every state: whose it is, what it says, how it was answered. */
public record Posting(JobId id, Side client, JobTerms terms, Tally proposals) {
    Posting with(JobTerms edited) {
        return new Posting(id, client, edited, proposals);
    }

    Posting with(Tally counted) {
        return new Posting(id, client, terms, counted);
    }

    public boolean isFull() {
        return proposals.active() >= terms.maxProposals();
    }
}
