package guildhall.messaging.live.adapter;

import static org.awaitility.Awaitility.await;

import guildhall.testkit.TestCaller;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client's application with an open socket. */
final class SocketClient implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    final List<JsonNode> frames = new CopyOnWriteArrayList<>();
    final AtomicInteger pings = new AtomicInteger();
    private final CompletableFuture<Integer> closeCode = new CompletableFuture<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private final WebSocket socket;

    private SocketClient(int port, @Nullable TestCaller caller) {
        var builder = http.newWebSocketBuilder();
        if (caller != null) {
            builder.header("Authorization", caller.bearer());
        }
        var address = URI.create("ws://localhost:%d/v1/live/messages".formatted(port));
        socket = builder.buildAsync(address, new Listener()).join();
    }

    /** Connected and registered: the first ping has arrived. */
    static SocketClient connect(int port, TestCaller caller) {
        var client = new SocketClient(port, caller);
        await().until(() -> client.pings.get() > 0 || client.closeCode.isDone());
        return client;
    }

    static SocketClient connectWithoutToken(int port) {
        return new SocketClient(port, null);
    }

    JsonNode awaitFrame(int number) {
        await().until(() -> frames.size() > number);
        return frames.get(number);
    }

    int awaitClose() {
        await().until(closeCode::isDone);
        return closeCode.join();
    }

    boolean isOpen() {
        return !closeCode.isDone();
    }

    void say(String text) {
        socket.sendText(text, true).join();
    }

    @Override
    public void close() {
        socket.abort();
        http.shutdownNow();
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder frame = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(
                WebSocket from, CharSequence text, boolean last) {
            frame.append(text);
            if (last) {
                frames.add(JSON.readTree(frame.toString()));
                frame.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onPing(WebSocket from, java.nio.ByteBuffer data) {
            pings.incrementAndGet();
            return WebSocket.Listener.super.onPing(from, data);
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            closeCode.complete(code);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            closeCode.complete(-1);
        }
    }
}
