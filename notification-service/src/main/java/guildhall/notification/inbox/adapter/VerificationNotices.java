package guildhall.notification.inbox.adapter;

import static guildhall.notification.notice.NoticeType.SECURITY;
import static guildhall.notification.notice.Words.time;

import guildhall.messages.id.UserId;
import guildhall.messages.identity.VerificationEvents;
import guildhall.messages.identity.VerificationEvents.VerificationDecidedV1;
import guildhall.messages.identity.VerificationEvents.VerificationExpiredV1;
import guildhall.messages.identity.VerificationEvents.VerificationSubmittedV1;
import guildhall.notification.notice.Notice;
import java.util.List;
import java.util.Locale;

/** What whoever shows their papers hears of it. The words of the reviewer are behind the link. */
final class VerificationNotices {
    static List<Notice> of(VerificationEvents event) {
        return switch (event) {
            // They have just done so themselves.
            case VerificationSubmittedV1 _ -> List.of();
            case VerificationDecidedV1 e -> List.of(decided(e));
            case VerificationExpiredV1 e ->
                    List.of(
                            notice(
                                            e.ownerId(),
                                            "Your verification has expired",
                                            "A document that you showed is too old, so what you"
                                                    + " can withdraw a day may be less. Hand in a"
                                                    + " newer one to change that.")
                                    .urgent());
        };
    }

    private static Notice decided(VerificationDecidedV1 e) {
        return switch (e.outcome()) {
            case "VERIFIED" -> notice(e.ownerId(), "You are verified", verified(e));
            case "NEEDS_UPDATE" ->
                    notice(
                                    e.ownerId(),
                                    "Your verification needs something else",
                                    "What you handed in is not enough yet" + because(e))
                            .urgent();
            default ->
                    notice(
                                    e.ownerId(),
                                    "Your verification was rejected",
                                    "What you handed in was not accepted" + because(e))
                            .urgent();
        };
    }

    private static String verified(VerificationDecidedV1 e) {
        var tier = "Your tier is " + e.tier().name().toLowerCase(Locale.ROOT);
        var until = e.expiresAt();
        return until == null ? tier + "." : tier + ", until " + time(until) + ".";
    }

    /** A suspicion is not spelled out in a mail. */
    private static String because(VerificationDecidedV1 e) {
        return switch (e.reason()) {
            case "UNREADABLE" -> ": it cannot be read.";
            case "INCOMPLETE" -> ": something is missing.";
            case "OUTDATED" -> ": it is too old.";
            case "OTHER_PERSON" -> ": it seems to be about somebody else.";
            case null, default -> ".";
        };
    }

    private static Notice notice(UserId owner, String title, String body) {
        return Notice.of(owner, SECURITY, title, body, "/verification");
    }

    private VerificationNotices() {}
}
