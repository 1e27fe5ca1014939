package guildhall.notification.inbox.adapter;

import static guildhall.notification.inbox.adapter.Samples.CLIENT;
import static guildhall.notification.inbox.adapter.Samples.CONTRACT;
import static guildhall.notification.inbox.adapter.Samples.MONDAY;
import static guildhall.notification.inbox.adapter.Samples.TALENT;
import static guildhall.notification.notice.NoticeType.MESSAGE;
import static guildhall.notification.notice.NoticeType.PAYMENT;
import static guildhall.notification.notice.NoticeType.REVIEW;
import static guildhall.notification.notice.NoticeType.SECURITY;
import static org.assertj.core.api.Assertions.assertThat;

import guildhall.messages.id.ConversationId;
import guildhall.messages.id.PaymentIntentId;
import guildhall.messages.id.ReleaseId;
import guildhall.messages.id.ReviewId;
import guildhall.messages.id.SessionId;
import guildhall.messages.id.UserId;
import guildhall.messages.identity.UserEvents.EmailVerifiedV1;
import guildhall.messages.identity.UserEvents.SessionRevokedV1;
import guildhall.messages.identity.UserEvents.TokenReuseDetectedV1;
import guildhall.messages.identity.UserEvents.UserRegisteredV1;
import guildhall.messages.messaging.ConversationEvents.ConversationCreatedV1;
import guildhall.messages.messaging.ConversationEvents.MessageSentV1;
import guildhall.messages.money.Money;
import guildhall.messages.payment.WalletEvents.FundsClearedV1;
import guildhall.messages.payment.WalletEvents.PaymentActionRequiredV1;
import guildhall.messages.payment.WalletEvents.PaymentCancelledV1;
import guildhall.messages.payment.WalletEvents.PaymentFailedV1;
import guildhall.messages.payment.WalletEvents.PaymentSucceededV1;
import guildhall.messages.payment.WalletEvents.WalletOpenedV1;
import guildhall.messages.review.ReviewEvents.ReviewSubmittedV1;
import guildhall.messages.review.ReviewEvents.ReviewWindowOpenedV1;
import guildhall.messages.review.ReviewEvents.ReviewsPublishedV1;
import guildhall.notification.notice.Notice;
import guildhall.notification.notice.Notice.Priority;
import guildhall.notification.notice.NoticeType;
import guildhall.notification.notice.Words;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Wallets, conversations, reviews and logins. */
class OtherNoticesTest {
    static final Money YEN = Money.of(500, "JPY");
    static final UserId OWNER = CLIENT.user();
    static final PaymentIntentId INTENT = new PaymentIntentId(new UUID(0, 6));

    @Test
    void tellsTheOwnerOfAWalletWhatCameIn() {
        var succeeded = new PaymentSucceededV1(CLIENT.party(), OWNER, INTENT, YEN, MONDAY);
        var release = new ReleaseId(new UUID(0, 7));
        var cleared = new FundsClearedV1(CLIENT.party(), OWNER, release, YEN, MONDAY);

        assertThat(WalletNotices.of(succeeded))
                .isEqualTo(
                        List.of(
                                wallet(
                                        Priority.NORMAL,
                                        "Payment received",
                                        "500 JPY is in your wallet.")));
        assertThat(WalletNotices.of(cleared))
                .isEqualTo(
                        List.of(
                                wallet(
                                        Priority.NORMAL,
                                        "Money available",
                                        "500 JPY can now be withdrawn.")));
    }

    @Test
    void tellsTheOwnerOfAWalletUrgentlyWhatDidNot() {
        var failed = new PaymentFailedV1(CLIENT.party(), OWNER, INTENT, YEN, "DECLINED", MONDAY);

        assertThat(WalletNotices.of(failed))
                .isEqualTo(
                        List.of(
                                wallet(
                                        Priority.HIGH,
                                        "Payment failed",
                                        "500 JPY could not be charged; nothing was taken.")));
    }

    @Test
    void tellsPayersWhatTheyHaveToDoAndWhatNobodyDidInTime() {
        var asked = new PaymentActionRequiredV1(CLIENT.party(), OWNER, INTENT, YEN, MONDAY, MONDAY);

        assertThat(WalletNotices.of(asked))
                .isEqualTo(
                        List.of(
                                new Notice(
                                        OWNER,
                                        NoticeType.PAYMENT,
                                        Priority.LOW,
                                        "Complete your payment",
                                        "500 JPY is charged once you have confirmed it, before "
                                                + Words.time(MONDAY)
                                                + ".",
                                        "/wallet",
                                        false)));
        assertThat(WalletNotices.of(cancelled("TIME_OUT")))
                .isEqualTo(
                        List.of(
                                wallet(
                                        Priority.NORMAL,
                                        "Payment cancelled",
                                        "500 JPY was not confirmed in time; nothing was taken.")));
        assertThat(WalletNotices.of(cancelled("PROVIDER")))
                .isEqualTo(
                        List.of(
                                wallet(
                                        Priority.NORMAL,
                                        "Payment cancelled",
                                        "500 JPY was not completed; nothing was taken.")));
        assertThat(WalletNotices.of(cancelled("PAYER"))).isEmpty();
    }

