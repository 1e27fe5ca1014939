package guildhall.notification.inbox.adapter;

import static guildhall.notification.notice.NoticeType.CONTRACT;
import static guildhall.notification.notice.NoticeType.PAYMENT;
import static guildhall.notification.notice.Words.amount;
import static guildhall.notification.notice.Words.time;

import guildhall.messages.contract.MilestoneEvents;
import guildhall.messages.contract.MilestoneEvents.MilestoneApprovedV1;
import guildhall.messages.contract.MilestoneEvents.MilestoneCancelledV1;
import guildhall.messages.contract.MilestoneEvents.MilestoneFundedV1;
import guildhall.messages.contract.MilestoneEvents.MilestonePaidV1;
import guildhall.messages.contract.MilestoneEvents.MilestonePartPaidV1;
import guildhall.messages.contract.MilestoneEvents.PaymentSumV1;
import guildhall.messages.contract.MilestoneEvents.RevisionRequestedV1;
import guildhall.messages.contract.MilestoneEvents.WorkSubmittedV1;
import guildhall.messages.id.ContractId;
import guildhall.messages.party.Side;
import guildhall.notification.notice.Notice;
import java.util.List;

/** What the two sides hear of a milestone. */
final class MilestoneNotices {
    static List<Notice> of(MilestoneEvents event) {
        return switch (event) {
            case MilestoneFundedV1 e ->
                    List.of(
                            notice(
                                    e.talent(),
                                    "Funded: " + e.title(),
                                    amount(e.amount()) + " is held for this milestone.",
                                    e.contractId()));
            case WorkSubmittedV1 e ->
                    List.of(
                            notice(
                                            e.client(),
                                            "Work delivered: " + e.title(),
                                            "Please approve it or ask for a revision. Without an"
                                                    + " answer it counts as approved on "
                                                    + time(e.autoApproveAt())
                                                    + ".",
                                            e.contractId())
                                    .urgent());
            case RevisionRequestedV1 e ->
                    List.of(
                            notice(
                                    e.talent(),
                                    "Revision requested: " + e.title(),
                                    e.reason(),
                                    e.contractId()));
            case MilestoneApprovedV1 e ->
                    List.of(
                            notice(
                                    e.talent(),
                                    "Approved: " + e.title(),
                                    amount(e.rest() == null ? e.amount() : e.rest())
                                            + " is being released to you.",
                                    e.contractId()));
            case MilestonePartPaidV1 e -> partPaid(e);
            case MilestonePaidV1 e -> paid(e);
            case MilestoneCancelledV1 e ->
                    List.of(cancelled(e.client(), e), cancelled(e.talent(), e));
        };
    }

    private static List<Notice> partPaid(MilestonePartPaidV1 e) {
        var left =
                e.stillHeld().isZero()
                        ? "; nothing is held any more."
                        : "; " + amount(e.stillHeld()) + " is still held.";
        return List.of(
                paid(
                        e.talent(),
                        "Part paid: " + e.title(),
                        credited(new PaymentSumV1(e.gross(), e.fee(), e.net())) + left,
                        e.contractId()),
                paid(
                        e.client(),
                        "Receipt: " + e.title(),
                        amount(e.gross()) + " was released from escrow" + left,
                        e.contractId()));
    }

    private static List<Notice> paid(MilestonePaidV1 e) {
        var credited = credited(new PaymentSumV1(e.gross(), e.fee(), e.net()));
        var released = amount(e.gross()) + " was released from escrow";
        var total = e.total();
        return List.of(
                paid(
                        e.talent(),
                        "Paid: " + e.title(),
                        total == null
                                ? credited + "."
                                : credited + "; with the parts before, " + credited(total) + ".",
                        e.contractId()),
                paid(
                        e.client(),
                        "Receipt: " + e.title(),
                        total == null
                                ? released + "."
                                : released + "; " + amount(total.gross()) + " in all.",
                        e.contractId()));
    }

    /** Whose wallet it is in is told to each: the talent may share it with a team. */
    private static String credited(PaymentSumV1 sum) {
        return "%s was credited (%s less the fee of %s)"
                .formatted(amount(sum.net()), amount(sum.gross()), amount(sum.fee()));
    }

    private static Notice cancelled(Side side, MilestoneCancelledV1 event) {
        return notice(
                side,
                "Cancelled: " + event.title(),
                "This milestone will not be done; what was held for it goes back to the client.",
                event.contractId());
    }

    private static Notice notice(Side side, String title, String body, ContractId contract) {
        return Notice.of(side.user(), CONTRACT, title, body, "/contracts/" + contract);
    }

    private static Notice paid(Side side, String title, String body, ContractId contract) {
        return Notice.of(side.user(), PAYMENT, title, body, "/contracts/" + contract);
    }

    private MilestoneNotices() {}
}
