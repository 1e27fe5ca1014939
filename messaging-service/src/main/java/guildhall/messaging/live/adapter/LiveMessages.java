package guildhall.messaging.live.adapter;

import static java.util.Objects.requireNonNull;

import guildhall.runtime.live.LiveEvent;
import guildhall.runtime.live.LiveFeed;
import guildhall.runtime.live.LiveListener;
import guildhall.runtime.security.Caller;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.ConcurrentWebSocketSessionDecorator;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import tools.jackson.databind.json.JsonMapper;

@Component
class LiveMessages extends TextWebSocketHandler {
    private static final Logger LOG = LoggerFactory.getLogger(LiveMessages.class);
    private static final CloseStatus LOG_IN_AGAIN = new CloseStatus(4401, "log in again");
    private static final String CONNECTION = LiveMessages.class.getName();

    /** A client that reads more slowly than this is disconnected; it may catch up by the list. */
    private static final Duration SEND_WITHIN = Duration.ofSeconds(5);

    private static final int BUFFER_BYTES = 256 * 1024;

    private final LiveFeed feed;
    private final JsonMapper json;
    private final TaskScheduler scheduler;
    private final Clock clock;

    LiveMessages(LiveFeed feed, JsonMapper json, TaskScheduler liveScheduler, Clock clock) {
        this.feed = feed;
        this.json = json;
        this.scheduler = liveScheduler;
        this.clock = clock;
    }

    private record Open(LiveFeed.Connection connection, ScheduledFuture<?> expiry) {}

    @Override
    public void afterConnectionEstablished(WebSocketSession session) {
        var caller = (Caller) requireNonNull(session.getAttributes().get(Handshake.CALLER));
        var expires = (Instant) requireNonNull(session.getAttributes().get(Handshake.EXPIRES));
        var socket =
                new ConcurrentWebSocketSessionDecorator(
                        session, (int) SEND_WITHIN.toMillis(), BUFFER_BYTES);
        var connection = feed.connect(caller.user(), caller.session(), new Listener(socket));
        var expiry =
                scheduler.schedule(
                        () -> close(socket),
                        Instant.now(clock).isBefore(expires) ? expires : Instant.now(clock));
        session.getAttributes().put(CONNECTION, new Open(connection, expiry));
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        if (session.getAttributes().get(CONNECTION) instanceof Open(var connection, var expiry)) {
            connection.close();
            expiry.cancel(false);
        }
    }

    private static void close(WebSocketSession socket) {
        try {
            socket.close(LOG_IN_AGAIN);
        } catch (IOException gone) {
            LOG.debug("The client had gone", gone);
        }
    }

    private final class Listener implements LiveListener {
        private final WebSocketSession socket;

        Listener(WebSocketSession socket) {
            this.socket = socket;
        }

        @Override
        public void tell(LiveEvent event) {
            var frame = json.createObjectNode().put("type", event.type());
            frame.set("data", json.readTree(event.data()));
            Thread.startVirtualThread(() -> send(frame.toString()));
        }

        @Override
        public void end() {
            close(socket);
        }

        private void send(String frame) {
            try {
                socket.sendMessage(new TextMessage(frame));
            } catch (IOException | IllegalStateException gone) {
                LOG.debug("The client had gone", gone);
            }
        }
    }
}
