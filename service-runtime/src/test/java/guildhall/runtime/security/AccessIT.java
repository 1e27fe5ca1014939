package guildhall.runtime.security;

import static guildhall.testkit.Infrastructure.POSTGRES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.RANDOM_PORT;

import guildhall.runtime.message.Cause;
import guildhall.testkit.TestCaller;
import guildhall.testkit.TestTokens;
import guildhall.testkit.WithInfrastructure;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A whole service, asked by strangers, users and staff. */
@SpringBootTest(
        webEnvironment = RANDOM_PORT,
        properties = {
            "spring.application.name=sample-service",
            "spring.config.import=classpath:guildhall-runtime.yml",
            "spring.autoconfigure.exclude="
                    + "org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration,"
                    + "org.springframework.boot.data.mongodb.autoconfigure"
                    + ".DataMongoAutoConfiguration",
            "guildhall.outbox.relay.enabled=false",
            "guildhall.consume.enabled=false",
            "guildhall.web.max-body=1KB",
            "management.endpoints.web.exposure.include=health,prometheus,env",
            "LOG_FORMAT="
        })
@WithInfrastructure(value = POSTGRES, service = "sample")
class AccessIT {
    @RestController
    static class Rooms {
        @GetMapping("/v1/garden")
        String garden(Optional<Caller> caller) {
            return caller.map(c -> c.user().toString()).orElse("stranger");
        }

        @GetMapping("/v1/hall")
        String hall(Caller caller) {
            return Cause.current().map(c -> c.correlationId() + " " + c.actor()).orElse("none");
        }

        @GetMapping("/v1/shop")
        String shop(Caller caller) {
            return caller.requireClient().party().toString();
        }

        @GetMapping("/v1/vault")
        @StaffOnly("FINANCE_OPS")
        String vault() {
            return "gold";
        }

        @PostMapping("/v1/letterbox")
        int letterbox(@RequestBody String letter) {
            return letter.length();
        }
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @Import(Rooms.class)
    static class House {
        @Bean
        PublicEndpoints publicEndpoints() {
            return PublicEndpoints.none().get("/v1/garden");
        }
    }

    private final HttpClient http = HttpClient.newHttpClient();
    private final TestCaller client = TestCaller.client();

    @LocalServerPort private int port;

