package guildhall.notification.inbox.adapter;

import static guildhall.notification.notice.NoticeType.CONTRACT;
import static guildhall.notification.notice.NoticeType.PAYMENT;
import static guildhall.notification.notice.Words.amount;
import static guildhall.notification.notice.Words.time;

import guildhall.messages.contract.ContractEvents;
import guildhall.messages.contract.ContractEvents.ContractActivatedV1;
import guildhall.messages.contract.ContractEvents.ContractCancelledV1;
import guildhall.messages.contract.ContractEvents.ContractCompletedV1;
import guildhall.messages.contract.ContractEvents.ContractDraftedV1;
import guildhall.messages.contract.ContractEvents.ContractReadyForFundingV1;
import guildhall.messages.contract.ContractEvents.ContractTerminatedV1;
import guildhall.messages.contract.ContractEvents.FundingFailedV1;
import guildhall.messages.id.ContractId;
import guildhall.messages.party.Side;
import guildhall.notification.notice.Notice;
import java.util.List;

/** What the two sides hear of their contract. */
final class ContractNotices {
    static List<Notice> of(ContractEvents event) {
        return switch (event) {
            case ContractDraftedV1 _ -> List.of(); // Both just agreed to it.
            case ContractReadyForFundingV1 e ->
                    List.of(
                            notice(
                                    e.client(),
                                    "Please fund: " + e.title(),
                                    amount(e.amount())
                                            + " will be held in escrow until you approve the"
                                            + " work. Fund before "
                                            + time(e.fundBefore())
                                            + ".",
                                    e.contractId()));
            case FundingFailedV1 e ->
                    List.of(
                            new Notice(
                                    e.client().user(),
                                    PAYMENT,
                                    Notice.Priority.HIGH,
                                    "Funding failed: " + e.title(),
                                    amount(e.amount())
                                            + " could not be taken from your wallet. Top it up and"
                                            + " fund the contract again.",
                                    link(e.contractId()),
                                    true));
            case ContractActivatedV1 e ->
                    List.of(
                            notice(
                                            e.talent(),
                                            "Work can begin: " + e.title(),
                                            "The money is held in escrow for contract "
                                                    + e.number()
                                                    + ".",
                                            e.contractId())
                                    .urgent(),
                            notice(
                                    e.client(),
                                    "Contract active: " + e.title(),
                                    "Contract " + e.number() + " is funded and work can begin.",
                                    e.contractId()));
            case ContractCancelledV1 e ->
                    both(
                            e.client(),
                            e.talent(),
                            "Contract cancelled: " + e.title(),
                            "Contract " + e.number() + " ended before it was active.",
                            e.contractId());
            case ContractCompletedV1 e ->
                    both(
                            e.client(),
                            e.talent(),
                            "Contract completed: " + e.title(),
                            "Contract " + e.number() + " is done; " + amount(e.paid()) + " paid.",
                            e.contractId());
            case ContractTerminatedV1 e ->
                    both(
                            e.client(),
                            e.talent(),
                            "Contract ended: " + e.title(),
                            "Contract " + e.number() + " ended without a paid milestone.",
                            e.contractId());
        };
    }

    private static List<Notice> both(
            Side client, Side talent, String title, String body, ContractId contract) {
        return List.of(
                notice(client, title, body, contract), notice(talent, title, body, contract));
    }

    private static Notice notice(Side side, String title, String body, ContractId contract) {
        return Notice.of(side.user(), CONTRACT, title, body, link(contract));
    }

    private static String link(ContractId contract) {
        return "/contracts/" + contract;
    }

    private ContractNotices() {}
}
