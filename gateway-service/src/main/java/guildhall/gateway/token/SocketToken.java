package guildhall.gateway.token;

import java.util.Arrays;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

/**
 * A page in a browser cannot set the headers of a WebSocket. It offers its token beside the
 * protocol instead, {@code new WebSocket(url, ["guildhall", "bearer." + token])}; from here on it
 * is a header like any other, and the token is not told to anybody as a protocol.
 */
final class SocketToken {
    private static final String PROTOCOLS = "Sec-WebSocket-Protocol";
    private static final String TOKEN = "bearer.";

    /** The exchange with the token where it belongs; the same when none was offered like this. */
    static ServerWebExchange moved(ServerWebExchange exchange) {
        var headers = exchange.getRequest().getHeaders();
        if (headers.getFirst(PROTOCOLS) == null
                || headers.getFirst(HttpHeaders.AUTHORIZATION) != null) {
            return exchange;
        }
        var offered =
                headers.getOrDefault(PROTOCOLS, List.of()).stream()
                        .flatMap(line -> Arrays.stream(line.split(",")))
                        .map(String::strip)
                        .toList();
        return offered.stream()
                .filter(protocol -> protocol.startsWith(TOKEN))
                .findFirst()
                .map(token -> with(exchange, token.substring(TOKEN.length()), offered))
                .orElse(exchange);
    }

    private static ServerWebExchange with(
            ServerWebExchange exchange, String token, List<String> offered) {
        var protocols = offered.stream().filter(name -> !name.startsWith(TOKEN)).toList();
        return exchange.mutate()
                .request(request ->
                        request.headers(headers -> {
                            headers.setBearerAuth(token);
                            headers.put(PROTOCOLS, List.of(String.join(", ", protocols)));
                        }))
                .build();
    }

    private SocketToken() {}
}
