package guildhall.runtime.live;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Remembers what a client would see. */
final class RecordingChannel implements LiveChannel {
    final List<String> sent = new CopyOnWriteArrayList<>();
    final AtomicInteger beats = new AtomicInteger();
    final CompletableFuture<LiveEnd> closed = new CompletableFuture<>();

    /** While present, sending takes until it is counted down. */
    volatile Optional<CountDownLatch> obstacle = Optional.empty();

    volatile boolean broken;

    @Override
    public void send(LiveEvent event) throws IOException {
        check();
        sent.add(event.id());
    }

    @Override
    public void beat() throws IOException {
        check();
        beats.incrementAndGet();
    }

    private void check() throws IOException {
        if (broken) {
            throw new IOException("broken pipe");
        }
        try {
            if (obstacle.isPresent()) {
                obstacle.get().await();
            }
        } catch (InterruptedException interrupted) {
            throw new IOException(interrupted);
        }
    }

    @Override
    public void close(LiveEnd why) {
        closed.complete(why);
    }
}
