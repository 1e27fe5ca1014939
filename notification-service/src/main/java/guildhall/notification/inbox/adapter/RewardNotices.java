package guildhall.notification.inbox.adapter;

import static guildhall.notification.notice.NoticeType.PAYMENT;
import static guildhall.notification.notice.Words.amount;

import guildhall.messages.money.Money;
import guildhall.messages.party.Side;
import guildhall.messages.payment.ReferralEvents.ReferralRewardPaidV1;
import guildhall.messages.payment.TipEvents;
import guildhall.messages.payment.TipEvents.TipPaidV1;
import guildhall.notification.notice.Notice;
import java.util.List;

/** What people hear who got something on top. */
final class RewardNotices {
    /** Whoever gave it has just done so. */
    static List<Notice> of(TipEvents event) {
        return switch (event) {
            case TipPaidV1 e -> tipped(e);
        };
    }

    private static List<Notice> tipped(TipPaidV1 e) {
        var team = e.team();
        if (team == null) {
            return List.of(tip(e.payee(), e.amount().minus(e.fee()), "", e));
        }
        return team.stream()
                .filter(part -> !part.amount().isZero())
                .map(part -> tip(part.member(), part.amount(), ", your share of it,", e))
                .toList();
    }

    private static Notice tip(Side to, Money got, String share, TipPaidV1 e) {
        return notice(
                to,
                "You got a tip",
                "Your client gave %s on top: %s%s is in your wallet."
                        .formatted(amount(e.amount()), amount(got), share));
    }

    static List<Notice> rewarded(ReferralRewardPaidV1 e) {
        return List.of(
                notice(
                        e.beneficiary(),
                        "Reward for a referral",
                        amount(e.amount()) + " is in your wallet."));
    }

    private static Notice notice(Side to, String title, String body) {
        return Notice.of(to.user(), PAYMENT, title, body, "/wallet");
    }

    private RewardNotices() {}
}
