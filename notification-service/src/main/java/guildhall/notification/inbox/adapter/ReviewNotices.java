package guildhall.notification.inbox.adapter;

import static guildhall.notification.notice.NoticeType.REVIEW;
import static guildhall.notification.notice.Words.time;

import guildhall.messages.party.Side;
import guildhall.messages.review.ReviewEvents;
import guildhall.messages.review.ReviewEvents.ReviewSubmittedV1;
import guildhall.messages.review.ReviewEvents.ReviewWindowOpenedV1;
import guildhall.messages.review.ReviewEvents.ReviewsPublishedV1;
import guildhall.notification.notice.Notice;
import java.util.List;

/** What the two sides hear of their reviews. */
final class ReviewNotices {
    static List<Notice> of(ReviewEvents event) {
        return switch (event) {
            case ReviewWindowOpenedV1 e ->
                    both(
                            e.client(),
                            e.talent(),
                            "Please review: " + e.title(),
                            "Say how it went before "
                                    + time(e.closesAt())
                                    + ". Nobody sees a review before both are in or the time is"
                                    + " over.");
            case ReviewSubmittedV1 _ -> List.of(); // Sealed: the other side must not be swayed.
            case ReviewsPublishedV1 e ->
                    both(
                            e.client(),
                            e.talent(),
                            "Reviews published: " + e.title(),
                            "See what was said about the work together.");
        };
    }

    private static List<Notice> both(Side client, Side talent, String title, String body) {
        return List.of(
                Notice.of(client.user(), REVIEW, title, body, "/reviews"),
                Notice.of(talent.user(), REVIEW, title, body, "/reviews"));
    }

    private ReviewNotices() {}
}
