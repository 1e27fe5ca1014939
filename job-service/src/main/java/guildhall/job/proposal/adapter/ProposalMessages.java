package guildhall.job.proposal.adapter;

import guildhall.job.proposal.Offer;
import guildhall.job.proposal.ProposalEvent;
import guildhall.job.proposal.ProposalEvent.*;
import guildhall.messages.job.ProposalEvents;
import guildhall.messages.job.ProposalEvents.PlannedMilestoneV1;
import guildhall.messages.job.ProposalEvents.ProposalAcceptedV1;
import guildhall.messages.job.ProposalEvents.ProposalReinstatedV1;
import guildhall.messages.job.ProposalEvents.ProposalRejectedV1;
import guildhall.messages.job.ProposalEvents.ProposalSubmittedV1;
import guildhall.messages.job.ProposalEvents.ProposalWithdrawnV1;
import java.time.Instant;
import java.util.Optional;

/** What other services learn from an event; how the client sorts proposals stays here. */
final class ProposalMessages {
    private static final String BY_CLIENT = "CLIENT";
    private static final String POSITION_FILLED = "POSITION_FILLED";

    static Optional<ProposalEvents> of(ProposalEvent event, Offer offer) {
        return switch (event) {
            case ProposalSubmitted(_, var at, _) ->
                    Optional.of(
                            new ProposalSubmittedV1(
                                    offer.id(),
                                    offer.job(),
                                    offer.jobTitle(),
                                    offer.talent(),
                                    offer.client(),
                                    offer.terms().bid(),
                                    at));
            case ProposalAccepted(_, var at) -> Optional.of(accepted(offer, at));
            case ProposalRejected(_, var at) -> Optional.of(rejected(offer, BY_CLIENT, at));
            case ProposalDisplaced(_, _, var at) ->
                    Optional.of(rejected(offer, POSITION_FILLED, at));
            case ProposalWithdrawn(_, var at) ->
                    Optional.of(
                            new ProposalWithdrawnV1(
                                    offer.id(),
                                    offer.job(),
                                    offer.jobTitle(),
                                    offer.talent(),
                                    offer.client(),
                                    at));
            case ProposalReinstated(_, var at, _) -> Optional.of(reinstated(offer, at));
            case ProposalOfferedAgain(_, var at, _) -> Optional.of(reinstated(offer, at));
            case ProposalRevised _, ProposalAdvanced _, ProposalExpired _ -> Optional.empty();
        };
    }

    private static ProposalAcceptedV1 accepted(Offer offer, Instant at) {
        var plan =
                offer.terms().milestones().stream()
                        .map(m -> new PlannedMilestoneV1(m.title(), m.amount(), m.dueInDays()))
                        .toList();
        return new ProposalAcceptedV1(
                offer.id(),
                offer.job(),
                offer.jobTitle(),
                offer.client(),
                offer.talent(),
                offer.terms().bid(),
                plan,
                at);
    }

    private static ProposalRejectedV1 rejected(Offer offer, String reason, Instant at) {
        return new ProposalRejectedV1(
                offer.id(),
                offer.job(),
                offer.jobTitle(),
                offer.talent(),
                offer.client(),
                reason,
                at);
    }

    private static ProposalReinstatedV1 reinstated(Offer offer, Instant at) {
        return new ProposalReinstatedV1(
                offer.id(), offer.job(), offer.jobTitle(), offer.talent(), offer.client(), at);
    }

    private ProposalMessages() {}
}