    private static PaymentCancelledV1 cancelled(String by) {
        return new PaymentCancelledV1(CLIENT.party(), OWNER, INTENT, YEN, by, MONDAY);
    }

    @Test
    void tellsRecipientsOfAMessageInTheApplicationOnly() {
        var conversation = new ConversationId(new UUID(0, 8));
        var sent =
                new MessageSentV1(conversation, 3, "A logo", OWNER, List.of(TALENT.user()), MONDAY);

        assertThat(ConversationNotices.of(sent))
                .isEqualTo(
                        List.of(
                                new Notice(
                                        TALENT.user(),
                                        MESSAGE,
                                        Priority.LOW,
                                        "New message: A logo",
                                        "Somebody wrote to you.",
                                        "/conversations/" + conversation,
                                        false)));
    }

    @Test
    void asksBothForReviewsAndTellsBothWhenTheyAreOut() {
        var opened =
                new ReviewWindowOpenedV1(
                        CONTRACT, "A logo", CLIENT, TALENT, MONDAY, MONDAY.plusSeconds(60));
        var published =
                new ReviewsPublishedV1(CONTRACT, "A logo", CLIENT, TALENT, List.of(), MONDAY);

        assertThat(ReviewNotices.of(opened))
                .isEqualTo(
                        both(
                                "Please review: A logo",
                                "Say how it went before 1 March 2027, 09:31 UTC. Nobody sees a"
                                        + " review before both are in or the time is over."));
        assertThat(ReviewNotices.of(published))
                .isEqualTo(
                        both(
                                "Reviews published: A logo",
                                "See what was said about the work together."));
    }

    @Test
    void warnsTheUserWhoseTokenWasStolen() {
        var reuse = new TokenReuseDetectedV1(OWNER, new SessionId(new UUID(0, 9)), MONDAY);

        assertThat(SecurityNotices.of(reuse))
                .isEqualTo(
                        List.of(
                                new Notice(
                                        OWNER,
                                        SECURITY,
                                        Priority.CRITICAL,
                                        "One of your sessions was ended",
                                        "A login of yours was used from two places. If that was not"
                                                + " you, change your password.",
                                        "/security",
                                        true)));
    }

    @Test
    void saysNothingOfWhatUsersDoThemselvesOrMustNotKnow() {
        var session = new SessionId(new UUID(0, 9));
        var review = new ReviewId(new UUID(0, 10));
        var conversation = new ConversationId(new UUID(0, 8));

        assertThat(
                        SecurityNotices.of(
                                new UserRegisteredV1(OWNER, "a@b.example", "A", "en", MONDAY)))
                .isEmpty();
        assertThat(SecurityNotices.of(new EmailVerifiedV1(OWNER, "a@b.example", MONDAY))).isEmpty();
        assertThat(SecurityNotices.of(new SessionRevokedV1(OWNER, session, "LOGOUT", MONDAY)))
                .isEmpty();
        assertThat(WalletNotices.of(new WalletOpenedV1(CLIENT.party(), "JPY", MONDAY))).isEmpty();
        assertThat(
                        ReviewNotices.of(
                                new ReviewSubmittedV1(CONTRACT, review, CLIENT, TALENT, MONDAY)))
                .isEmpty();
        assertThat(
                        ConversationNotices.of(
                                new ConversationCreatedV1(
                                        conversation,
                                        "CONTRACT",
                                        "A logo",
                                        CONTRACT,
                                        List.of(OWNER),
                                        MONDAY)))
                .isEmpty();
    }

    private static Notice wallet(Priority priority, String title, String body) {
        return new Notice(OWNER, PAYMENT, priority, title, body, "/wallet", true);
    }

    private static List<Notice> both(String title, String body) {
        return List.of(
                notice(CLIENT.user(), REVIEW, title, body),
                notice(TALENT.user(), REVIEW, title, body));
    }

    private static Notice notice(UserId user, NoticeType type, String title, String body) {
        return new Notice(user, type, Priority.NORMAL, title, body, "/reviews", true);
    }
}
