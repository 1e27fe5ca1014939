package guildhall.payment.groupcommit.adapter;

import guildhall.payment.groupcommit.BusyException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Makes few large transactions out of many small requests. While one transaction is being written
 * the next requests gather, so the size of a group follows the load and nobody waits for a timer.
 *
 * @param <Q> a request
 * @param <A> its answer
 */
final class GroupCommit<Q, A> implements AutoCloseable {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final FairLine<Waiting<Q, A>> line;
    private final Limits limits;
    private final Transaction<Q, A> transaction;
    private final List<Thread> workers;
    private boolean closed;

    /**
     * @param largestGroup requests in one transaction
     * @param waiting requests in line, of all callers
     * @param waitingPerCaller requests in line, of one caller
     * @param workers transactions at the same time
     */
    record Limits(int largestGroup, int waiting, int waitingPerCaller, int workers) {
        public Limits {
            if (largestGroup < 1 || waiting < 1 || waitingPerCaller < 1 || workers < 1) {
                throw new IllegalArgumentException("Limits of a group commit are above zero");
            }
        }
    }

    /**
     * Handles requests in one transaction that is committed when it returns.
     *
     * @param work returns one answer for each request, in the same order
     * @param concernsAll whether a failure is no fault of any request, so that to try them one by
     *     one would be of no use
     */
    record Transaction<Q, A>(
            Function<List<Q>, List<A>> work, Predicate<RuntimeException> concernsAll) {}

    private record Waiting<Q, A>(String subject, Q request, CompletableFuture<A> answer) {}

    /**
     * @param name of the threads
     */
    GroupCommit(String name, Limits limits, Transaction<Q, A> transaction) {
        this.limits = limits;
        this.transaction = transaction;
        this.line = new FairLine<>(limits.waiting(), limits.waitingPerCaller(), Waiting::subject);
        this.workers =
                IntStream.range(0, limits.workers())
                        .mapToObj(nr -> Thread.ofPlatform().name(name + "-" + nr).start(this::work))
                        .toList();
    }

    /**
     * @param caller whose turn it uses
     * @param subject requests of one subject are never in the same transaction
     * @return answered after the commit
     * @throws BusyException when the line is full, or closed
     */
    CompletableFuture<A> submit(String caller, String subject, Q request) {
        var waiting = new Waiting<Q, A>(subject, request, new CompletableFuture<>());
        lock.lock();
        try {
            if (closed || !line.offer(caller, waiting)) {
                throw new BusyException(caller);
            }
            changed.signal();
        } finally {
            lock.unlock();
        }
        return waiting.answer();
    }

    /** How many wait. */
    int waiting() {
        lock.lock();
        try {
            return line.size();
        } finally {
            lock.unlock();
        }
    }

    private void work() {
        for (var group = next(); !group.isEmpty(); group = next()) {
            commit(group);
        }
    }

    /** Empty when there is nothing left and never will be. */
    private List<Waiting<Q, A>> next() {
        lock.lock();
        try {
            while (line.size() == 0 && !closed) {
                changed.awaitUninterruptibly();
            }
            return line.take(limits.largestGroup());
        } finally {
            lock.unlock();
        }
    }

    private void commit(List<Waiting<Q, A>> group) {
        try {
            var answers = transaction.work().apply(group.stream().map(Waiting::request).toList());
            for (int i = 0; i < group.size(); i++) {
                group.get(i).answer().complete(answers.get(i));
            }
        } catch (RuntimeException failure) {
            if (group.size() == 1 || transaction.concernsAll().test(failure)) {
                group.forEach(waiting -> waiting.answer().completeExceptionally(failure));
            } else {
                int half = group.size() / 2;
                commit(group.subList(0, half));
                commit(group.subList(half, group.size()));
            }
        } catch (Error broken) { // Told to those who asked, who report it; others still wait.
            group.forEach(waiting -> waiting.answer().completeExceptionally(broken));
        }
    }

    /** Takes nothing more, and returns when what was taken is answered. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            for (var worker : workers) {
                worker.join(Duration.ofSeconds(10));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
