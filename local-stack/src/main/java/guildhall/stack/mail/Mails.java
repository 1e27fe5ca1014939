package guildhall.stack.mail;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The latest mails; older ones give way, so that a load test does not fill the memory. */
final class Mails {
    private final int capacity;
    private final Deque<Mail> mails = new ArrayDeque<>();
    private long lastId;

    Mails(int capacity) {
        this.capacity = capacity;
    }

    synchronized void add(
            Instant receivedAt, String from, List<String> to, String subject, String text) {
        lastId++;
        mails.addLast(new Mail(lastId, receivedAt, from, List.copyOf(to), subject, text));
        if (mails.size() > capacity) {
            mails.removeFirst();
        }
    }

    /** The newest first; to one recipient, or to anybody when that is empty. */
    synchronized List<Mail> newest(String recipient, int limit) {
        var found = new ArrayList<>(mails);
        Collections.reverse(found);
        return found.stream()
                .filter(mail -> recipient.isEmpty() || isTo(mail, recipient))
                .limit(limit)
                .toList();
    }

    synchronized Optional<Mail> find(long id) {
        return mails.stream().filter(mail -> mail.id() == id).findFirst();
    }

    synchronized void clear() {
        mails.clear();
    }

    private static boolean isTo(Mail mail, String recipient) {
        return mail.to().stream().anyMatch(recipient::equalsIgnoreCase);
    }
}
