package guildhall.gateway;

import static guildhall.testkit.Infrastructure.REDIS;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import guildhall.testkit.TestCaller;
import guildhall.testkit.TestTokens;
import guildhall.testkit.WithInfrastructure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Scanner;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@WithInfrastructure(REDIS)
class GatewayIT {
    private static final int PATIENCE = 20; // seconds

    static final FakeService SERVICE = new FakeService();
    static final String PAGE = "http://localhost:3000";

    final HttpClient http = HttpClient.newHttpClient();
    @LocalServerPort int port;
    @LocalManagementPort int managementPort;
    @Autowired ReactiveStringRedisTemplate redis;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        for (var name : new String[] {"JOB", "CONTRACT", "MESSAGING", "NOTIFICATION", "IDENTITY"}) {
            registry.add(name + "_URL", SERVICE::url);
        }
        registry.add("REVIEW_URL", () -> "http://localhost:1");
        registry.add("ANSWER_WITHIN", () -> "2s");
        registry.add("IN_FLIGHT", () -> "4");
        registry.add("LIMIT_LOGIN", () -> "3");
        registry.add("TRACE_SAMPLING", () -> "0");
        registry.add("LIMIT_SEARCH", () -> "1000");
        registry.add("IDLE_TIMEOUT", () -> "4s");
        registry.add("guildhall.gateway.token.bad-tokens", () -> "50");
    }

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    @Test
    void passesAGoodRequestOnWithItsIdAndTheAddressOfTheClient() throws Exception {
        var answer =
                send(
                        get("/v1/contracts/7")
                                .header("X-Request-Id", "my-request-1")
                                .header("X-Forwarded-For", "6.6.6.6"),
                        TestCaller.client().bearer());

        var arrived = SERVICE.seen.getLast().requestHeaders();
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("X-Request-Id")).hasValue("my-request-1");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(arrived.get("X-Request-Id")).isEqualTo("my-request-1");
        assertThat(arrived.get("X-Forwarded-For")).startsWith("127.0.0.1");
    }

    @Test
    void hangsUpWhenNothingIsAsked() throws Exception {
        try (var line = new Socket("localhost", port)) {
            line.setSoTimeout(PATIENCE * 1_000);

            assertThat(line.getInputStream().read()).isEqualTo(-1);
        }
    }

    /** The second request is here before the first, whose token is looked at, is done with. */
    @Test
    void goesOnListeningWhenTheNextRequestComesEarly() throws Exception {
        var slow = "Authorization: " + TestCaller.client().bearer() + "\r\n";
        try (var line = new Socket("localhost", port)) {
            line.setSoTimeout(PATIENCE * 1_000);
            var answers = new Scanner(line.getInputStream(), US_ASCII);

            line.getOutputStream().write((raw(slow) + raw("")).getBytes(US_ASCII));
            assertThat(nextStatus(answers)).isEqualTo("HTTP/1.1 404 Not Found");
            assertThat(nextStatus(answers)).isEqualTo("HTTP/1.1 404 Not Found");

            line.getOutputStream().write(raw("").getBytes(US_ASCII));
            assertThat(nextStatus(answers)).isEqualTo("HTTP/1.1 404 Not Found");
        }
    }

    private static String raw(String header) {
        return "GET /actuator HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\n";
    }

    private static String nextStatus(Scanner answers) {
        return requireNonNull(answers.findWithinHorizon("HTTP/1\\.1 .*", 0));
    }

    @Test
    void letsTheServicesTraceWhatTheCallerTracesAndNothingElse() throws Exception {
        var caller = TestCaller.client().bearer();
        var trace = "00-0af7651916cd43dd8448eb211c80319c";

        send(get("/v1/contracts/7"), caller);
        var untraced = SERVICE.seen.getLast().requestHeaders().get("traceparent");
        send(get("/v1/contracts/7").header("traceparent", trace + "-b7ad6b7169203331-01"), caller);
        var traced = SERVICE.seen.getLast().requestHeaders().get("traceparent");

        assertThat(untraced).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00");
        assertThat(traced).startsWith(trace).endsWith("-01").doesNotContain("b7ad6b7169203331");
    }

    @Test
    void countsEveryRequestByRouteMethodAndStatus() throws Exception {
        var caller = TestCaller.client().bearer();
        send(get("/v1/jobs/7"), caller);
        send(get("/v1/nowhere"), caller);
        send(get("/v1/jobs/7").method("SHRUG", BodyPublishers.noBody()), caller);

        var metrics = send(manage("/actuator/prometheus"), null).body();

        assertThat(metrics)
                .containsPattern(counted("GET", "job", 200))
                .containsPattern(counted("GET", "none", 404))
                .containsPattern("requests_seconds_count\\{method=\"OTHER\"")
                .doesNotContain("SHRUG");
    }

    @Test
    void keepsHealthInDetailAndMetricsOffThePortOfClients() throws Exception {
        var paths =
                List.of(
                        "/actuator",
                        "/actuator/prometheus",
                        "/actuator/info",
                        "/actuator/health",
                        "/actuator/health/readiness");

        for (var caller : List.of(TestCaller.client(), TestCaller.staff("SUPERADMIN"))) {
            for (var path : paths) {
                assertProblem(send(get(path), caller.bearer()), 404, "request/not-found");
            }
        }
        for (var path : paths) {
            assertProblem(send(get(path), null), 404, "request/not-found");
        }
        assertThat(send(get("/readyz"), null).body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(send(get("/livez"), null).body()).isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    void asksForNoTokenOnTheManagementPortButForOneBehindIt() throws Exception {
        assertThat(send(manage("/actuator/health/readiness"), null).body())
                .isEqualTo("{\"status\":\"UP\"}");
        assertThat(send(manage("/actuator/health/liveness"), null).statusCode()).isEqualTo(200);
        assertProblem(send(manage("/actuator/env"), null), 404, "request/not-found");
        assertProblem(send(manage("/v1/contracts"), null), 401, "request/unauthenticated");
    }

    @Test
    void looksAtNoMoreTokensOfWhoeverMakesThemUp() throws Exception {
        var elsewhere = InetAddress.ofLiteral("127.0.0.2");
        var known = TestCaller.client().token();
        try (var client = HttpClient.newBuilder().localAddress(elsewhere).build()) {
            assertThat(send(client, known).statusCode()).isEqualTo(200);
            for (int i = 0; i < 50; i++) {
                assertThat(send(client, "made up " + i).statusCode()).isEqualTo(401);
            }

            var answer = send(client, "made up once more");

            assertProblem(answer, 429, "gateway/rate-limited");
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("60");
            assertThat(send(client, known).statusCode()).isEqualTo(200);
            assertThat(send(get("/v1/contracts/7"), TestCaller.client().bearer()).statusCode())
                    .isEqualTo(200);
        }
    }

    private HttpResponse<String> send(HttpClient client, String token) throws Exception {
        var uri = URI.create("http://127.0.0.1:" + port + "/v1/contracts/7");
        var request = HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + token);
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static String counted(String method, String route, int status) {
        return "guildhall_gateway_requests_seconds_count\\{method=\"%s\",route=\"%s\","
                        .formatted(method, route)
                + "service=\"gateway\",status=\"%d\"} [1-9]".formatted(status);
    }

    @Test
    void refusesWhoeverHasNoGoodToken() throws Exception {
        var caller = TestCaller.client();

        assertProblem(send(get("/v1/contracts"), null), 401, "request/unauthenticated");
        for (var bad :
                new String[] {
                    TestTokens.expired(caller),
                    TestTokens.fromAnotherIssuer(caller),
                    TestTokens.withForgedSignature(caller),
                    TestTokens.tampered(caller),
                    "nonsense"
                }) {
            assertProblem(
                    send(get("/v1/contracts"), "Bearer " + bad), 401, "request/invalid-token");
        }
    }

    @Test
    void letsAnybodySearchButNotPost() throws Exception {
        assertThat(send(get("/v1/jobs?q=logo"), null).statusCode()).isEqualTo(200);
        assertProblem(send(post("/v1/jobs", "{}"), null), 401, "request/unauthenticated");
    }

    @Test
    void refusesARevokedSessionAtOnce() throws Exception {
        var caller = TestCaller.client();
        assertThat(send(get("/v1/contracts"), caller.bearer()).statusCode()).isEqualTo(200);

        redis.convertAndSend("sessions.revoked", caller.session().toString()).block();

        await().untilAsserted(() ->
                assertProblem(
                        send(get("/v1/contracts"), caller.bearer()), 401, "request/invalid-token"));
    }

    @Test
    void limitsLoginsAndSaysWhenToComeBack() throws Exception {
        var answers =
                IntStream.range(0, 4)
                        .mapToObj(_ -> send(post("/v1/sessions", "{}"), null))
                        .toList();

        assertThat(answers.subList(0, 3)).allMatch(answer -> answer.statusCode() == 200);
        assertProblem(answers.get(3), 429, "gateway/rate-limited");
        assertThat(answers.get(3).headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 901L);
    }

    @Test
    void answersAPageFromAnAllowedOriginAndRefusesOthers() throws Exception {
        var preflight =
                send(
                        request("/v1/contracts")
                                .method("OPTIONS", BodyPublishers.noBody())
                                .header("Origin", PAGE)
                                .header("Access-Control-Request-Method", "POST"),
                        null);
        var allowed =
                send(get("/v1/contracts").header("Origin", PAGE), TestCaller.client().bearer());
        var refused =
                send(
                        get("/v1/contracts").header("Origin", "http://evil.example"),
                        TestCaller.client().bearer());

        assertThat(preflight.statusCode()).isEqualTo(204);
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Methods").orElseThrow())
                .contains("POST");
        assertThat(allowed.headers().firstValue("Access-Control-Allow-Origin")).hasValue(PAGE);
        assertProblem(refused, 403, "gateway/origin-not-allowed");
        assertThat(refused.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void refusesALargeBodyWhetherItsLengthIsDeclaredOrNot() throws Exception {
        var large = new byte[300_000];
        var declared = request("/v1/users").POST(BodyPublishers.ofByteArray(large));
        var growing =
                request("/v1/users")
                        .POST(
                                BodyPublishers.ofInputStream(
                                        () -> new java.io.ByteArrayInputStream(large)));

        assertProblem(send(declared, null), 413, "request/body-too-large");
        assertProblem(send(growing, null), 413, "request/body-too-large");
    }

    @Test
    void saysThatAServiceIsAwayWhileTheOthersWork() throws Exception {
        var caller = TestCaller.client().bearer();

        var away = send(get("/v1/review-windows"), caller);

        assertProblem(away, 503, "gateway/service-unavailable");
        assertThat(away.headers().firstValue("Retry-After")).isPresent();
        assertThat(away.body()).contains("\"instance\":\"/v1/review-windows\"");
        assertThat(send(get("/v1/contracts"), caller).statusCode()).isEqualTo(200);
    }

    @Test
    void saysThatARequestMayHaveBeenCarriedOutWhenTheServiceIsKilledMeanwhile() throws Exception {
        var answer = send(post("/v1/contracts/cut", "{}"), TestCaller.client().bearer());

        assertProblem(answer, 503, "gateway/connection-lost");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void givesUpOnASlowAnswer() throws Exception {
        assertProblem(
                send(get("/v1/contracts/slow"), TestCaller.client().bearer()),
                504,
                "gateway/service-timeout");
    }

    @Test
    void refusesMoreRequestsThanAServiceMayHaveAtOnce() throws Exception {
        var bearer = TestCaller.client().bearer();
        var slow = get("/v1/notifications/slow").header("Authorization", bearer).build();
        var others =
                IntStream.range(0, 4)
                        .mapToObj(_ -> http.sendAsync(slow, BodyHandlers.ofString()))
                        .toList();

        await().until(() -> send(get("/v1/notifications/1"), bearer).statusCode() == 503);
        var answer = send(get("/v1/notifications/1"), bearer);

        assertProblem(answer, 503, "gateway/service-busy");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        for (var other : others) {
            assertThat(other.get().statusCode()).isEqualTo(504);
        }
        assertThat(send(get("/v1/notifications/1"), bearer).statusCode()).isEqualTo(200);
    }

    @Test
    void streamsServerSentEvents() throws Exception {
        var answer = send(get("/v1/live/notifications"), TestCaller.client().bearer());

        assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/event-stream");
        assertThat(answer.body()).isEqualTo("data: 0\n\ndata: 1\n\ndata: 2\n\n");
    }

    @Test
    void passesAWebSocketThroughWithTheSameChecks() throws Exception {
        var uri = URI.create("ws://localhost:" + port + "/v1/live/messages");
        var ofAnApp = new Echoes();
        var ofAPage = new Echoes();

        var app =
                http.newWebSocketBuilder()
                        .header("Authorization", TestCaller.client().bearer())
                        .buildAsync(uri, ofAnApp)
                        .get(PATIENCE, TimeUnit.SECONDS);
        var page =
                http.newWebSocketBuilder()
                        .subprotocols("guildhall", "bearer." + TestTokens.mint(TestCaller.client()))
                        .buildAsync(uri, ofAPage)
                        .get(PATIENCE, TimeUnit.SECONDS);
        var refused = http.newWebSocketBuilder().buildAsync(uri, new Echoes());
        var elsewhere =
                http.newWebSocketBuilder()
                        .header("Origin", "http://evil.example")
                        .header("Authorization", TestCaller.client().bearer())
                        .buildAsync(uri, new Echoes());

        await().until(() -> ofAnApp.answers(app, "hello from an app"));
        await().until(() -> ofAPage.answers(page, "hello from a page"));
        assertThat(page.getSubprotocol()).isEqualTo("guildhall");
        await().until(() -> refused.isCompletedExceptionally() && elsewhere.isDone());
        assertThat(elsewhere).isCompletedExceptionally();
        app.abort();
        page.abort();
    }

    /** What a socket heard. */
    private static final class Echoes implements WebSocket.Listener {
        private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

        @Override
        public @Nullable CompletionStage<?> onText(
                WebSocket socket, CharSequence text, boolean last) {
            heard.add(text.toString());
            socket.request(1);
            return null;
        }

        /** What is said before the service is connected may be lost. */
        boolean answers(WebSocket socket, String words) throws Exception {
            socket.sendText(words, true).get(PATIENCE, TimeUnit.SECONDS);
            return words.equals(heard.poll(1, TimeUnit.SECONDS));
        }
    }

    @Test
    void servesTheMergedDocumentAndThePage() throws Exception {
        assertThat(send(get("/openapi.json"), null).body()).contains("\"openapi\":\"3.1.0\"");
        assertThat(send(get("/docs"), null).body()).contains("Guildhall API");
        assertThat(send(get("/webjars/swagger-ui/swagger-ui.css"), null).statusCode())
                .isEqualTo(200);
    }

    HttpRequest.Builder get(String path) {
        return request(path).GET();
    }

    HttpRequest.Builder manage(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + path))
                .timeout(Duration.ofSeconds(10));
    }

    HttpRequest.Builder post(String path, String body) {
        return request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(10));
    }

    HttpResponse<String> send(HttpRequest.Builder request, @Nullable String authorization) {
        try {
            if (authorization != null) {
                request.header("Authorization", authorization);
            }
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("application/problem+json");
        assertThat(answer.body())
                .contains("\"type\":\"https://api.guildhall.example/problems/" + code + "\"")
                .contains("\"requestId\":\"");
    }
}
