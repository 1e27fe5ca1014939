package guildhall.runtime.operate;

import static guildhall.testkit.Infrastructure.POSTGRES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.RANDOM_PORT;

import guildhall.runtime.process.Errands;
import guildhall.runtime.process.ProcessOperations;
import guildhall.runtime.process.ProcessStatus;
import guildhall.runtime.process.StuckErrand;
import guildhall.testkit.TestCaller;
import guildhall.testkit.TestClock;
import guildhall.testkit.WithInfrastructure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Operators at work on a stuck process. */
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
            "guildhall.process.deadline-poll=50ms",
            "LOG_FORMAT="
        })
@WithInfrastructure(value = POSTGRES, service = "sample")
class OperationsIT {
    @SpringBootConfiguration
    @EnableAutoConfiguration
    @Import({TestClock.class, StuckErrand.class})
    static class Office {
        @Bean
        Errands errands() {
            return new Errands((_, _) -> {});
        }
    }

    private static final String PROCESSES = "/v1/operations/sample/processes";
    private final HttpClient http = HttpClient.newHttpClient();
    private final TestCaller admin = TestCaller.staff("ADMIN");
    private final TestCaller supporter = TestCaller.staff("SUPPORT_AGENT");
    private final String key = UUID.randomUUID().toString();
    private final String process = PROCESSES + "/errand/" + key;

    @Autowired private StuckErrand errand;
    @Autowired private ProcessOperations operations;
    @Autowired private JdbcClient jdbc;
    @LocalServerPort private int port;

    @BeforeEach
    void becomeStuck() {
        errand.begin(key);
        await().until(() ->
                operations.find("errand", key).orElseThrow().status() == ProcessStatus.STUCK);
    }

    @Test
    void showsWhatIsStuckToSupport() throws Exception {
        var list = get(supporter, PROCESSES + "?status=STUCK&olderThan=PT1S&type=errand");
        var shown = get(supporter, process);

        assertThat(list.statusCode()).isEqualTo(200);
        assertThat(list.body()).contains(key, "\"stateName\":\"GaveUp\"", "\"next\":null");
        assertThat(shown.body())
                .contains("\"history\":[{\"seq\":1", "\"@type\":\"TimedOut\"", "timed out");
        assertThat(get(supporter, PROCESSES + "/errand/nobody").statusCode()).isEqualTo(404);
    }

