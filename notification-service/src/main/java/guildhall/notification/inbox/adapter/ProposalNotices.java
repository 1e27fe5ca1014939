package guildhall.notification.inbox.adapter;

import static guildhall.notification.notice.NoticeType.PROPOSAL;
import static guildhall.notification.notice.Words.amount;

import guildhall.messages.job.ProposalEvents;
import guildhall.messages.job.ProposalEvents.ProposalAcceptedV1;
import guildhall.messages.job.ProposalEvents.ProposalReinstatedV1;
import guildhall.messages.job.ProposalEvents.ProposalRejectedV1;
import guildhall.messages.job.ProposalEvents.ProposalSubmittedV1;
import guildhall.messages.job.ProposalEvents.ProposalWithdrawnV1;
import guildhall.notification.notice.Notice;
import java.util.List;

/** What the two sides hear of a proposal. */
final class ProposalNotices {
    static List<Notice> of(ProposalEvents event) {
        return switch (event) {
            case ProposalSubmittedV1 e ->
                    List.of(
                            Notice.of(
                                    e.client().user(),
                                    PROPOSAL,
                                    "New proposal: " + e.jobTitle(),
                                    "A talent offers to do it for " + amount(e.bid()) + ".",
                                    job(e.jobId()) + "/proposals"));
            case ProposalWithdrawnV1 e ->
                    List.of(
                            Notice.of(
                                    e.client().user(),
                                    PROPOSAL,
                                    "Proposal withdrawn: " + e.jobTitle(),
                                    "The talent took the proposal back.",
                                    job(e.jobId()) + "/proposals"));
            case ProposalAcceptedV1 e ->
                    List.of(
                            Notice.of(
                                            e.talent().user(),
                                            PROPOSAL,
                                            "You were chosen: " + e.jobTitle(),
                                            "Your offer of "
                                                    + amount(e.amount())
                                                    + " was accepted. Start when the contract is"
                                                    + " funded.",
                                            "/proposals/" + e.proposalId())
                                    .urgent());
            case ProposalRejectedV1 e ->
                    List.of(
                            Notice.of(
                                    e.talent().user(),
                                    PROPOSAL,
                                    "Not this time: " + e.jobTitle(),
                                    e.reason().equals("POSITION_FILLED")
                                            ? "Somebody else was hired."
                                            : "The client decided against your proposal.",
                                    "/proposals/" + e.proposalId()));
            case ProposalReinstatedV1 e ->
                    List.of(
                            Notice.of(
                                    e.talent().user(),
                                    PROPOSAL,
                                    "Open again: " + e.jobTitle(),
                                    "The hire fell through, so your proposal counts again.",
                                    "/proposals/" + e.proposalId()));
        };
    }

    private static String job(Object id) {
        return "/jobs/" + id;
    }

    private ProposalNotices() {}
}
