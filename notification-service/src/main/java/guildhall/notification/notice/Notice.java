package guildhall.notification.notice;

import guildhall.messages.id.UserId;

/**
 * Something to tell one user.
 *
 * @param link path in the application where one can act on it
 * @param byMail whether a mail goes out as well
 */
public record Notice(
        UserId user,
        NoticeType type,
        Priority priority,
        String title,
        String body,
        String link,
        boolean byMail) {
    /** How urgent it is. CRITICAL cannot be switched off. */
    public enum Priority {
        LOW,
        NORMAL,
        HIGH,
        CRITICAL
    }

    /** Of normal urgency, also by mail. */
    public static Notice of(UserId user, NoticeType type, String title, String body, String link) {
        return new Notice(user, type, Priority.NORMAL, title, body, link, true);
    }

    public Notice urgent() {
        return new Notice(user, type, Priority.HIGH, title, body, link, byMail);
    }

    public Notice critical() {
        return new Notice(user, type, Priority.CRITICAL, title, body, link, byMail);
    }

    public Notice inApplicationOnly() {
        return new Notice(user, type, Priority.LOW, title, body, link, false);
    }
}
