package guildhall.notification.inbox.adapter;

import static guildhall.notification.inbox.adapter.Samples.CLIENT;
import static guildhall.notification.inbox.adapter.Samples.CONTRACT;
import static guildhall.notification.inbox.adapter.Samples.LINK;
import static guildhall.notification.inbox.adapter.Samples.MONDAY;
import static guildhall.notification.inbox.adapter.Samples.TALENT;
import static org.assertj.core.api.Assertions.assertThat;

import guildhall.messages.contract.TeamEvents.TeamShareAcceptedV1;
import guildhall.messages.contract.TeamEvents.TeamShareOfferedV1;
import guildhall.messages.contract.TeamEvents.TeamShareWithdrawnV1;
import guildhall.messages.id.DisputeId;
import guildhall.messages.id.EscrowId;
import guildhall.messages.id.MilestoneId;
import guildhall.messages.id.ReleaseId;
import guildhall.messages.id.UserId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.messages.party.PartyType;
import guildhall.messages.party.Side;
import guildhall.messages.payment.EscrowEvents.DisputeFundsSplitV1;
import guildhall.messages.payment.EscrowEvents.EscrowReleasedV1;
import guildhall.messages.payment.TeamPayment;
import guildhall.notification.notice.Notice;
import guildhall.notification.notice.Notice.Priority;
import guildhall.notification.notice.NoticeType;
import guildhall.notification.notice.PartyNotice;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TeamNoticesTest {
    static final Side CARA =
            new Side(new Party(PartyType.TALENT, new UUID(1, 7)), new UserId(new UUID(2, 7)));
    static final String NUMBER = "C-7";
    static final String TITLE = "A logo";
    static final String TEAM = LINK + "/team";
    static final List<TeamPayment> PARTS =
            List.of(
                    new TeamPayment(TALENT, Money.of(5_400, "USD")),
                    new TeamPayment(CARA, Money.of(3_600, "USD")));

    @Test
    void asksTheMemberForItsWord() {
        var offered =
                new TeamShareOfferedV1(
                        CONTRACT, NUMBER, TITLE, TALENT, CARA.party(), 3_333, MONDAY);

        assertThat(TeamNotices.offered(offered))
                .isEqualTo(
                        new PartyNotice(
                                CARA.party(),
                                NoticeType.CONTRACT,
                                "Share offered: A logo",
                                "You are offered 33.33 % of what the talent of contract C-7 earns."
                                        + " Nothing is shared before every member has accepted.",
                                TEAM));
    }

    @Test
    void tellsTheMemberWhatIsTakenBackAndWhatIsNot() {
        var withdrawn =
                new TeamShareWithdrawnV1(CONTRACT, NUMBER, TITLE, TALENT, CARA.party(), MONDAY);

        assertThat(TeamNotices.withdrawn(withdrawn))
                .isEqualTo(
                        new PartyNotice(
                                CARA.party(),
                                NoticeType.CONTRACT,
                                "Share withdrawn: A logo",
                                "You are no longer offered a share of contract C-7. What was funded"
                                        + " while you had one is still shared with you.",
                                TEAM));
    }

    @Test
    void tellsTheTalentByMailOnlyOfTheLastAcceptance() {
        assertThat(TeamNotices.accepted(accepted(2)))
                .isEqualTo(
                        List.of(
                                new Notice(
                                        TALENT.user(),
                                        NoticeType.CONTRACT,
                                        Priority.LOW,
                                        "Share accepted: A logo",
                                        "A member accepted 40 %; still to accept: 2.",
                                        TEAM,
                                        false)));
        assertThat(TeamNotices.accepted(accepted(0)))
                .isEqualTo(
                        List.of(
                                new Notice(
                                        TALENT.user(),
                                        NoticeType.CONTRACT,
                                        Priority.NORMAL,
                                        "Team complete: A logo",
                                        "Every member has accepted. What is funded for contract C-7"
                                                + " from now on is shared.",
                                        TEAM,
                                        true)));
    }

    @Test
    void tellsEveryMemberItsShareOfARelease() {
        assertThat(TeamNotices.released(released(PARTS)))
                .isEqualTo(
                        List.of(
                                share(
                                        TALENT,
                                        "54.00 USD is in your wallet: your share of 90.00 USD that"
                                                + " was released to your team."),
                                share(
                                        CARA,
                                        "36.00 USD is in your wallet: your share of 90.00 USD that"
                                                + " was released to your team.")));
    }

    @Test
    void tellsEveryMemberItsShareOfASettledDispute() {
        assertThat(TeamNotices.split(split(PARTS)))
                .isEqualTo(
                        List.of(
                                share(
                                        TALENT,
                                        "54.00 USD is in your wallet: your share of 90.00 USD that"
                                                + " a settled dispute left to your team."),
                                share(
                                        CARA,
                                        "36.00 USD is in your wallet: your share of 90.00 USD that"
                                                + " a settled dispute left to your team.")));
    }

    @Test
    void saysNothingOfSharesToATalentWithoutATeamNorOfNothing() {
        var nothing = List.of(new TeamPayment(CARA, Money.of(0, "USD")));

        assertThat(TeamNotices.released(released(null))).isEmpty();
        assertThat(TeamNotices.split(split(null))).isEmpty();
        assertThat(TeamNotices.split(split(nothing))).isEmpty();
    }

    private static TeamShareAcceptedV1 accepted(int outstanding) {
        return new TeamShareAcceptedV1(
                CONTRACT, NUMBER, TITLE, TALENT, CARA, 4_000, outstanding, MONDAY);
    }

    static EscrowReleasedV1 released(@Nullable List<TeamPayment> team) {
        return new EscrowReleasedV1(
                new EscrowId(new UUID(0, 10)),
                new ReleaseId(new UUID(0, 11)),
                CONTRACT,
                new MilestoneId(new UUID(0, 12)),
                CLIENT,
                TALENT,
                Money.of(10_000, "USD"),
                Money.of(1_000, "USD"),
                Money.of(9_000, "USD"),
                Money.of(0, "USD"),
                MONDAY,
                null,
                team);
    }

    private static DisputeFundsSplitV1 split(@Nullable List<TeamPayment> team) {
        return new DisputeFundsSplitV1(
                new EscrowId(new UUID(0, 10)),
                new DisputeId(new UUID(0, 13)),
                new ReleaseId(new UUID(0, 11)),
                CONTRACT,
                new MilestoneId(new UUID(0, 12)),
                CLIENT,
                TALENT,
                Money.of(5_000, "USD"),
                Money.of(10_000, "USD"),
                Money.of(1_000, "USD"),
                Money.of(9_000, "USD"),
                MONDAY,
                null,
                null,
                team);
    }

    private static Notice share(Side to, String body) {
        return new Notice(
                to.user(),
                NoticeType.PAYMENT,
                Priority.NORMAL,
                "Your share arrived",
                body,
                "/wallet",
                true);
    }
}
