package guildhall.notification.inbox.adapter;

import static guildhall.notification.notice.NoticeType.PAYMENT;
import static guildhall.notification.notice.Words.amount;
import static guildhall.notification.notice.Words.time;

import guildhall.messages.id.UserId;
import guildhall.messages.payment.WalletEvents;
import guildhall.messages.payment.WalletEvents.FundsClearedV1;
import guildhall.messages.payment.WalletEvents.PaymentActionRequiredV1;
import guildhall.messages.payment.WalletEvents.PaymentCancelledV1;
import guildhall.messages.payment.WalletEvents.PaymentFailedV1;
import guildhall.messages.payment.WalletEvents.PaymentSucceededV1;
import guildhall.messages.payment.WalletEvents.WalletOpenedV1;
import guildhall.notification.notice.Notice;
import java.util.List;

/** What the owner of a wallet hears. */
final class WalletNotices {
    /** Who cancelled a payment; the payer knows. */
    private static final String PAYER = "PAYER";

    private static final String TIME_OUT = "TIME_OUT";

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
            // Most are in front of the provider's form as this happens.
            case PaymentActionRequiredV1 e ->
                    List.of(
                            notice(
                                            e.user(),
                                            "Complete your payment",
                                            amount(e.amount())
                                                    + " is charged once you have confirmed it, before "
                                                    + time(e.expiresAt())
                                                    + ".")
                                    .inApplicationOnly());
            case PaymentCancelledV1 e -> cancelled(e);
            case FundsClearedV1 e ->
                    List.of(
                            notice(
                                    e.user(),
                                    "Money available",
                                    amount(e.amount()) + " can now be withdrawn."));
        };
    }

    private static List<Notice> cancelled(PaymentCancelledV1 e) {
        var why = e.by().equals(TIME_OUT) ? "confirmed in time" : "completed";
        return e.by().equals(PAYER)
                ? List.of()
                : List.of(
                        notice(
                                e.user(),
                                "Payment cancelled",
                                "%s was not %s; nothing was taken."
                                        .formatted(amount(e.amount()), why)));
    }

    private static Notice notice(UserId user, String title, String body) {
        return Notice.of(user, PAYMENT, title, body, "/wallet");
    }

    private WalletNotices() {}
}
