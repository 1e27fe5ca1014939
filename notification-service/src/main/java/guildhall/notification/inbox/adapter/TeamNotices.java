package guildhall.notification.inbox.adapter;

import static guildhall.notification.notice.NoticeType.CONTRACT;
import static guildhall.notification.notice.NoticeType.PAYMENT;
import static guildhall.notification.notice.Words.amount;
import static guildhall.notification.notice.Words.percent;

import guildhall.messages.contract.TeamEvents.TeamShareAcceptedV1;
import guildhall.messages.contract.TeamEvents.TeamShareOfferedV1;
import guildhall.messages.contract.TeamEvents.TeamShareWithdrawnV1;
import guildhall.messages.id.ContractId;
import guildhall.messages.money.Money;
import guildhall.messages.payment.EscrowEvents.DisputeFundsSplitV1;
import guildhall.messages.payment.EscrowEvents.EscrowReleasedV1;
import guildhall.messages.payment.TeamPayment;
import guildhall.notification.notice.Notice;
import guildhall.notification.notice.PartyNotice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the members of a team hear of their shares, and the talent of their answers. */
final class TeamNotices {
    static PartyNotice offered(TeamShareOfferedV1 e) {
        return new PartyNotice(
                e.member(),
                CONTRACT,
                "Share offered: " + e.title(),
                "You are offered "
                        + percent(e.basisPoints())
                        + " of what the talent of contract "
                        + e.number()
                        + " earns. Nothing is shared before every member has accepted.",
                link(e.contractId()));
    }

    static PartyNotice withdrawn(TeamShareWithdrawnV1 e) {
        return new PartyNotice(
                e.member(),
                CONTRACT,
                "Share withdrawn: " + e.title(),
                "You are no longer offered a share of contract "
                        + e.number()
                        + ". What was funded while you had one is still shared with you.",
                link(e.contractId()));
    }

    /** Until the last one has accepted, in the application only. */
    static List<Notice> accepted(TeamShareAcceptedV1 e) {
        return List.of(e.outstanding() == 0 ? complete(e) : joined(e).inApplicationOnly());
    }

    private static Notice complete(TeamShareAcceptedV1 e) {
        return Notice.of(
                e.talent().user(),
                CONTRACT,
                "Team complete: " + e.title(),
                "Every member has accepted. What is funded for contract "
                        + e.number()
                        + " from now on is shared.",
                link(e.contractId()));
    }

    private static Notice joined(TeamShareAcceptedV1 e) {
        return Notice.of(
                e.talent().user(),
                CONTRACT,
                "Share accepted: " + e.title(),
                "A member accepted "
                        + percent(e.basisPoints())
                        + "; still to accept: "
                        + e.outstanding()
                        + ".",
                link(e.contractId()));
    }

    static List<Notice> released(EscrowReleasedV1 e) {
        return shares(e.team(), e.net(), " that was released to your team.");
    }

    static List<Notice> split(DisputeFundsSplitV1 e) {
        return shares(e.team(), e.net(), " that a settled dispute left to your team.");
    }

    /** A talent without a team hears of the milestone itself. */
    private static List<Notice> shares(
            @Nullable List<TeamPayment> team, Money net, String occasion) {
        return team == null
                ? List.of()
                : team.stream()
                        .filter(part -> !part.amount().isZero())
                        .map(part -> share(part, net, occasion))
                        .toList();
    }

    private static Notice share(TeamPayment part, Money net, String occasion) {
        return Notice.of(
                part.member().user(),
                PAYMENT,
                "Your share arrived",
                amount(part.amount())
                        + " is in your wallet: your share of "
                        + amount(net)
                        + occasion,
                "/wallet");
    }

    private static String link(ContractId contract) {
        return "/contracts/" + contract + "/team";
    }

    private TeamNotices() {}
}
