package guildhall.testkit.openapi;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import guildhall.testkit.TestTokens;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A service with four endpoints that handles bad input well; subclasses make one mistake each. */
class SampleApi implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String DOCUMENT =
            """
            {"openapi": "3.1.0", "security": [{"bearer": []}], "paths": {
              "/v1/jobs": {"post": {
                "responses": {"201": {}, "400": {}, "401": {}},
                "requestBody": {"content": {"application/json":
                  {"schema": {"$ref": "#/components/schemas/PostJob"}}}}}},
              "/v1/jobs/{id}": {"get": {"security": [], "responses": {"401": {}, "404": {}},
                "parameters": [{"name": "id", "in": "path", "required": true,
                  "schema": {"type": "string", "format": "uuid"}}]}},
              "/v1/drafts/{id}": {"get": {"responses": {"200": {}, "401": {}, "404": {}},
                "parameters": [{"name": "id", "in": "path", "required": true,
                  "schema": {"type": "string", "format": "uuid"}}]}},
              "/v1/operations/job/processes": {"get": {"security": [{"bearer": ["ADMIN"]}],
                "responses": {"200": {}, "400": {}, "401": {}, "403": {}}, "parameters":
                [{"name": "limit", "in": "query", "schema": {"type": "integer"}}]}}},
             "components": {"schemas": {
               "Money": {"type": "object", "required": ["amount", "currency"], "properties": {
                 "amount": {"type": "integer", "format": "int64"},
                 "currency": {"type": "string"}}},
               "PostJob": {"type": "object", "required": ["title", "budget"], "properties": {
                 "title": {"type": "string", "maxLength": 100},
                 "budget": {"$ref": "#/components/schemas/Money"}}}}}}
            """;

    /** A draft of somebody who never calls. */
    static final String DRAFT = "00000000-0000-0000-0000-000000000001";

    /** What the service answers: errors is a JSON pointer or the name of a parameter. */
    record Answer(int status, Optional<String> pointer, Optional<String> parameter) {
        static Answer status(int status) {
            return new Answer(status, Optional.empty(), Optional.empty());
        }

        static Answer field(String pointer) {
            return new Answer(400, Optional.of(pointer), Optional.empty());
        }

        static Answer parameter(String name) {
            return new Answer(400, Optional.empty(), Optional.of(name));
        }
    }

    private final HttpServer server;
    private final DefaultJWTProcessor<SecurityContext> tokens = new DefaultJWTProcessor<>();

    SampleApi() throws IOException {
        var jwks =
                JWKSourceBuilder.<SecurityContext>create(URI.create(TestTokens.jwksUri()).toURL())
                        .build();
        tokens.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.ES256, jwks));
        tokens.setJWTClaimsSetVerifier(
                new DefaultJWTClaimsVerifier<>(
                        new JWTClaimsSet.Builder().issuer(TestTokens.ISSUER).build(),
                        Set.of("exp")));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(task -> Thread.ofVirtual().start(task));
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** A well-formed body: what is wrong with it, if anything. */
    Optional<String> mistakeIn(JsonNode body) {
        var unknown =
                body.propertyNames().stream()
                        .filter(name -> !name.equals("title") && !name.equals("budget"))
                        .findFirst();
        if (unknown.isPresent()) {
            return Optional.of("/" + unknown.get());
        }
        var title = body.path("title");
        if (!title.isString() || title.asString().length() > 100) {
            return Optional.of("/title");
        }
        var budget = body.path("budget");
        if (!budget.isObject() || budget.size() > 2) {
            return Optional.of("/budget");
        }
        var amount = budget.path("amount");
        if (!amount.isIntegralNumber() || !amount.canConvertToLong() || amount.asLong(0) < 0) {
            return Optional.of("/budget/amount");
        }
        return isCurrency(budget.path("currency"))
                ? Optional.empty()
                : Optional.of("/budget/currency");
    }

    Answer judge(JsonNode body) {
        return mistakeIn(body).map(Answer::field).orElse(Answer.status(201));
    }

    /** JSON that cannot be read. */
    Answer unreadable() {
        return Answer.status(400);
    }

    /** Whether somebody without a token gets in. */
    boolean letsStrangersIn() {
        return false;
    }

    /** What a token that does not hold gets. */
    Answer badToken() {
        return Answer.status(401);
    }

    /** A job or draft that there is not. */
    Answer unknown() {
        return Answer.status(404);
    }

    /** A draft, for somebody else than its owner. */
    Answer foreignDraft() {
        return Answer.status(404);
    }

    /** What the endpoint for staff answers to callers with these roles. */
    Answer staff(String roles) {
        return Answer.status(roles.contains("ADMIN") ? 200 : 403);
    }

    /** A method that the document does not name. */
    Answer notOffered() {
        return Answer.status(405);
    }

    private static boolean isCurrency(JsonNode node) {
        return node.isString()
                && Currency.getAvailableCurrencies().stream()
                        .anyMatch(currency -> currency.getCurrencyCode().equals(node.asString()));
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            if (path.equals("/v3/api-docs")) {
                write(exchange, 200, "application/json", DOCUMENT);
                return;
            }
            var answer = answer(exchange, path);
            write(exchange, answer.status(), "application/problem+json", problem(answer));
        }
    }

    private Answer answer(HttpExchange exchange, String path) throws IOException {
        var token = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"));
        var isOpen = path.startsWith("/v1/jobs/") || letsStrangersIn();
        Optional<JWTClaimsSet> caller = token.flatMap(this::verify);
        if (token.isPresent() && caller.isEmpty()) {
            return badToken();
        }
        if (token.isEmpty() && !isOpen) {
            return Answer.status(401);
        }
        if (!exchange.getRequestMethod().equals(path.equals("/v1/jobs") ? "POST" : "GET")) {
            return notOffered();
        }
        if (path.startsWith("/v1/jobs/")) {
            return unknown();
        }
        if (path.startsWith("/v1/drafts/")) {
            return path.endsWith(DRAFT) ? foreignDraft() : unknown();
        }
        if (path.startsWith("/v1/operations")) {
            return operations(exchange, caller);
        }
        return post(exchange);
    }

    private Answer operations(HttpExchange exchange, Optional<JWTClaimsSet> caller) {
        var roles = caller.map(claims -> claims.getClaim("roles").toString()).orElse("");
        var answer = staff(roles);
        var query = exchange.getRequestURI().getQuery();
        return answer.status() == 200 && query != null ? Answer.parameter("limit") : answer;
    }

    private Answer post(HttpExchange exchange) throws IOException {
        if (!"application/json".equals(exchange.getRequestHeaders().getFirst("Content-Type"))) {
            return Answer.status(415);
        }
        try {
            var body = JSON.readTree(exchange.getRequestBody().readAllBytes());
            if (!body.isObject()) {
                return unreadable();
            }
            return judge(body);
        } catch (JacksonException broken) {
            return unreadable();
        }
    }

    private Optional<JWTClaimsSet> verify(String bearer) {
        try {
            return Optional.of(tokens.process(bearer.substring("Bearer ".length()), null));
        } catch (BadJOSEException | ParseException refused) {
            return Optional.empty();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static String problem(Answer answer) {
        var problem = JSON.createObjectNode();
        problem.put("type", "https://guildhall.example/problems/sample");
        problem.put("status", answer.status());
        var errors = problem.putArray("errors");
        answer.pointer().ifPresent(pointer -> errors.addObject().put("pointer", pointer));
        answer.parameter().ifPresent(name -> errors.addObject().put("parameter", name));
        return problem.toString();
    }

    private static void write(HttpExchange exchange, int status, String type, String text)
            throws IOException {
        var body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().putAll(Map.of("Content-Type", List.of(type)));
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
