package guildhall.notification.inbox.adapter;

import static guildhall.notification.notice.NoticeType.PAYMENT;
import static guildhall.notification.notice.Words.amount;

import guildhall.messages.id.UserId;
import guildhall.messages.payment.WalletEvents;
import guildhall.messages.payment.WalletEvents.FundsClearedV1;
import guildhall.messages.payment.WalletEvents.PaymentFailedV1;
import guildhall.messages.payment.WalletEvents.PaymentSucceededV1;
import guildhall.messages.payment.WalletEvents.WalletOpenedV1;
import guildhall.notification.notice.Notice;
import java.util.List;

/** What the owner of a wallet hears. */
final class WalletNotices {
    static List<Notice> of(WalletEvents event) {
        return switch (event) {
            case WalletOpenedV1 _ -> List.of(); // Nothing is in it yet.
            case PaymentSucceededV1 e ->
                    List.of(
                            notice(
                                    e.user(),
                                    "Payment received",
                                    amount(e.amount()) + " is in your wallet."));
            case PaymentFailedV1 e ->
                    List.of(
                            notice(
                                            e.user(),
                                            "Payment failed",
                                            amount(e.amount())
                                                    + " could not be charged; nothing was taken.")
                                    .urgent());
            case FundsClearedV1 e ->
                    List.of(
                            notice(
                                    e.user(),
                                    "Money available",
                                    amount(e.amount()) + " can now be withdrawn."));
        };
    }

    private static Notice notice(UserId user, String title, String body) {
        return Notice.of(user, PAYMENT, title, body, "/wallet");
    }

    private WalletNotices() {}
}
