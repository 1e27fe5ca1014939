package guildhall.runtime.idempotency;

import static guildhall.testkit.Infrastructure.POSTGRES;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.RANDOM_PORT;

import guildhall.testkit.ServiceApi;
import guildhall.testkit.ServiceApi.Answer;
import guildhall.testkit.TestCaller;
import guildhall.testkit.WithInfrastructure;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

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
            "LOG_FORMAT="
        })
@WithInfrastructure(value = POSTGRES, service = "sample")
@Import(AtomicEndpoints.class)
class JdbcIdempotencyIT extends IdempotencyContract {
    private final TestCaller doer = TestCaller.client();
    private final Map<String, String> once = ServiceApi.key();
    private final UUID deed = UUID.randomUUID();

    @Autowired private AtomicEndpoints deeds;
    @Autowired private JdbcClient sql;
    @Autowired private DataSource source;
    @Autowired private TransactionTemplate transactions;
    @Autowired private IdempotencyStore claims;
    @Autowired private IdempotencySettings settings;
    @LocalServerPort private int port;

    private ServiceApi api;

    @BeforeEach
    void connect() {
        api = new ServiceApi(port);
        deeds.begun = new CountDownLatch(1);
        deeds.gate = new CountDownLatch(0);
    }

    @Test
    void commitsAChangeTogetherWithItsAnswer() {
        var answer = post("doing");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text("inTransaction")).isEqualTo("true");
        assertThat(transactionOfTheDeed()).isEqualTo(transactionOfTheAnswer());
    }

    @Test
    void replaysAnAnswerThatGotLostAfterItsCommit() {
        var lost = post("breakdown");
        var retry = post("breakdown");

        assertThat(lost.status()).isEqualTo(500);
        assertThat(lost.headers().firstValue("Location")).isEmpty();
        assertThat(retry.status()).isEqualTo(201);
        assertThat(retry.header("Location")).isEqualTo("/v1/deeds/" + deed);
        assertThat(retry.header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void undoesWhatASlowRunDidWhenARetryTookItsPlace() throws Exception {
        deeds.gate = new CountDownLatch(1);
        var slow = CompletableFuture.supplyAsync(() -> post("doing"));
        assertThat(deeds.begun.await(10, SECONDS)).isTrue();

        sql.sql("update idempotency_key set run = gen_random_uuid() where key = :key")
                .param("key", once.get("Idempotency-Key"))
                .update();
        deeds.gate.countDown();
        var answer = slow.get(10, SECONDS);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.problem()).isEqualTo("request/still-running");
        assertThat(answer.headers().firstValue("Location")).isEmpty();
        assertThat(answer.headers().firstValue("ETag")).isEmpty();
        assertThat(countOfDeeds()).isZero();
    }

    @Test
    void keepsARefusalThatRolledBack() {
        var refused = post("refusal");
        var replayed = post("refusal");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(replayed.status()).isEqualTo(409);
        assertThat(replayed.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(countOfDeeds()).isZero();
    }

    @Test
    void keepsWhatWasNotedBeforeARefusal() {
        var refused = post("protest");
        var replayed = post("protest");

        assertThat(refused.problem()).isEqualTo("deed/not-like-this");
        assertThat(replayed.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(countOfDeeds()).isEqualTo(1);
    }

    @Test
    void leavesAHandlerAloneThatCommitsItself() {
        var first = post("errand");
        var replayed = post("errand");

        assertThat(first.text("inTransaction")).isEqualTo("false");
        assertThat(replayed.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(replayed.body()).isEqualTo(first.body());
        assertThat(transactionOfTheDeed()).isNotEqualTo(transactionOfTheAnswer());
    }

    @Test
    void lessensTheDurabilityOfAClaimOnly() throws Exception {
        try (var connection = source.getConnection()) {
            var alone = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            var store = new JdbcIdempotencyStore(alone, settings);

            var claim = store.claim(key(), "a deed", Instant.now());

            assertThat(claim).isInstanceOf(Claim.Granted.class);
            assertThat(alone.sql("show synchronous_commit").query(String.class).single())
                    .isEqualTo("on");
        }
        assertThatThrownBy(() ->
                        transactions.execute(_ -> claims.claim(key(), "a deed", Instant.now())))
                .isInstanceOf(IllegalStateException.class);
    }

    private static IdempotencyKey key() {
        return new IdempotencyKey("ann", "POST /v1/deeds", UUID.randomUUID().toString());
    }

    private Answer post(String what) {
        return api.send("POST", "/v1/deeds/" + deed + "/" + what, doer, null, once);
    }

    private long countOfDeeds() {
        return sql.sql("select count(*) from outbox where id = :deed")
                .param("deed", deed)
                .query(Long.class)
                .single();
    }

    private String transactionOfTheDeed() {
        return sql.sql("select xmin::text from outbox where id = :deed")
                .param("deed", deed)
                .query(String.class)
                .single();
    }

    private String transactionOfTheAnswer() {
        return sql.sql("select xmin::text from idempotency_key where key = :key")
                .param("key", once.get("Idempotency-Key"))
                .query(String.class)
                .single();
    }
}
