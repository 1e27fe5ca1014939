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
import java.util.OptionalDouble;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupState;

/**
 * Messages that have not left yet or were not handled yet, and mails that were not sent. Whoever
 * measures answers waits for its end first: what was prepared echoes through notices and mails for
 * a while.
 */
final class Backlog implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** Services look at what they report every 15 seconds. */
    private static final Duration OLDEST_FIGURE = Duration.ofSeconds(16);

    private static final Duration SLOWEST_ANSWER = Duration.ofSeconds(10);

    /** A subscriber that has gone for good, as the partner of an earlier demo. */
    private static final Optional<GroupState> NOBODY = Optional.of(GroupState.EMPTY);

    private static final Pattern UNSENT = gauge("guildhall_outbox_age_seconds");
    private static final Pattern MAILS = gauge("guildhall_notification_mails_pending");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Admin admin;
    private final Stack stack;

    Backlog(Stack stack) {
        this.stack = stack;
        admin = Admin.create(Map.of("bootstrap.servers", stack.kafkaBootstrap()));
    }

    private static Pattern gauge(String name) {
        return Pattern.compile("(?m)^" + name + "(?:\\{\\S*})? (\\S+)$");
    }

    /**
     * @throws guildhall.client.ClientFailure if there is no end to it
     */
    void awaitEnd() {
        Api.await("the end of the backlog", PATIENCE, this::unhandled, left -> left == 0);
        LockSupport.parkNanos(OLDEST_FIGURE.toNanos());
        Api.await("the last message to leave", PATIENCE, this::unsent, left -> left == 0);
        Api.await("the end of the backlog", PATIENCE, this::unhandled, left -> left == 0);
        Api.await("the last mail", PATIENCE, this::mails, left -> left == 0);
    }

    /** Services that have messages which are not on Kafka yet. */
    long unsent() {
        return stack.servicesBehindTheGateway().stream()
                .filter(service -> read(service, UNSENT).orElse(0) > 0)
                .count();
    }

    private long mails() {
        return (long) read("notification", MAILS).orElseThrow();
    }

    private OptionalDouble read(String service, Pattern gauge) {
        var metrics = URI.create(stack.url(service) + "/actuator/prometheus");
        var request = HttpRequest.newBuilder(metrics).timeout(SLOWEST_ANSWER).build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            var value = gauge.matcher(answer.body());
            return value.find()
                    ? OptionalDouble.of(Double.parseDouble(value.group(1)))
                    : OptionalDouble.empty();
        } catch (InterruptedException | IOException e) {
            throw new IllegalStateException(service + " does not show its metrics", e);
        }
    }

    /** Messages on Kafka that a service has still to handle. */
    long unhandled() {
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
