package guildhall.notification.inbox.adapter;

import static guildhall.notification.notice.NoticeType.PAYMENT;
import static guildhall.notification.notice.NoticeType.SECURITY;
import static guildhall.notification.notice.Words.amount;
import static guildhall.notification.notice.Words.time;

import guildhall.messages.id.UserId;
import guildhall.messages.payment.PayoutAccountEvents;
import guildhall.messages.payment.PayoutAccountEvents.PayoutAccountActivatedV1;
import guildhall.messages.payment.PayoutAccountEvents.PayoutAccountChangedV1;
import guildhall.messages.payment.PayoutAccountEvents.PayoutAccountRestrictedV1;
import guildhall.messages.payment.PayoutEvents;
import guildhall.messages.payment.PayoutEvents.PayoutCancelledV1;
import guildhall.messages.payment.PayoutEvents.PayoutCompletedV1;
import guildhall.messages.payment.PayoutEvents.PayoutFailedV1;
import guildhall.messages.payment.PayoutEvents.PayoutRequestedV1;
import guildhall.messages.payment.PayoutEvents.PayoutReturnedV1;
import guildhall.notification.notice.Notice;
import java.util.List;

/** What whoever withdraws money hears of it, and of where it goes. */
final class PayoutNotices {
    static List<Notice> of(PayoutEvents event) {
        return switch (event) {
            case PayoutRequestedV1 e ->
                    List.of(
                            payout(
                                            e.user(),
                                            "Payout requested",
                                            amount(e.amount())
                                                    + " left your wallet and is on its way.")
                                    .inApplicationOnly());
            case PayoutCompletedV1 e ->
                    List.of(
                            payout(
                                    e.user(),
                                    "Payout completed",
                                    amount(e.amount().minus(e.fee()))
                                            + " was sent to your payout account."));
            case PayoutReturnedV1 e ->
                    List.of(
                            payout(
                                            e.user(),
                                            "Payout returned",
                                            "The bank has sent your payout back: "
                                                    + amount(e.amount())
                                                    + " is in your wallet again. Please check your"
                                                    + " payout account before the next try.")
                                    .urgent());
            case PayoutFailedV1 e ->
                    List.of(
                            payout(
                                            e.user(),
                                            "Payout failed",
                                            amount(e.amount())
                                                    + " is in your wallet again. Please check your"
                                                    + " payout account before the next try.")
                                    .urgent());
            case PayoutCancelledV1 e ->
                    List.of(
                            payout(
                                    e.user(),
                                    "Payout cancelled",
                                    amount(e.amount()) + " is in your wallet again."));
        };
    }

    private static Notice payout(UserId user, String title, String body) {
        return Notice.of(user, PAYMENT, title, body, "/payouts");
    }

    static List<Notice> of(PayoutAccountEvents event) {
        return switch (event) {
            case PayoutAccountActivatedV1 e ->
                    List.of(
                            account(
                                    e.user(),
                                    "Payout account active",
                                    name(e.lastFour())
                                            + " is verified; payouts are possible from "
                                            + time(e.payoutsFrom())
                                            + "."));
            case PayoutAccountChangedV1 e ->
                    List.of(
                            account(
                                            e.user(),
                                            "Payout account changed",
                                            "Payouts now go to "
                                                    + name(e.lastFour())
                                                    + ", from "
                                                    + time(e.payoutsFrom())
                                                    + " on. If that was not you, change your"
                                                    + " password and tell us.")
                                    .critical());
            case PayoutAccountRestrictedV1 e ->
                    List.of(
                            account(
                                            e.user(),
                                            "Payout account restricted",
                                            "Nothing is paid to "
                                                    + name(e.lastFour())
                                                    + " until its details are corrected.")
                                    .urgent());
        };
    }

    /** Some providers tell no digits. */
    private static String name(String lastFour) {
        return lastFour.isEmpty() ? "your account" : "the account ending in " + lastFour;
    }

    private static Notice account(UserId user, String title, String body) {
        return Notice.of(user, SECURITY, title, body, "/payouts/accounts");
    }

    private PayoutNotices() {}
}
