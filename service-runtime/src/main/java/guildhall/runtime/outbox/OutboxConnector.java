package guildhall.runtime.outbox;

import io.debezium.connector.postgresql.PostgresConnector;
import io.debezium.connector.postgresql.PostgresConnectorTask;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.source.SourceRecord;

/** Debezium's connector, whose task waits for events instead of asking for them all the time. */
public final class OutboxConnector extends PostgresConnector {
    @Override
    public Class<? extends Task> taskClass() {
        return WaitingTask.class;
    }

    /** After a poll that found nothing it waits until something is queued. */
    public static final class WaitingTask extends PostgresConnectorTask {
        /** Then the engine sees whether it is to end, and whether reading the log failed. */
        private static final Duration LONGEST = Duration.ofMillis(100);

        private long known;
        private boolean mayHaveMore;

        @Override
        public List<SourceRecord> doPoll() throws InterruptedException {
            known = AwaitedQueue.arrivals().awaitMore(known, mayHaveMore ? Duration.ZERO : LONGEST);
            var records = super.doPoll();
            mayHaveMore = !records.isEmpty();
            if (!mayHaveMore) { // The engine asks again only when it is done with what it got.
                AwaitedQueue.arrivals().settle(known);
            }
            return records;
        }
    }
}
