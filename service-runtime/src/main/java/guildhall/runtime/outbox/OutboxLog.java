package guildhall.runtime.outbox;

import guildhall.runtime.message.MessageJson;
import guildhall.runtime.message.OutgoingMessage;
import io.debezium.embedded.Connect;
import io.debezium.engine.DebeziumEngine;
import io.debezium.engine.RecordChangeEvent;
import io.debezium.engine.format.ChangeEventFormat;
import io.debezium.engine.spi.OffsetCommitPolicy;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.storage.MemoryOffsetBackingStore;

/**
 * Reads committed outbox rows from the write-ahead log with Debezium. Nothing is remembered here:
 * the replication slot is the position, and it moves only after a batch was published. It moves to
 * the end of a transaction with the next one or the next heartbeat, so whoever takes over publishes
 * at least the last transaction again. Every failure ends the engine; {@link OutboxRelay} starts
 * another.
 */
final class OutboxLog {
    static final String PUBLICATION = "outbox";

    private final RelayAccess access;
    private final String slot;
    private final Duration heartbeat;

    OutboxLog(RelayAccess access, String slot, Duration heartbeat) {
        this.access = access;
        this.slot = slot;
        this.heartbeat = heartbeat;
    }

    /** What to do with rows, in the order of their commits. Returning means published. */
    @FunctionalInterface
    interface Publication {
        void publish(List<OutboxRow> rows) throws InterruptedException;
    }

    /** A new engine. It runs until it fails or is closed. */
    DebeziumEngine<RecordChangeEvent<SourceRecord>> engine(
            Publication publication,
            DebeziumEngine.ConnectorCallback connected,
            DebeziumEngine.CompletionCallback ended) {
        return DebeziumEngine.create(ChangeEventFormat.of(Connect.class))
                .using(settings())
                .using(OffsetCommitPolicy.always())
                .using(connected)
                .using(ended)
                .notifying((events, committer) -> {
                    publication.publish(rows(events));
                    for (var event : events) {
                        committer.markProcessed(event);
                    }
                    committer.markBatchFinished();
                })
                .build();
    }

    private static List<OutboxRow> rows(List<RecordChangeEvent<SourceRecord>> events) {
        return events.stream().map(event -> row(event.record())).flatMap(Optional::stream).toList();
    }

    /** Empty for heartbeats. */
    private static Optional<OutboxRow> row(SourceRecord event) {
        if (!(event.value() instanceof Struct change)
                || change.schema().field("after") == null
                || change.getStruct("after") == null) {
            return Optional.empty();
        }
        var row = change.getStruct("after");
        return Optional.of(
                new OutboxRow(
                        new OutgoingMessage(
                                row.getString("topic"),
                                row.getString("key"),
                                MessageJson.readHeaders(row.getString("headers")),
                                row.getString("body")),
                        OffsetDateTime.parse(row.getString("written_at")).toInstant()));
    }

    private Properties settings() {
        var settings = new Properties();
        settings.put("name", slot);
        settings.put("topic.prefix", slot);
        settings.put("connector.class", OutboxConnector.class.getName());
        settings.put("offset.storage", MemoryOffsetBackingStore.class.getName());
        settings.put("database.hostname", access.host());
        settings.put("database.port", access.port());
        settings.put("database.dbname", access.database());
        settings.put("database.user", access.username());
        settings.put("database.password", access.password());
        settings.put("database.sslmode", access.sslMode());
        settings.put("plugin.name", "pgoutput");
        settings.put("slot.name", slot);
        settings.put("publication.name", PUBLICATION);
        settings.put("publication.autocreate.mode", "disabled");
        settings.put("snapshot.mode", "no_data");
        settings.put("table.include.list", "[^.]+\\.outbox");
        settings.put("tombstones.on.delete", "false");
        // As short as can be, because the task waits before it asks.
        settings.put("poll.interval.ms", "1");
        settings.put("queue.provider.type", AwaitedQueue.TYPE);
        settings.put("driver.socketFactory", PatientSockets.class.getName());
        settings.put("max.batch.size", "2048");
        settings.put("max.queue.size", "8192");
        settings.put("status.update.interval.ms", "1000");
        settings.put("heartbeat.interval.ms", String.valueOf(heartbeat.toMillis()));
        settings.put(
                "heartbeat.action.query", "select pg_logical_emit_message(false, 'heartbeat', '')");
        // Who waits for the slot, and who tries again, is the relay.
        settings.put("slot.max.retries", "1");
        settings.put("slot.retry.delay.ms", "200");
        settings.put("errors.max.retries", "0");
        return settings;
    }
}
