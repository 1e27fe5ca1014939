package guildhall.gateway;

import io.netty.channel.socket.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.http.server.WebsocketServerSpec;
import reactor.netty.http.websocket.WebsocketInbound;
import reactor.netty.http.websocket.WebsocketOutbound;

/** Plays a service behind the gateway; remembers the headers that reached it. */
final class FakeService implements AutoCloseable {
    private static final WebsocketServerSpec GUILDHALL =
            WebsocketServerSpec.builder().protocols("guildhall").build();

    final List<HttpServerRequest> seen = new CopyOnWriteArrayList<>();
    private final int port;
    private DisposableServer server;

    FakeService() {
        server = start(0);
        port = server.port();
    }

    String url() {
        return "http://localhost:" + port;
    }

    void stop() {
        server.disposeNow();
    }

    void startAgain() {
        server = start(port);
    }

    @Override
    public void close() {
        server.disposeNow();
    }

    private DisposableServer start(int onPort) {
        return HttpServer.create()
                .host("localhost")
                .port(onPort)
                .route(routes ->
                        routes.get("/v1/live/notifications", this::stream)
                                .ws(FakeService::offersAProtocol, FakeService::echo, GUILDHALL)
                                .ws("/v1/live/messages", FakeService::echo)
                                .get("/v1/contracts/slow", FakeService::late)
                                .get("/v1/notifications/slow", FakeService::late)
                                .post("/v1/contracts/cut", FakeService::cut)
                                .get("/v3/api-docs", (_, out) -> json(out, "{\"paths\": {}}"))
                                .route(_ -> true, this::answer))
                .bindNow();
    }

    private static boolean offersAProtocol(HttpServerRequest request) {
        return request.requestHeaders().contains("Sec-WebSocket-Protocol");
    }

    private static Publisher<Void> echo(WebsocketInbound in, WebsocketOutbound out) {
        return out.sendString(in.receive().asString());
    }

    private static Publisher<Void> late(HttpServerRequest in, HttpServerResponse out) {
        return out.sendString(Mono.delay(Duration.ofSeconds(30)).map(_ -> "late"));
    }

    /** As when the process is killed. */
    private static Publisher<Void> cut(HttpServerRequest in, HttpServerResponse out) {
        in.withConnection(connection -> {
            ((SocketChannel) connection.channel()).config().setSoLinger(0);
            connection.dispose();
        });
        return Mono.never();
    }

    private Mono<Void> stream(HttpServerRequest in, HttpServerResponse out) {
        return out.sse()
                .sendString(
                        Flux.interval(Duration.ofMillis(50)).take(3).map("data: %d\n\n"::formatted))
                .then();
    }

    private Mono<Void> answer(HttpServerRequest in, HttpServerResponse out) {
        seen.add(in);
        return in.receive().aggregate().then(json(out, "{\"ok\": true}"));
    }

    private static Mono<Void> json(HttpServerResponse out, String body) {
        return out.header("Content-Type", "application/json").sendString(Mono.just(body)).then();
    }
}
