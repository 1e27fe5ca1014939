package guildhall.notification.inbox.adapter;

import static guildhall.notification.notice.NoticeType.PAYMENT;
import static guildhall.notification.notice.Words.amount;

import guildhall.messages.id.UserId;
import guildhall.messages.payment.ChargebackEvents;
import guildhall.messages.payment.ChargebackEvents.ChargebackReceivedV1;
import guildhall.messages.payment.ChargebackEvents.ChargebackReturnedV1;
import guildhall.messages.payment.RefundEvents;
import guildhall.messages.payment.RefundEvents.RefundFailedV1;
import guildhall.messages.payment.RefundEvents.RefundProcessedV1;
import guildhall.messages.payment.RefundEvents.RefundRejectedV1;
import guildhall.messages.payment.RefundEvents.RefundRequestedV1;
import guildhall.notification.notice.Notice;
import java.util.List;

/** What whoever paid something in hears when it goes back, asked for or not. */
final class RefundNotices {
    static List<Notice> of(RefundEvents event) {
        return switch (event) {
            case RefundRequestedV1 _ -> List.of(); // The owner has just asked for it.
            case RefundProcessedV1 e ->
                    List.of(
                            notice(
                                    e.user(),
                                    "Refund sent",
                                    amount(e.amount()) + " goes back to your card."));
            case RefundRejectedV1 e ->
                    List.of(
                            notice(
                                    e.user(),
                                    "Refund refused",
                                    amount(e.amount()) + " stays in your wallet: " + e.reason()));
            case RefundFailedV1 e ->
                    List.of(
                            notice(
                                            e.user(),
                                            "Refund failed",
                                            amount(e.amount())
                                                    + " could not be sent to your card and is in"
                                                    + " your wallet again.")
                                    .urgent());
        };
    }

    static List<Notice> of(ChargebackEvents event) {
        return switch (event) {
            case ChargebackReceivedV1 e -> List.of(received(e).urgent());
            case ChargebackReturnedV1 e ->
                    List.of(
                            notice(
                                    e.user(),
                                    "Payment returned to us",
                                    "Your bank gave "
                                            + amount(e.amount())
                                            + " back. It pays what you owe; the rest is in your"
                                            + " wallet."));
        };
    }

    private static Notice received(ChargebackReceivedV1 e) {
        var owed =
                e.owed().isZero()
                        ? "it was taken from your wallet."
                        : "you owe us "
                                + amount(e.owed())
                                + " of it. What comes into your wallet pays that first.";
        return notice(
                e.user(),
                "Payment taken back",
                "Your bank took a payment of " + amount(e.amount()) + " back; " + owed);
    }

    private static Notice notice(UserId user, String title, String body) {
        return Notice.of(user, PAYMENT, title, body, "/wallet");
    }

    private RefundNotices() {}
}
