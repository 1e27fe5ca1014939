package guildhall.payment.groupcommit.adapter;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Load, and what came of it. */
final class LoadRun {

    /**
     * @param millis from asking to being answered, of each request; empty when nobody waited
     * @param walBytes what was written to the write-ahead log
     * @param commits transactions that changed something, or {@link #UNKNOWN}
     */
    record Result(
            String name,
            int requests,
            double seconds,
            List<Double> millis,
            long walBytes,
            long commits) {
        static final long UNKNOWN = -1;

        Result {
            millis = millis.stream().sorted().toList();
        }

        double perSecond() {
            return requests / seconds;
        }

        /** Nearest rank; NaN without values. */
        double percentile(double percent) {
            if (millis.isEmpty()) {
                return Double.NaN;
            }
            return millis.get((int) Math.ceil(percent / 100 * millis.size()) - 1);
        }
    }

    /** So many callers, each asking again as soon as it is answered, until all is done. */
    static <Q> List<Double> closed(int callers, List<Q> requests, Consumer<? super Q> answer)
            throws InterruptedException {
        var left = new ConcurrentLinkedQueue<>(requests);
        var millis = new ConcurrentLinkedQueue<Double>();
        var failures = new ConcurrentLinkedQueue<RuntimeException>();
        var done = new CountDownLatch(callers);
        IntStream.range(0, callers)
                .forEach(_ ->
                        Thread.ofVirtual()
                                .start(() -> {
                                    try {
                                        for (var next = left.poll();
                                                next != null;
                                                next = left.poll()) {
                                            var begin = System.nanoTime();
                                            answer.accept(next);
                                            millis.add((System.nanoTime() - begin) / 1e6);
                                        }
                                    } catch (RuntimeException failure) {
                                        failures.add(failure);
                                    } finally {
                                        done.countDown();
                                    }
                                }));
        done.await();
        if (!failures.isEmpty()) {
            throw new IllegalStateException(failures.size() + " failed", failures.peek());
        }
        return new ArrayList<>(millis);
    }

    private LoadRun() {}
}
