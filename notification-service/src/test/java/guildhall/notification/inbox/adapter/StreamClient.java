package guildhall.notification.inbox.adapter;

import static org.awaitility.Awaitility.await;

import guildhall.testkit.TestCaller;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Scanner;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client's application with an open stream. */
final class StreamClient implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    final List<JsonNode> events = new CopyOnWriteArrayList<>();
    final List<String> ids = new CopyOnWriteArrayList<>();
    final AtomicInteger comments = new AtomicInteger();
    private final HttpClient http = HttpClient.newHttpClient();
    private final HttpResponse<InputStream> response;
    private volatile boolean ended;

    private StreamClient(int port, TestCaller caller, Optional<String> lastEventId) {
        var request =
                HttpRequest.newBuilder(
                                URI.create(
                                        "http://localhost:%d/v1/live/notifications"
                                                .formatted(port)))
                        .header("Accept", "text/event-stream")
                        .header("Authorization", caller.bearer());
        lastEventId.ifPresent(id -> request.header("Last-Event-ID", id));
        response = http.sendAsync(request.build(), BodyHandlers.ofInputStream()).join();
        Thread.ofVirtual().start(this::listen);
    }

    /** Connected and registered: the first comment has arrived, or the stream has ended. */
    static StreamClient connect(int port, TestCaller caller) {
        return connect(port, caller, Optional.empty());
    }

    static StreamClient connectAgain(int port, TestCaller caller, String lastEventId) {
        return connect(port, caller, Optional.of(lastEventId));
    }

    private static StreamClient connect(int port, TestCaller caller, Optional<String> last) {
        var client = new StreamClient(port, caller, last);
        await().until(() -> client.comments.get() > 0 || client.ended);
        return client;
    }

    HttpResponse<InputStream> response() {
        return response;
    }

    void awaitEvents(int count) {
        await().until(() -> events.size() >= count);
    }

    List<String> bodies() {
        return events.stream().map(event -> event.path("body").asString()).toList();
    }

    boolean isEnded() {
        return ended;
    }

    private void listen() {
        try (var lines = new Scanner(response.body(), StandardCharsets.UTF_8)) {
            while (lines.hasNextLine()) {
                take(lines.nextLine());
            }
        }
        ended = true;
    }

    private void take(String line) {
        if (line.startsWith(":")) {
            comments.incrementAndGet();
        } else if (line.startsWith("id:")) {
            ids.add(line.substring("id:".length()));
        } else if (line.startsWith("data:")) {
            events.add(JSON.readTree(line.substring("data:".length())));
        }
    }

    @Override
    public void close() {
        try {
            response.body().close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            http.shutdownNow();
        }
    }
}
