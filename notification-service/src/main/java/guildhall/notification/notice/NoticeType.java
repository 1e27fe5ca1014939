package guildhall.notification.notice;

/** What a notification is about. */
public enum NoticeType {
    JOB,
    PROPOSAL,
    CONTRACT,
    MESSAGE,
    PAYMENT,
    REVIEW,
    SECURITY
}
