package guildhall.bench;

import guildhall.client.Api;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;

/**
 * What services have not handled yet. Whoever measures answers waits for its end first: what was
 * prepared echoes through notices and mails for a while.
 */
final class Backlog implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Admin admin;

    Backlog(String bootstrap) {
        admin = Admin.create(Map.of("bootstrap.servers", bootstrap));
    }

    void awaitEnd() {
        Api.await("the end of the backlog", PATIENCE, this::messages, left -> left == 0);
    }

    private long messages() {
        try {
            var groups =
                    admin.listGroups().all().get().stream().map(GroupListing::groupId).toList();
            var lag = 0L;
            for (var group : groups) {
                lag += lag(group);
            }
            return lag;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("The broker does not tell its offsets", e);
        }
    }

    private long lag(String group) throws InterruptedException, ExecutionException {
        var handled = admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
        var ends =
                admin.listOffsets(
                                handled.keySet().stream()
                                        .collect(
                                                Collectors.toMap(
                                                        partition -> partition,
                                                        _ -> OffsetSpec.latest())))
                        .all()
                        .get();
        return ends.values().stream().mapToLong(ListOffsetsResultInfo::offset).sum()
                - handled.values().stream().mapToLong(OffsetAndMetadata::offset).sum();
    }

    @Override
    public void close() {
        admin.close();
    }
}