    @Test
    void pagesThroughTheList() throws Exception {
        errand.begin(UUID.randomUUID().toString());

        var first = get(admin, PROCESSES + "?limit=1").body();
        var next = first.replaceAll(".*\"next\":\"([^\"]+)\".*", "$1");
        var second = get(admin, PROCESSES + "?limit=1&after=" + next);
        var invented = get(admin, PROCESSES + "?after=bm9uc2Vuc2U");

        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.body()).isNotEqualTo(first).contains("businessKey");
        assertThat(invented.statusCode()).isEqualTo(400);
        assertThat(invented.body()).contains("\"parameter\":\"after\"");
    }

    @Test
    void letsAnAdminActOnceAndWritesItDown() throws Exception {
        var acted = act(admin, "SKIP", "Delivered <b>by hand</b>, ticket 7");
        var again = act(admin, "SKIP", "Once more");

        assertThat(acted.statusCode()).isEqualTo(200);
        assertThat(acted.body()).contains("\"status\":\"ENDED\"");
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("operations/process-not-stuck");
        assertThat(get(admin, "/v1/operations/sample/audit").body())
                .contains(
                        "\"act\":\"process.skip\"",
                        "\"target\":\"errand/" + key + "\"",
                        "\"reason\":\"Delivered by hand, ticket 7\"",
                        "\"operator\":\"" + admin.user() + "\"")
                .doesNotContain("Once more");
        assertThat(get(supporter, process).body()).contains("staff:" + admin.user());
    }

    @Test
    void saysSoWhenAnActIsImpossible() throws Exception {
        var answer = act(admin, "COMPENSATE", "Please");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("operations/act-impossible");
        assertThat(get(admin, "/v1/operations/sample/audit").body()).doesNotContain("Please");
    }

    @Test
    void wantsAReasonAndAKnownAct() throws Exception {
        var without = act(admin, "SKIP", " ");
        var onlyMarkup = act(admin, "SKIP", "<b></b>");
        var unknown = act(admin, "EXPLODE", "Because");

        assertThat(without.statusCode()).isEqualTo(400);
        assertThat(without.body()).contains("\"pointer\":\"/reason\"");
        assertThat(onlyMarkup.statusCode()).isEqualTo(400);
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(unknown.body()).contains("\"pointer\":\"/act\"");
        assertThat(operations.find("errand", key).orElseThrow().status())
                .isEqualTo(ProcessStatus.STUCK);
    }

    @Test
    void keepsOthersOut() throws Exception {
        assertThat(get(TestCaller.client(), PROCESSES).statusCode()).isEqualTo(403);
        assertThat(get(TestCaller.staff("MODERATOR"), PROCESSES).statusCode()).isEqualTo(403);
        assertThat(act(supporter, "SKIP", "Because").statusCode()).isEqualTo(403);
        assertThat(get(supporter, "/v1/operations/sample/audit").statusCode()).isEqualTo(403);
    }

    @Test
    void listsDeadLetters() throws Exception {
        var unknown = "/v1/operations/sample/dead-letters/" + UUID.randomUUID();

        assertThat(get(supporter, "/v1/operations/sample/dead-letters?consumer=nobody").body())
                .isEqualTo("{\"items\":[],\"next\":null}");
        assertThat(get(supporter, unknown).statusCode()).isEqualTo(404);
        assertThat(post(admin, unknown + "/replay", "{\"reason\": \"why\"}").statusCode())
                .isEqualTo(404);
    }

    @Test
    void showsTheContentOfADeadLetterOnlyToWhoSaysWhy() throws Exception {
        var id = buried();
        var letter = "/v1/operations/sample/dead-letters/" + id;
        var why = "{\"reason\": \"Ticket 8, <i>amount</i> looks wrong\"}";

        var list = get(admin, "/v1/operations/sample/dead-letters");
        var shown = get(supporter, letter);
        var refused = post(supporter, letter + "/disclosure", why);
        var without = post(admin, letter + "/disclosure", "{\"reason\": \" \"}");
        var unheard = get(admin, "/v1/operations/sample/audit").body();
        var read = post(admin, letter + "/disclosure", why);

        assertThat(list.body()).contains(id.toString());
        assertThat(shown.body()).contains(id.toString(), "\"errorClass\":\"E\"", "\"offset\":7");
        for (var answer : List.of(list, shown)) {
            assertThat(answer.body())
                    .doesNotContain("private words", "Ada's header", "what failed", "at line 1");
        }
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(without.statusCode()).isEqualTo(400);
        assertThat(unheard).doesNotContain("dead-letter.read");
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(read.body())
                .contains("private words", "Ada's header", "what failed", "at line 1");
        assertThat(get(admin, "/v1/operations/sample/audit").body())
                .contains(
                        "\"act\":\"dead-letter.read\"",
                        "\"target\":\"" + id + "\"",
                        "\"reason\":\"Ticket 8, amount looks wrong\"",
                        "\"operator\":\"" + admin.user() + "\"");
    }

    private UUID buried() {
        var id = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into dead_letter (
                            id, consumer, message_id, topic, partition, record_offset, key, type,
                            headers, body, error_class, error_message, error_stack, at, state,
                            attempts)
                        values (
                            :id, 'sample', :id, 'sample.events', 0, 7, :key, 'sample.v1',
                            '{"who": "Ada''s header"}', '{"text": "private words"}', 'E',
                            'what failed', 'at line 1', now(), 'DEAD', 8)
                        """)
                .param("id", id)
                .param("key", id.toString())
                .update();
        return id;
    }

    @Test
    void cannotChangeWhatWasWritten() {
        for (var table : new String[] {"operator_audit", "process_history"}) {
            assertThatThrownBy(() -> jdbc.sql("delete from " + table).update())
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    private HttpResponse<String> act(TestCaller operator, String act, String reason)
            throws IOException, InterruptedException {
        var body = "{\"act\": \"%s\", \"reason\": \"%s\"}".formatted(act, reason);
        return post(operator, process + "/acts", body);
    }

    private HttpResponse<String> get(TestCaller as, String path)
            throws IOException, InterruptedException {
        return http.send(request(as, path).GET().build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(TestCaller as, String path, String body)
            throws IOException, InterruptedException {
        var request =
                request(as, path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body));
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(TestCaller as, String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", as.bearer());
    }
}
