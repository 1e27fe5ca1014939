package guildhall.messaging.live.adapter;

import guildhall.runtime.live.LiveChannel;
import guildhall.runtime.live.LiveEnd;
import guildhall.runtime.live.LiveEvent;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PingMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import tools.jackson.databind.json.JsonMapper;

/** One socket. A client that takes nothing for long is given up by the container. */
final class SocketChannel implements LiveChannel {
    private static final Logger LOG = LoggerFactory.getLogger(SocketChannel.class);
    private static final CloseStatus LOG_IN_AGAIN = new CloseStatus(4401, "log in again");
    private static final CloseStatus TOO_MANY = new CloseStatus(4429, "too many connections");

    private final WebSocketSession socket;
    private final JsonMapper json;

    SocketChannel(WebSocketSession socket, JsonMapper json) {
        this.socket = socket;
        this.json = json;
    }

    @Override
    public void send(LiveEvent event) throws IOException {
        var frame = json.createObjectNode().put("type", event.type());
        frame.set("data", json.readTree(event.data()));
        socket.sendMessage(new TextMessage(frame.toString()));
    }

    @Override
    public void beat() throws IOException {
        socket.sendMessage(new PingMessage());
    }

    @Override
    public void close(LiveEnd why) {
        try {
            socket.close(status(why));
        } catch (IOException | IllegalStateException gone) {
            LOG.debug("The client had gone", gone);
        }
    }

    private static CloseStatus status(LiveEnd why) {
        return switch (why) {
            case LOG_IN_AGAIN -> LOG_IN_AGAIN;
            case TOO_SLOW -> CloseStatus.SERVICE_OVERLOAD;
            case TOO_MANY -> TOO_MANY;
            case RESTART -> CloseStatus.SERVICE_RESTARTED;
            case GONE -> CloseStatus.GOING_AWAY;
        };
    }
}
