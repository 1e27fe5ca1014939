package guildhall.notification.mail;

import java.util.List;

/** The queue. */
public interface Mails {
    /** Queues each once: the same id again changes nothing. */
    void add(List<Mail> mails);
}
