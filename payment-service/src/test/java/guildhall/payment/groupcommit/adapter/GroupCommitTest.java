package guildhall.payment.groupcommit.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import guildhall.payment.groupcommit.BusyException;
import guildhall.payment.groupcommit.adapter.GroupCommit.Limits;
import guildhall.payment.groupcommit.adapter.GroupCommit.Transaction;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupCommitTest {
    private static final String POISON = "poison";
    private static final String OUTAGE = "outage";

    /** One permit per transaction. */
    private final Semaphore database = new Semaphore(0);

    private final List<List<String>> committed = new CopyOnWriteArrayList<>();
    private final GroupCommit<String, String> groups =
            new GroupCommit<>(
                    "test",
                    new Limits(100, 10, 8, 1),
                    new Transaction<>(this::commit, IllegalStateException.class::isInstance));

    private List<String> commit(List<String> requests) {
        database.acquireUninterruptibly();
        if (requests.contains(OUTAGE)) {
            throw new IllegalStateException(OUTAGE);
        }
        if (requests.contains(POISON)) {
            throw new IllegalArgumentException(POISON);
        }
        committed.add(requests);
        return requests.stream().map(request -> "done " + request).toList();
    }

    @AfterEach
    void close() {
        database.release(1_000);
        groups.close();
    }

    @Test
    void gathersWhatArrivesWhileATransactionIsWritten() {
        var first = ask("first");
        var others = IntStream.range(0, 5).mapToObj(i -> ask("other " + i)).toList();
        assertThat(first).isNotDone();

        database.release(2);

        assertThat(first.join()).isEqualTo("done first");
        assertThat(others)
                .extracting(CompletableFuture::join)
                .containsExactly(
                        "done other 0",
                        "done other 1",
                        "done other 2",
                        "done other 3",
                        "done other 4");
        assertThat(committed).hasSize(2);
    }

    @Test
    void aRequestThatFailsTakesNobodyWithIt() {
        var _ = ask("first");
        var good = List.of(ask("a"), ask("b"), ask("c"));
        var bad = submit(POISON);
        var last = ask("d");

        database.release(100);

        assertThat(bad).failsWithin(java.time.Duration.ofSeconds(5));
        assertThat(good).allMatch(answer -> answer.join().startsWith("done"));
        assertThat(last.join()).isEqualTo("done d");
        assertThat(committed.stream().flatMap(List::stream))
                .containsExactlyInAnyOrder("first", "a", "b", "c", "d");
    }

    @Test
    void anOutageIsToldToAllAtOnce() {
        var _ = ask("first");
        var one = submit(OUTAGE);
        var other = ask("other");

        database.release(2);

        assertThat(one).failsWithin(java.time.Duration.ofSeconds(5));
        assertThat(other).failsWithin(java.time.Duration.ofSeconds(5));
        database.release();
        assertThat(ask("later").join()).isEqualTo("done later");
    }

    @Test
    void refusesWhenTheLineIsFull() {
        var _ = ask("first"); // Being written, no longer in line.
        var waiting = IntStream.range(0, 8).mapToObj(i -> ask("waiting " + i)).toList();

        assertThatThrownBy(() -> submit("one more")).isInstanceOf(BusyException.class);
        assertThat(groups.waiting()).isEqualTo(8);

        database.release(2);
        assertThat(waiting).allMatch(answer -> answer.join().startsWith("done"));
    }

    @Test
    void closingAnswersWhatWasTakenAndTakesNothingMore() {
        var first = ask("first");
        var second = ask("second");
        database.release(2);

        groups.close();

        assertThat(first.join()).isEqualTo("done first");
        assertThat(second.join()).isEqualTo("done second");
        assertThatThrownBy(() -> submit("late")).isInstanceOf(BusyException.class);
    }

    /** Asks, and waits until the first transaction has begun, so that the rest gathers. */
    private CompletableFuture<String> ask(String request) {
        var answer = submit(request);
        if (request.equals("first")) {
            await().until(() -> groups.waiting() == 0);
        }
        return answer;
    }

    private CompletableFuture<String> submit(String request) {
        return groups.submit("caller", request, request);
    }
}
