package guildhall.bench;

import guildhall.client.Api;
import guildhall.stack.Stack;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupState;

/**
 * What services have not handled yet, and mails that were not sent. Whoever measures answers waits
 * for its end first: what was prepared echoes through notices and mails for a while.
 */
final class Backlog implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** A subscriber that has gone for good, as the partner of an earlier demo. */
    private static final Optional<GroupState> NOBODY = Optional.of(GroupState.EMPTY);

    private static final Pattern PENDING_MAILS =
            Pattern.compile("(?m)^guildhall_notification_mails_pending\\S* (\\S+)$");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Admin admin;
    private final URI metrics;

    Backlog(Stack stack) {
        admin = Admin.create(Map.of("bootstrap.servers", stack.kafkaBootstrap()));
        metrics = URI.create(stack.url("notification") + "/actuator/prometheus");
    }

    void awaitEnd() {
        Api.await("the end of the backlog", PATIENCE, this::messages, left -> left == 0);
        Api.await("the last mail", PATIENCE, this::mails, left -> left == 0);
    }

    private long mails() {
        try {
            var answer =
                    http.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString());
            var pending = PENDING_MAILS.matcher(answer.body());
            if (pending.find()) {
                return (long) Double.parseDouble(pending.group(1));
            }
            throw new IllegalStateException("The notification service does not count its mails");
        } catch (InterruptedException | IOException e) {
            throw new IllegalStateException("The notification service does not tell its mails", e);
        }
    }

    private long messages() {
        try {
            var lag = 0L;
            for (var group : admin.listGroups().all().get()) {
                lag += group.groupState().equals(NOBODY) ? 0 : lag(group.groupId());
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
        http.close();
    }
}
