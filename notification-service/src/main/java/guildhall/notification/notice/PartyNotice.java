package guildhall.notification.notice;

import guildhall.messages.id.UserId;
import guildhall.messages.party.Party;

/**
 * Something to tell whoever acts for a party, when the sender does not know which user that is.
 *
 * @param link path in the application where one can act on it
 */
public record PartyNotice(Party to, NoticeType type, String title, String body, String link) {
    public Notice addressed(UserId user) {
        return Notice.of(user, type, title, body, link);
    }
}
