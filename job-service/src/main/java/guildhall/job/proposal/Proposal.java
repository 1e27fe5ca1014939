package guildhall.job.proposal;

import guildhall.messages.id.ProposalId;
import guildhall.messages.party.Party;
import java.time.Instant;

/** The states of one proposal. Only an {@code Active} one can still become something. */
public sealed interface Proposal {
    record Absent() implements Proposal {}

    sealed interface Known extends Proposal {
        Offer offer();

        ProposalStatus status();

        default boolean isSeenBy(Party party) {
            return offer().talent().party().equals(party) || offer().client().party().equals(party);
        }
    }

    /** The client has it. Every stage allows the same, so a stage is a place in a line only. */
    record Active(Offer offer, Stage stage, Instant expiresAt) implements Known {
        @Override
        public ProposalStatus status() {
            return ProposalStatus.valueOf(stage.name());
        }
    }

    record Hired(Offer offer, Instant acceptedAt) implements Known {
        @Override
        public ProposalStatus status() {
            return ProposalStatus.HIRED;
        }
    }

    /** The client turned it down. */
    record Rejected(Offer offer) implements Known {
        @Override
        public ProposalStatus status() {
            return ProposalStatus.REJECTED;
        }
    }

    /** Another one was hired; should that fall through, this one is back at its stage. */
    record Displaced(Offer offer, Stage stage, ProposalId hired) implements Known {
        @Override
        public ProposalStatus status() {
            return ProposalStatus.REJECTED;
        }
    }

    record Withdrawn(Offer offer) implements Known {
        @Override
        public ProposalStatus status() {
            return ProposalStatus.WITHDRAWN;
        }
    }

    record Expired(Offer offer) implements Known {
        @Override
        public ProposalStatus status() {
            return ProposalStatus.EXPIRED;
        }
    }
}
