package guildhall.demo;

import guildhall.client.Api;
import guildhall.client.Person;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a person's application is told live: messages over WebSocket, notifications over SSE. */
final class LiveConnection implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<JsonNode> messages = new CopyOnWriteArrayList<>();
    private final List<JsonNode> notifications = new CopyOnWriteArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private final WebSocket socket;

    LiveConnection(String gateway, Person person) {
        socket =
                http.newWebSocketBuilder()
                        .subprotocols("guildhall", "bearer." + person.token()) // Like a page.
                        .connectTimeout(PATIENCE)
                        .buildAsync(
                                URI.create(
                                        gateway.replaceFirst("^http", "ws") + "/v1/live/messages"),
                                new Messages())
                        .join();
        Thread.ofVirtual().name("live-" + person.name()).start(() -> listen(gateway, person));
    }

    /** Waits for a message with this text. */
    JsonNode message(String text) {
        return Api.await(
                        "the live message '" + text + "'",
                        () -> messages.stream().filter(says(text)).toList(),
                        found -> !found.isEmpty())
                .getFirst();
    }

    List<String> notificationTitles() {
        return notifications.stream().map(told -> told.path("title").asString()).toList();
    }

    @Override
    public void close() {
        socket.abort();
        http.shutdownNow();
    }

    private static java.util.function.Predicate<JsonNode> says(String text) {
        return frame -> frame.path("data").path("body").asString().equals(text);
    }

    private void listen(String gateway, Person person) {
        var request =
                HttpRequest.newBuilder(URI.create(gateway + "/v1/live/notifications"))
                        .header("Authorization", "Bearer " + person.token())
                        .header("Accept", "text/event-stream")
                        .build();
        try {
            http.send(request, BodyHandlers.ofLines())
                    .body()
                    .filter(line -> line.startsWith("data:"))
                    .map(line -> JSON.readTree(line.substring("data:".length())))
                    .forEach(notifications::add);
        } catch (IOException | java.io.UncheckedIOException _) {
            // Closed, by us or by the server: what was missed is in the list of notifications.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Messages implements WebSocket.Listener {
        private final StringBuilder frame = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(
                WebSocket from, CharSequence text, boolean last) {
            frame.append(text);
            if (last) {
                messages.add(JSON.readTree(frame.toString()));
                frame.setLength(0);
            }
            from.request(1);
            return null;
        }
    }
}
