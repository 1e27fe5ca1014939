package guildhall.notification.mail;

/** The queue. */
public interface Mails {
    /** Queues it once: the same id again changes nothing. */
    void add(Mail mail);
}
