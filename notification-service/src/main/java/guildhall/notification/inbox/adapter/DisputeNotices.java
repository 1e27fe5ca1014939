package guildhall.notification.inbox.adapter;

import static guildhall.notification.notice.NoticeType.CONTRACT;
import static guildhall.notification.notice.Words.amount;

import guildhall.messages.id.ContractId;
import guildhall.messages.party.Side;
import guildhall.messages.payment.EscrowEvents.DisputeFundsSplitV1;
import guildhall.messages.payment.EscrowEvents.EscrowFrozenV1;
import guildhall.messages.payment.EscrowEvents.EscrowUnfrozenV1;
import guildhall.notification.notice.Notice;
import java.util.List;
import java.util.stream.Stream;

/** What both sides hear of the money that a dispute is about. */
final class DisputeNotices {
    static List<Notice> frozen(EscrowFrozenV1 e) {
        return both(
                e.payer(),
                e.payee(),
                "Money frozen",
                amount(e.amount()) + " stays where it is until the dispute is settled.",
                e.contractId());
    }

    static List<Notice> unfrozen(EscrowUnfrozenV1 e) {
        return both(
                e.payer(),
                e.payee(),
                "Money no longer frozen",
                amount(e.amount())
                        + " is no longer held back by a dispute; "
                        + amount(e.toEscrow())
                        + " of it is in escrow.",
                e.contractId());
    }

    /** What members of a team got of it is told to each of them. */
    static List<Notice> split(DisputeFundsSplitV1 e) {
        var returned = e.buyerFeeReturned();
        var toClient = returned == null ? e.toClient() : e.toClient().plus(returned);
        return both(
                e.payer(),
                e.payee(),
                "Dispute settled",
                "%s went back to the client; %s to the talent (%s less the fee of %s)."
                        .formatted(
                                amount(toClient),
                                amount(e.net()),
                                amount(e.toTalent()),
                                amount(e.fee())),
                e.contractId());
    }

    private static List<Notice> both(
            Side payer, Side payee, String title, String body, ContractId contract) {
        return Stream.of(payer, payee)
                .map(side ->
                        Notice.of(side.user(), CONTRACT, title, body, "/contracts/" + contract))
                .toList();
    }

    private DisputeNotices() {}
}
