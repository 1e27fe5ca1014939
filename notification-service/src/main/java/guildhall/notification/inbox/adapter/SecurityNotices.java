package guildhall.notification.inbox.adapter;

import static guildhall.notification.notice.NoticeType.SECURITY;

import guildhall.messages.identity.UserEvents;
import guildhall.messages.identity.UserEvents.EmailVerifiedV1;
import guildhall.messages.identity.UserEvents.SessionRevokedV1;
import guildhall.messages.identity.UserEvents.TokenReuseDetectedV1;
import guildhall.messages.identity.UserEvents.UserRegisteredV1;
import guildhall.notification.notice.Notice;
import java.util.List;

/** What users hear of their own login. */
final class SecurityNotices {
    static List<Notice> of(UserEvents event) {
        return switch (event) {
            // Users have just done these themselves, and mails of identity-service tell of them.
            case UserRegisteredV1 _, EmailVerifiedV1 _, SessionRevokedV1 _ -> List.of();
            case TokenReuseDetectedV1 e ->
                    List.of(
                            Notice.of(
                                            e.userId(),
                                            SECURITY,
                                            "One of your sessions was ended",
                                            "A login of yours was used from two places. If that was"
                                                    + " not you, change your password.",
                                            "/security")
                                    .critical());
        };
    }

    private SecurityNotices() {}
}
