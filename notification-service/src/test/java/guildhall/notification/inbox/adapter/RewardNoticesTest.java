package guildhall.notification.inbox.adapter;

import static guildhall.notification.inbox.adapter.Samples.CLIENT;
import static guildhall.notification.inbox.adapter.Samples.CONTRACT;
import static guildhall.notification.inbox.adapter.Samples.MONDAY;
import static guildhall.notification.inbox.adapter.Samples.TALENT;
import static guildhall.notification.inbox.adapter.TeamNoticesTest.CARA;
import static org.assertj.core.api.Assertions.assertThat;

import guildhall.messages.id.EscrowId;
import guildhall.messages.id.MilestoneId;
import guildhall.messages.id.ReferralId;
import guildhall.messages.id.TipId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Side;
import guildhall.messages.payment.ReferralEvents.ReferralRewardPaidV1;
import guildhall.messages.payment.TeamPayment;
import guildhall.messages.payment.TipEvents.TipPaidV1;
import guildhall.notification.notice.Notice;
import guildhall.notification.notice.NoticeType;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RewardNoticesTest {
    @Test
    void tellsTheTalentWhatOfATipItGot() {
        assertThat(RewardNotices.of(tip(TALENT, null)))
                .isEqualTo(
                        List.of(
                                notice(
                                        TALENT,
                                        "You got a tip",
                                        "Your client gave 20.00 USD on top: 19.00 USD is in your"
                                                + " wallet.")));
    }

    @Test
    void tellsEveryMemberOfATeamItsShareOfATip() {
        var team =
                List.of(
                        new TeamPayment(TALENT, Money.of(1_140, "USD")),
                        new TeamPayment(CLIENT, Money.of(0, "USD")),
                        new TeamPayment(CARA, Money.of(760, "USD")));

        assertThat(RewardNotices.of(tip(TALENT, team)))
                .isEqualTo(
                        List.of(
                                notice(
                                        TALENT,
                                        "You got a tip",
                                        "Your client gave 20.00 USD on top: 11.40 USD, your share"
                                                + " of it, is in your wallet."),
                                notice(
                                        CARA,
                                        "You got a tip",
                                        "Your client gave 20.00 USD on top: 7.60 USD, your share of"
                                                + " it, is in your wallet.")));
    }

    @Test
    void tellsTheBeneficiaryOfAReward() {
        var paid =
                new ReferralRewardPaidV1(
                        new ReferralId(new UUID(0, 31)), TALENT, Money.of(500, "USD"), MONDAY);

        assertThat(RewardNotices.rewarded(paid))
                .isEqualTo(
                        List.of(
                                notice(
                                        TALENT,
                                        "Reward for a referral",
                                        "5.00 USD is in your wallet.")));
    }

    static TipPaidV1 tip(Side payee, @Nullable List<TeamPayment> team) {
        return new TipPaidV1(
                new TipId(new UUID(0, 30)),
                new EscrowId(new UUID(0, 10)),
                CONTRACT,
                new MilestoneId(new UUID(0, 12)),
                CLIENT,
                payee,
                Money.of(2_000, "USD"),
                Money.of(100, "USD"),
                MONDAY,
                team);
    }

    private static Notice notice(Side to, String title, String body) {
        return Notice.of(to.user(), NoticeType.PAYMENT, title, body, "/wallet");
    }
}
