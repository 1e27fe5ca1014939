package guildhall.job.proposal;

import static guildhall.runtime.decide.Decision.accept;

import guildhall.job.proposal.Proposal.*;
import guildhall.job.proposal.ProposalCommand.*;
import guildhall.job.proposal.ProposalEvent.*;
import guildhall.runtime.decide.Decision;
import java.time.Duration;

/** What a proposal makes of facts. One that comes late or again changes nothing. */
final class ProposalConsequences {
    private final Duration answerWithin;

    ProposalConsequences(Duration answerWithin) {
        this.answerWithin = answerWithin;
    }

    Decision<ProposalEvent, ProposalRejection> decide(Consequence fact, Known proposal) {
        return switch (fact) {
            case ExpireProposal expire -> expire(expire, proposal);
            case DisplaceProposal displace -> displace(displace, proposal);
            case ReinstateProposal reinstate -> reinstate(reinstate, proposal);
            case OfferAgain again -> offerAgain(again, proposal);
            case DropProposal drop -> drop(drop, proposal);
        };
    }

    private static Decision<ProposalEvent, ProposalRejection> expire(
            ExpireProposal expire, Known proposal) {
        return switch (proposal) {
            case Active(_, var stage, var expiresAt)
                    when !stage.isAnswered() && !expire.at().isBefore(expiresAt) ->
                    accept(new ProposalExpired(expire.id(), expire.at()));
            case Active _, Hired _, Rejected _, Displaced _, Withdrawn _, Expired _ -> accept();
        };
    }

    private static Decision<ProposalEvent, ProposalRejection> displace(
            DisplaceProposal displace, Known proposal) {
        return switch (proposal) {
            case Active _ ->
                    accept(new ProposalDisplaced(displace.id(), displace.hired(), displace.at()));
            case Hired _, Rejected _, Displaced _, Withdrawn _, Expired _ -> accept();
        };
    }

    private Decision<ProposalEvent, ProposalRejection> reinstate(
            ReinstateProposal reinstate, Known proposal) {
        return switch (proposal) {
            case Displaced(_, _, var hired) when hired.equals(reinstate.hired()) ->
                    accept(
                            new ProposalReinstated(
                                    reinstate.id(),
                                    reinstate.at(),
                                    reinstate.at().plus(answerWithin)));
            case Active _, Hired _, Rejected _, Displaced _, Withdrawn _, Expired _ -> accept();
        };
    }

    private Decision<ProposalEvent, ProposalRejection> offerAgain(
            OfferAgain again, Known proposal) {
        return switch (proposal) {
            case Hired _ ->
                    accept(
                            new ProposalOfferedAgain(
                                    again.id(), again.at(), again.at().plus(answerWithin)));
            case Active _, Rejected _, Displaced _, Withdrawn _, Expired _ -> accept();
        };
    }

    private static Decision<ProposalEvent, ProposalRejection> drop(
            DropProposal drop, Known proposal) {
        return switch (proposal) {
            case Active _ -> accept(new ProposalRejected(drop.id(), drop.at()));
            case Hired _, Rejected _, Displaced _, Withdrawn _, Expired _ -> accept();
        };
    }
}
