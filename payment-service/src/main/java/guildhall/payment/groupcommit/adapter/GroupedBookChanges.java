package guildhall.payment.groupcommit.adapter;

import guildhall.payment.groupcommit.BookChange;
import guildhall.payment.groupcommit.BookChanges;
import guildhall.payment.groupcommit.BusyException;
import guildhall.runtime.message.Cause;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.observation.ObservationRegistry;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

@Component
class GroupedBookChanges implements BookChanges, DisposableBean {
    private static final String METRIC = "guildhall.payment.group-commit.";

    private final GroupCommit<AskedChange, Object> groups;
    private final BookTransactions transactions;
    private final ObservationRegistry observations;
    private final DistributionSummary size;
    private final Timer wait;
    private final Counter refused;

    GroupedBookChanges(
            BookTransactions transactions,
            GroupCommitProperties properties,
            ObservationRegistry observations,
            MeterRegistry meters) {
        this.transactions = transactions;
        this.observations = observations;
        size = meters.summary(METRIC + "size");
        wait = Timer.builder(METRIC + "wait").publishPercentileHistogram().register(meters);
        refused = meters.counter(METRIC + "refused");
        groups =
                new GroupCommit<>(
                        "book-changes",
                        properties.limits(),
                        new GroupCommit.Transaction<>(
                                this::handle, GroupedBookChanges::concernsAll));
        meters.gauge(METRIC + "waiting", groups, GroupCommit::waiting);
    }

    @Override
    @SuppressWarnings("unchecked") // The answer is what this very change returned.
    public <T> T commit(String caller, BookChange<T> change) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A change of the books has a transaction of its own");
        }
        var asked = new AskedChange(change, Cause.current(), observations.getCurrentObservation());
        return wait.record(() -> (T) await(submit(caller, asked)));
    }

    private CompletableFuture<Object> submit(String caller, AskedChange asked) {
        try {
            return groups.submit(caller, asked.change().subject(), asked);
        } catch (BusyException busy) {
            refused.increment();
            throw busy;
        }
    }

    private static Object await(CompletableFuture<Object> answer) {
        try {
            return answer.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw failed;
        }
    }

    private List<Object> handle(List<AskedChange> group) {
        size.record(group.size());
        return transactions.handle(group);
    }

    /** Without a database nobody is helped by trying again one by one. */
    private static boolean concernsAll(RuntimeException failure) {
        return failure instanceof CannotCreateTransactionException
                || failure instanceof DataAccessResourceFailureException;
    }

    @Override
    public void destroy() {
        groups.close();
    }
}
