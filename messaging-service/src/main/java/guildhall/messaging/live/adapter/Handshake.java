package guildhall.messaging.live.adapter;

import guildhall.runtime.live.Subscriber;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;

/** Remembers who connects: on the socket itself there is no token any more. */
@Component
class Handshake implements HandshakeInterceptor {
    static final String SUBSCRIBER = Subscriber.class.getName();

    @Override
    public boolean beforeHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            Map<String, Object> attributes) {
        var subscriber = Subscriber.current();
        subscriber.ifPresentOrElse(
                known -> attributes.put(SUBSCRIBER, known),
                () -> response.setStatusCode(HttpStatus.UNAUTHORIZED));
        return subscriber.isPresent();
    }

    @Override
    public void afterHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            @Nullable Exception failure) {
        // Everything was said before.
    }
}
