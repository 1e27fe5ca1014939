package guildhall.notification.mail.adapter;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Which mails this instance is going to look at, each once: a search that finds again what already
 * stands in line adds nothing, or else a long queue would mostly consist of mails that were sent
 * meanwhile.
 */
final class MailLine {
    private final int capacity;
    private final SequencedSet<String> line = new LinkedHashSet<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean woken;

    MailLine(int capacity) {
        this.capacity = capacity;
    }

    /** What has no room is left to a later search. */
    void join(String mail) {
        enter(mail, false);
    }

    /** Before all others. */
    void jump(String mail) {
        enter(mail, true);
    }

    private void enter(String mail, boolean first) {
        lock.lock();
        try {
            if (line.size() < capacity && !line.contains(mail)) {
                if (first) {
                    line.addFirst(mail);
                } else {
                    line.addLast(mail);
                }
                changed.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    int length() {
        lock.lock();
        try {
            return line.size();
        } finally {
            lock.unlock();
        }
    }

    /** Makes {@link #next} return. */
    void wake() {
        lock.lock();
        try {
            woken = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Waits a while for the first of them. */
    List<String> next(Duration patience, int atMost) throws InterruptedException {
        lock.lock();
        try {
            var left = patience.toNanos();
            while (line.isEmpty() && !woken && left > 0) {
                left = changed.awaitNanos(left);
            }
            woken = false;
            var next = line.stream().limit(atMost).toList();
            next.forEach(line::remove);
            return next;
        } finally {
            lock.unlock();
        }
    }
}
