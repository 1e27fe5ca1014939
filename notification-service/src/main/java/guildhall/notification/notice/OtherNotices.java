package guildhall.notification.notice;

import static guildhall.notification.notice.NoticeType.MESSAGE;
import static guildhall.notification.notice.NoticeType.PAYMENT;
import static guildhall.notification.notice.NoticeType.REVIEW;
import static guildhall.notification.notice.NoticeType.SECURITY;
import static guildhall.notification.notice.Words.amount;
import static guildhall.notification.notice.Words.day;

import guildhall.messages.identity.UserEvents.TokenReuseDetectedV1;
import guildhall.messages.messaging.ConversationEvents.MessageSentV1;
import guildhall.messages.party.Side;
import guildhall.messages.payment.WalletEvents.FundsClearedV1;
import guildhall.messages.payment.WalletEvents.PaymentFailedV1;
import guildhall.messages.payment.WalletEvents.PaymentSucceededV1;
import guildhall.messages.review.ReviewEvents.ReviewWindowOpenedV1;
import guildhall.messages.review.ReviewEvents.ReviewsPublishedV1;
import java.util.List;

/** What users hear of money, messages, reviews and their security. */
public final class OtherNotices {
    public static List<Notice> of(PaymentSucceededV1 event) {
        return List.of(
                Notice.of(
                        event.user(),
                        PAYMENT,
                        "Payment received",
                        amount(event.amount()) + " is in your wallet.",
                        "/wallet"));
    }

    public static List<Notice> of(PaymentFailedV1 event) {
        return List.of(
                Notice.of(
                                event.user(),
                                PAYMENT,
                                "Payment failed",
                                amount(event.amount())
                                        + " could not be charged; nothing was taken.",
                                "/wallet")
                        .urgent());
    }

    public static List<Notice> of(FundsClearedV1 event) {
        return List.of(
                Notice.of(
                        event.user(),
                        PAYMENT,
                        "Money available",
                        amount(event.amount()) + " can now be withdrawn.",
                        "/wallet"));
    }

    /** Told in the application only: whoever is in a conversation wants no mail per line. */
    public static List<Notice> of(MessageSentV1 event) {
        return event.recipients().stream()
                .map(user ->
                        Notice.of(
                                        user,
                                        MESSAGE,
                                        "New message: " + event.subject(),
                                        "Somebody wrote to you.",
                                        "/conversations/" + event.conversationId())
                                .inApplicationOnly())
                .toList();
    }

    public static List<Notice> of(ReviewWindowOpenedV1 event) {
        var body =
                "Say how it went before "
                        + day(event.closesAt())
                        + ". Nobody sees a review before both are in or the time is over.";
        return both(event.client(), event.talent(), "Please review: " + event.title(), body);
    }

    public static List<Notice> of(ReviewsPublishedV1 event) {
        return both(
                event.client(),
                event.talent(),
                "Reviews published: " + event.title(),
                "See what was said about the work together.");
    }

    public static List<Notice> of(TokenReuseDetectedV1 event) {
        return List.of(
                Notice.of(
                                event.userId(),
                                SECURITY,
                                "One of your sessions was ended",
                                "A login of yours was used from two places. If that was not you,"
                                        + " change your password.",
                                "/security")
                        .critical());
    }

    private static List<Notice> both(Side client, Side talent, String title, String body) {
        return List.of(
                Notice.of(client.user(), REVIEW, title, body, "/reviews"),
                Notice.of(talent.user(), REVIEW, title, body, "/reviews"));
    }

    private OtherNotices() {}
}
