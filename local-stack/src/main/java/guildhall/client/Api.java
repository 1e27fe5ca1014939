package guildhall.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client of the gateway. Like a good client it repeats what the platform asks it to repeat (503,
 * 504 and lost connections, with the same idempotency key), for a limited time.
 */
public final class Api {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(5);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration ONE_REQUEST = Duration.ofSeconds(15);

    /** Otherwise every request asks for an upgrade, which the gateway does not offer. */
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String base;
    private final Duration patience;

    public Api(String base) {
        this(base, PATIENCE);
    }

    /**
     * @param patience how long a request is repeated
     */
    public Api(String base, Duration patience) {
        this.base = base;
        this.patience = patience;
    }

    /**
     * A file as it came.
     *
     * @param name as the Content-Disposition says it
     * @param bytes one character, 0 to 255, for each
     */
    public record File(String contentType, String name, String bytes) {
        public String text() {
            return new String(bytes.getBytes(ISO_8859_1), UTF_8);
        }
    }

    /** An answer with its JSON body; a missing node when there was none. */
    public record Answer(int status, JsonNode body, @Nullable String etag) {
        /** The last words of the type of the problem, such as {@code payment/wallet-frozen}. */
        public String problem() {
            var words = body.path("type").asString("").split("/problems/", 2);
            return words.length == 2 ? words[1] : "";
        }

        boolean isSuccess() {
            return status >= 200 && status < 300;
        }
    }

    public JsonNode get(String path, @Nullable String token) {
        return expectSuccess("GET", path, send("GET", path, token, null, Map.of()));
    }

    public JsonNode post(String path, @Nullable String token, Object body) {
        return expectSuccess("POST", path, send("POST", path, token, body, Map.of()));
    }

    public JsonNode put(String path, @Nullable String token, Object body) {
        return expectSuccess("PUT", path, send("PUT", path, token, body, Map.of()));
    }

    public File download(String path, String token) {
        var request =
                HttpRequest.newBuilder(URI.create(base + path))
                        .timeout(ONE_REQUEST)
                        .header("Authorization", "Bearer " + token)
                        .build();
        var answer = repeat(request);
        ClientFailure.check(answer.statusCode() == 200, path + " answered " + answer.statusCode());
        var headers = answer.headers();
        return new File(
                headers.firstValue("Content-Type").orElse(""),
                headers.firstValue("Content-Disposition").orElse(""),
                new String(answer.body(), ISO_8859_1));
    }

    /** The first answer, also when it asks to come back later. */
    public Answer ask(String path, @Nullable String token) {
        var request = HttpRequest.newBuilder(URI.create(base + path)).timeout(ONE_REQUEST);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return answer(http.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException lost) {
            throw new ClientFailure("no connection to " + base + ": " + lost);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ClientFailure("interrupted");
        }
    }

    public Answer send(
            String method,
            String path,
            @Nullable String token,
            @Nullable Object body,
            Map<String, String> headers) {
        var request =
                HttpRequest.newBuilder(URI.create(base + path))
                        .timeout(ONE_REQUEST)
                        .method(method, publisher(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (method.equals("POST")) {
            request.header("Idempotency-Key", UUID.randomUUID().toString());
        }
        headers.forEach(request::header);
        return answer(repeat(request.build()));
    }

    /** Asks until the answer is as expected. */
    public static <T> T await(String what, Supplier<T> question, Predicate<T> expected) {
        return await(what, PATIENCE, question, expected);
    }

    /** The longer it takes, the less often it asks. */
    public static <T> T await(
            String what, Duration patience, Supplier<T> question, Predicate<T> expected) {
        var deadline = Instant.now().plus(patience);
        var pause = FIRST_PAUSE;
        var answer = question.get();
        while (!expected.test(answer)) {
            if (Instant.now().isAfter(deadline)) {
                throw new ClientFailure("waited in vain for " + what + "; last seen: " + answer);
            }
            pause(pause);
            pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : pause;
            answer = question.get();
        }
        return answer;
    }

    private HttpResponse<byte[]> repeat(HttpRequest request) {
        var deadline = Instant.now().plus(patience);
        while (true) {
            try {
                var answer = http.send(request, BodyHandlers.ofByteArray());
                if (!isTransient(answer) || Instant.now().isAfter(deadline)) {
                    return answer;
                }
            } catch (IOException lost) {
                if (Instant.now().isAfter(deadline)) {
                    throw new ClientFailure("no connection to " + base + ": " + lost);
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new ClientFailure("interrupted");
            }
            pause(LONGEST_PAUSE);
        }
    }

    /** 409 with Retry-After: the first try of this very request is still running. */
    private static boolean isTransient(HttpResponse<byte[]> answer) {
        return answer.statusCode() == 503
                || answer.statusCode() == 504
                || (answer.statusCode() == 409
                        && answer.headers().firstValue("Retry-After").isPresent());
    }

    private static Answer answer(HttpResponse<byte[]> answer) {
        var text = new String(answer.body(), UTF_8);
        var body = text.isBlank() ? JSON.missingNode() : JSON.readTree(text);
        return new Answer(
                answer.statusCode(), body, answer.headers().firstValue("ETag").orElse(null));
    }

    private static JsonNode expectSuccess(String method, String path, Answer answer) {
        if (!answer.isSuccess()) {
            throw new ClientFailure(
                    "%s %s answered %d: %s"
                            .formatted(method, path, answer.status(), answer.body()));
        }
        return answer.body();
    }

    private static HttpRequest.BodyPublisher publisher(@Nullable Object body) {
        return body == null
                ? BodyPublishers.noBody()
                : BodyPublishers.ofString(JSON.writeValueAsString(body));
    }

    private static void pause(Duration pause) {
        try {
            TimeUnit.NANOSECONDS.sleep(pause.toNanos());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ClientFailure("interrupted");
        }
    }
}