    @Test
    void letsStrangersOnlyWhereTheServiceSaysSo() throws Exception {
        var garden = get("/v1/garden", null);
        var hall = get("/v1/hall", null);
        var nowhere = get("/v1/nowhere", null);

        assertThat(garden.body()).isEqualTo("stranger");
        isProblem(hall, 401, "request/unauthenticated");
        assertThat(hall.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        isProblem(nowhere, 401, "request/unauthenticated");
    }

    @Test
    void knowsTheCallerByTheToken() throws Exception {
        assertThat(get("/v1/garden", client.token()).body()).isEqualTo(client.user().toString());
        assertThat(get("/v1/shop", client.token()).body()).isEqualTo(client.party().toString());
    }

    @Test
    void refusesEveryTokenThatIsNotRight() throws Exception {
        for (var token :
                new String[] {
                    TestTokens.expired(client),
                    TestTokens.fromAnotherIssuer(client),
                    TestTokens.withForgedSignature(client),
                    TestTokens.tampered(client),
                    "nonsense"
                }) {
            var answer = get("/v1/hall", token);

            isProblem(answer, 401, "request/invalid-token");
            assertThat(answer.headers().firstValue("WWW-Authenticate"))
                    .contains("Bearer error=\"invalid_token\"");
        }
    }

    @Test
    void refusesTheWrongRole() throws Exception {
        isProblem(get("/v1/shop", TestCaller.talent().token()), 403, "request/wrong-role");
        isProblem(get("/v1/shop", TestCaller.staff("ADMIN").token()), 403, "request/wrong-role");
        isProblem(get("/v1/vault", client.token()), 403, "request/wrong-role");
        isProblem(
                get("/v1/vault", TestCaller.staff("SUPPORT_AGENT").token()),
                403,
                "request/wrong-role");
    }

    @Test
    void letsTheRightStaffIn() throws Exception {
        assertThat(get("/v1/vault", TestCaller.staff("FINANCE_OPS").token()).body())
                .isEqualTo("gold");
        assertThat(get("/v1/vault", TestCaller.staff("SUPERADMIN").token()).body())
                .isEqualTo("gold");
    }

    @Test
    void carriesTheRequestIdThrough() throws Exception {
        var offered = get("/v1/hall", client.token(), "X-Request-Id", "abc-1");
        var harmful = get("/v1/hall", client.token(), "X-Request-Id", "<script>");
        var refused = get("/v1/hall", null, "X-Request-Id", "abc-2");

        assertThat(offered.body()).isEqualTo("abc-1 user:" + client.user());
        assertThat(offered.headers().firstValue("X-Request-Id")).contains("abc-1");
        assertThat(harmful.headers().firstValue("X-Request-Id").orElseThrow())
                .hasSize(36)
                .isEqualTo(harmful.body().substring(0, 36));
        assertThat(refused.headers().firstValue("X-Request-Id")).contains("abc-2");
    }

    @Test
    void refusesALargeBodyWhetherAnnouncedOrNot() throws Exception {
        var large = new byte[2048];
        Arrays.fill(large, (byte) 'x');

        var announced = post(BodyPublishers.ofByteArray(large));
        var chunked =
                post(
                        BodyPublishers.fromPublisher(
                                BodyPublishers.concat(
                                        BodyPublishers.ofByteArray(large),
                                        BodyPublishers.noBody())));

        isProblem(announced, 413, "request/body-too-large");
        isProblem(chunked, 413, "request/body-too-large");
        assertThat(post(BodyPublishers.ofString("short")).body()).isEqualTo("5");
    }

    @Test
    void answersWhatTheServerItselfRefusesWithAProblemToo() throws Exception {
        isProblem(get("/v1/%2e%2e%2fhall;x=1", client.token()), 400, "request/invalid");
        assertThat(raw("GET /v1/[hall HTTP/1.1\r\nHost: localhost\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "request/invalid")
                .doesNotContain("<html", "Tomcat");
        isProblem(get("/error", client.token()), 404, "request/unknown-resource");
    }

    @Test
    void showsItsHealthAndMetricsButNothingElse() throws Exception {
        assertThat(get("/actuator/health/readiness", null).body()).contains("UP");
        assertThat(get("/actuator/health/liveness", null).body()).contains("UP");
        assertThat(get("/actuator/prometheus", null).body())
                .contains("service=\"sample\"", "http_server_requests_seconds_bucket");
        for (var closed : List.of("/actuator", "/actuator/env", "/actuator/info")) {
            isProblem(get(closed, null), 401, "request/unauthenticated");
            isProblem(
                    get(closed, TestCaller.staff("SUPERADMIN").token()), 403, "request/forbidden");
        }
    }

    @Test
    void linksMetricsToTracesWhereAnyPrometheusReadsIt() throws Exception {
        var sampled = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        get("/v1/hall", client.token(), "traceparent", sampled);

        var linked =
                get("/actuator/prometheus", null, "Accept", "application/openmetrics-text")
                        .body()
                        .lines()
                        .filter(line -> line.contains(" # {"))
                        .toList();

        assertThat(linked)
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).containsPattern("^\\w+_(bucket|total)\\{"));
    }

    @Test
    void describesItselfTruthfully() throws Exception {
        var description = get("/v3/api-docs", null).body();

        assertThat(description)
                .contains("\"openapi\":\"3.1.0\"", "\"/v1/hall\"", "\"bearerFormat\":\"JWT\"")
                .contains("/v1/operations/sample/processes", "/v1/operations/sample/dead-letters")
                .doesNotContain("actingParty", "/error");
    }

    private HttpResponse<String> get(String path, @Nullable String token, String... headers)
            throws IOException, InterruptedException {
        var request = request(path, token).method(HttpMethod.GET.name(), BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(HttpRequest.BodyPublisher body)
            throws IOException, InterruptedException {
        var request =
                request("/v1/letterbox", client.token())
                        .header("Content-Type", "text/plain")
                        .POST(body);
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path, @Nullable String token) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void isProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("application/problem+json");
        assertThat(answer.body()).contains("/problems/" + code);
    }
}
