package guildhall.messaging.live.adapter;

import static java.util.Objects.requireNonNull;

import guildhall.runtime.live.LiveFeed;
import guildhall.runtime.live.Subscriber;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.SubProtocolCapable;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import tools.jackson.databind.json.JsonMapper;

/** Joins sockets and the feed. What clients send is ignored. */
@Component
class LiveMessages extends TextWebSocketHandler implements SubProtocolCapable {
    private static final String CONNECTION = LiveFeed.Connection.class.getName();
    private static final int MOST_BYTES_IGNORED = 1024;

    private final LiveFeed feed;
    private final JsonMapper json;

    LiveMessages(LiveFeed feed, JsonMapper json) {
        this.feed = feed;
        this.json = json;
    }

    /** Whoever offers protocols must be answered with one of them; there is only one. */
    @Override
    public List<String> getSubProtocols() {
        return List.of("guildhall");
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) {
        session.setTextMessageSizeLimit(MOST_BYTES_IGNORED);
        session.setBinaryMessageSizeLimit(MOST_BYTES_IGNORED);
        var subscriber =
                (Subscriber) requireNonNull(session.getAttributes().get(Handshake.SUBSCRIBER));
        var connection = feed.connect(subscriber, new SocketChannel(session, json), List.of());
        session.getAttributes().put(CONNECTION, connection);
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        if (session.getAttributes().get(CONNECTION) instanceof LiveFeed.Connection connection) {
            connection.close();
        }
    }
}
