package guildhall.runtime.idempotency;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import guildhall.testkit.TestCaller;
import guildhall.testkit.TestClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** What holds on every store, over a real server. */
abstract class IdempotencyContract {
    @SpringBootConfiguration
    @EnableAutoConfiguration
    @Import({TrialEndpoints.class, TestClock.class})
    static class Trial {}

    private static final Executor THREADS = Executors.newVirtualThreadPerTaskExecutor();

    private final HttpClient http = HttpClient.newHttpClient();
    private final TestCaller caller = TestCaller.client();
    private final String key = UUID.randomUUID().toString();

    @Autowired private TrialEndpoints endpoints;
    @Autowired private IdempotencyStore store;
    @Autowired private TestClock clock;
    @LocalServerPort private int port;

    @BeforeEach
    void reset() {
        endpoints.granted.clear();
        endpoints.gate = new CountDownLatch(0);
        endpoints.broken = false;
    }

    @Test
    void replaysTheFirstAnswerToTheSameRequest() throws Exception {
        var first = wish(caller, key, "a boat");
        var second = wish(caller, key, "a boat");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.headers().firstValue("Idempotency-Replayed")).isEmpty();
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(second.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(second.headers().firstValue("ETag")).contains("\"1\"");
        assertThat(second.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(endpoints.granted).containsExactly("a boat");
    }

    @Test
    void refusesAnotherRequestWithTheSameKey() throws Exception {
        wish(caller, key, "a boat");

        var second = wish(caller, key, "a plane");

        assertThat(second.statusCode()).isEqualTo(422);
        assertThat(second.body()).contains("request/key-reused");
        assertThat(endpoints.granted).containsExactly("a boat");
    }

    @Test
    void refusesARepetitionWhileTheFirstStillRuns() throws Exception {
        endpoints.gate = new CountDownLatch(1);
        var first = CompletableFuture.supplyAsync(this::wishABoat, THREADS);
        await().until(() -> endpoints.granted.size() == 1);

        var second = wish(caller, key, "a boat");
        endpoints.gate.countDown();

        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("request/still-running");
        assertThat(second.headers().firstValue("Retry-After")).contains("1");
        assertThat(first.get(10, SECONDS).statusCode()).isEqualTo(201);
        assertThat(endpoints.granted).containsExactly("a boat");
    }

    @Test
    void runsOneOfManyThatArriveTogether() {
        endpoints.gate = new CountDownLatch(1);
        var all =
                Stream.generate(() -> CompletableFuture.supplyAsync(this::wishABoat, THREADS))
                        .limit(8)
                        .toList();
        await().until(() -> all.stream().filter(CompletableFuture::isDone).count() == 7);

        endpoints.gate.countDown();

        assertThat(all)
                .extracting(answer -> answer.join().statusCode())
                .containsExactlyInAnyOrder(201, 409, 409, 409, 409, 409, 409, 409);
        assertThat(endpoints.granted).hasSize(1);
    }

    @Test
    void letsARetryRunAfterAFailureOfOurs() throws Exception {
        endpoints.broken = true;
        var first = wish(caller, key, "a boat");
        endpoints.broken = false;

        var second = wish(caller, key, "a boat");

        assertThat(first.statusCode()).isEqualTo(500);
        assertThat(second.statusCode()).isEqualTo(201);
    }

    @Test
    void letsARetryRunWhenTheFirstNeverCameBack() {
        var crashed = new IdempotencyKey("ann", "POST /v1/wishes", key);
        var first = store.claim(crashed, "same", clock.instant());
        var tooEarly = store.claim(crashed, "same", clock.instant().plusSeconds(59));
        var other = store.claim(crashed, "other", clock.instant().plusSeconds(61));
        var later = store.claim(crashed, "same", clock.instant().plusSeconds(61));

        assertThat(first).isInstanceOf(Claim.Granted.class);
        assertThat(tooEarly).isInstanceOf(Claim.Running.class);
        assertThat(other).isEqualTo(new Claim.UsedOtherwise());
        assertThat(later).isInstanceOf(Claim.Granted.class);

        // The first one comes back from the dead: its answer is not taken any more.
        store.answer(crashed, ((Claim.Granted) first).run(), answer("late"));
        store.answer(crashed, ((Claim.Granted) later).run(), answer("good"));
        assertThat(store.claim(crashed, "same", clock.instant()))
                .isEqualTo(new Claim.Answered(answer("good")));
    }

    @Test
    void forgetsAnswersInTheEnd() throws Exception {
        wish(caller, key, "a boat");

        store.prune(clock.instant().plus(Duration.ofHours(23)));
        assertThat(wish(caller, key, "a boat").headers().firstValue("Idempotency-Replayed"))
                .isPresent();
        store.prune(clock.instant().plus(Duration.ofHours(25)));

        assertThat(wish(caller, key, "a boat").headers().firstValue("Idempotency-Replayed"))
                .isEmpty();
        assertThat(endpoints.granted).containsExactly("a boat", "a boat");
    }

    @Test
    void keepsTheKeysOfDifferentCallersApart() throws Exception {
        var mine = wish(caller, key, "a boat");
        var yours = wish(TestCaller.client(), key, "a boat");

        assertThat(yours.statusCode()).isEqualTo(201);
        assertThat(yours.body()).isNotEqualTo(mine.body());
    }

    @Test
    void runsEveryTimeWithoutAKey() throws Exception {
        wish(caller, null, "a boat");
        wish(caller, null, "a boat");

        assertThat(endpoints.granted).hasSize(2);
    }

    @Test
    void requiresAKeyWhereMoneyMoves() throws Exception {
        var without = post(caller, Optional.empty(), "/v1/wishes/7/payment", "");
        var with = post(caller, Optional.of(key), "/v1/wishes/7/payment", "");
        var replayed = post(caller, Optional.of(key), "/v1/wishes/7/payment", "");
        var elsewhere = post(caller, Optional.of(key), "/v1/wishes/8/payment", "");

        assertThat(without.statusCode()).isEqualTo(400);
        assertThat(without.body()).contains("\"parameter\":\"Idempotency-Key\"");
        assertThat(with.statusCode()).isEqualTo(204);
        assertThat(replayed.statusCode()).isEqualTo(204);
        assertThat(elsewhere.statusCode()).isEqualTo(422);
        assertThat(endpoints.granted).containsExactly("paid 7");
    }

    @Test
    void letsAMalformedRequestBeMendedUnderItsKey() throws Exception {
        var malformed = post(caller, Optional.of(key), "/v1/wishes", "{\"what\": ");
        var mended = wish(caller, key, "a boat");

        assertThat(malformed.statusCode()).isEqualTo(400);
        assertThat(mended.statusCode()).isEqualTo(201);
        assertThat(endpoints.granted).containsExactly("a boat");
    }

    @Test
    void refusesAKeyThatIsNotPlain() throws Exception {
        assertThat(wish(caller, "x".repeat(255), "a boat").statusCode()).isEqualTo(201);
        assertThat(wish(caller, "x".repeat(256), "a boat").statusCode()).isEqualTo(400);
    }

    private HttpResponse<String> wishABoat() {
        try {
            return wish(caller, key, "a boat");
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    final HttpResponse<String> wish(TestCaller as, @Nullable String withKey, String what)
            throws IOException, InterruptedException {
        var body = "{\"what\": \"%s\"}".formatted(what);
        return post(as, Optional.ofNullable(withKey), "/v1/wishes", body);
    }

    private HttpResponse<String> post(
            TestCaller as, Optional<String> withKey, String path, String body)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header("Authorization", as.bearer())
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body));
        withKey.ifPresent(value -> request.header("Idempotency-Key", value));
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static StoredAnswer answer(String body) {
        return new StoredAnswer(200, "text/plain", null, null, body);
    }
}
