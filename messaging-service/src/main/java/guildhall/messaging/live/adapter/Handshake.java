package guildhall.messaging.live.adapter;

import guildhall.runtime.security.Caller;
import guildhall.runtime.security.Callers;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;

/** Remembers who connects, and until when the token is good. */
@Component
class Handshake implements HandshakeInterceptor {
    static final String CALLER = Caller.class.getName();
    static final String EXPIRES = Handshake.class.getName() + ".expires";

    @Override
    public boolean beforeHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            Map<String, Object> attributes) {
        var caller = Callers.current();
        if (caller.isEmpty() || !(request.getPrincipal() instanceof JwtAuthenticationToken token)) {
            response.setStatusCode(HttpStatus.UNAUTHORIZED);
            return false;
        }
        var expires = token.getToken().getExpiresAt();
        attributes.put(CALLER, caller.get());
        attributes.put(EXPIRES, expires == null ? Instant.EPOCH : expires);
        return true;
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
