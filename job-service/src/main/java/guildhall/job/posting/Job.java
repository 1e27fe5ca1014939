package guildhall.job.posting;

import guildhall.messages.id.ContractId;
import guildhall.messages.id.JobId;
import guildhall.messages.id.ProposalId;
import guildhall.messages.party.Party;
import java.time.Instant;

/** The states of one job. Proposals arrive only while it is {@code Open}. */
public sealed interface Job {
    record Absent() implements Job {}

    sealed interface Known extends Job {
        Posting posting();

        JobStatus status();

        /** The same state with another posting. */
        Known with(Posting posting);

        default JobId id() {
            return posting().id();
        }

        default JobTerms terms() {
            return posting().terms();
        }

        default boolean isOwnedBy(Party party) {
            return posting().client().party().equals(party);
        }

        /** Whether people other than its owner may know of it. */
        default boolean isOutInTheOpen() {
            return switch (this) {
                case Open _, Closed _, Expired _, Reserved _, InProgress _, Completed _ -> true;
                case Draft _, Cancelled _ -> false;
            };
        }

        /** Whether search and partners may show it. */
        default boolean isFindable() {
            return this instanceof Open && terms().visibility() == Visibility.PUBLIC;
        }
    }

    /** A proposal for it can be accepted. */
    sealed interface Hirable extends Known {
        Instant publishedAt();

        @Override
        Hirable with(Posting posting);
    }

    record Draft(Posting posting) implements Known {
        @Override
        public JobStatus status() {
            return JobStatus.DRAFT;
        }

        @Override
        public Draft with(Posting other) {
            return new Draft(other);
        }
    }

    record Open(Posting posting, Instant publishedAt, Instant expiresAt) implements Hirable {
        @Override
        public JobStatus status() {
            return JobStatus.OPEN;
        }

        @Override
        public Open with(Posting other) {
            return new Open(other, publishedAt, expiresAt);
        }
    }

    record Closed(Posting posting, Instant publishedAt, ClosingReason reason) implements Hirable {
        @Override
        public JobStatus status() {
            return JobStatus.CLOSED;
        }

        @Override
        public Closed with(Posting other) {
            return new Closed(other, publishedAt, reason);
        }
    }

    record Expired(Posting posting, Instant publishedAt) implements Known {
        @Override
        public JobStatus status() {
            return JobStatus.EXPIRED;
        }

        @Override
        public Expired with(Posting other) {
            return new Expired(other, publishedAt);
        }
    }

    /** One proposal was accepted; its contract is not funded yet, so this may be undone. */
    record Reserved(Hirable before, ProposalId proposal) implements Known {
        @Override
        public Posting posting() {
            return before.posting();
        }

        @Override
        public JobStatus status() {
            return JobStatus.CLOSED;
        }

        @Override
        public Reserved with(Posting other) {
            return new Reserved(before.with(other), proposal);
        }
    }

    record InProgress(
            Posting posting, Instant publishedAt, ProposalId proposal, ContractId contract)
            implements Known {
        @Override
        public JobStatus status() {
            return JobStatus.IN_PROGRESS;
        }

        @Override
        public InProgress with(Posting other) {
            return new InProgress(other, publishedAt, proposal, contract);
        }
    }

    record Completed(Posting posting, Instant publishedAt, ProposalId proposal, ContractId contract)
            implements Known {
        @Override
        public JobStatus status() {
            return JobStatus.COMPLETED;
        }

        @Override
        public Completed with(Posting other) {
            return new Completed(other, publishedAt, proposal, contract);
        }
    }

    record Cancelled(Posting posting) implements Known {
        @Override
        public JobStatus status() {
            return JobStatus.CANCELLED;
        }

        @Override
        public Cancelled with(Posting other) {
            return new Cancelled(other);
        }
    }
}
