package guildhall.payment.paymentmethod.adapter;

import static guildhall.testkit.Infrastructure.KAFKA;
import static guildhall.testkit.Infrastructure.POSTGRES;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import guildhall.payment.TestHttp;
import guildhall.payment.TestMoney;
import guildhall.runtime.id.Ids;
import guildhall.testkit.TestCaller;
import guildhall.testkit.WithInfrastructure;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** Stored payment methods, with the sandbox as their keeper. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "guildhall.payment.clearing.safety-window=1s",
            "guildhall.payment.clearing.sweep-every=100ms"
        })
@WithInfrastructure({POSTGRES, KAFKA})
@Import(TestMoney.class)
class PaymentMethodIT {
    static final Duration PATIENCE = Duration.ofSeconds(20);
    static final String METHODS = "/v1/payment-methods";

    @Autowired TestMoney money;
    @Autowired JdbcClient jdbc;
    @LocalServerPort int port;

    final TestCaller client = TestCaller.client();
    RestTestClient http;

    @BeforeEach
    void connect() {
        http = TestHttp.at(port);
    }

    @Test
    void isListedUsedAndRemovedByItsOwner() {
        var method = begin();
        get(client).expectBody().jsonPath("$.items.length()").isEqualTo(0);

        complete(method, client)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.lastFour")
                .isEqualTo("4242")
                .jsonPath("$.token")
                .doesNotExist();
        complete(method, client).expectStatus().isOk();
        topUp(method, client).expectStatus().isAccepted();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(money.available(client.party())).isEqualTo(50_00));
        get(client).expectBody().jsonPath("$.items.length()").isEqualTo(1);
        remove(method, client).expectStatus().isNoContent();
        remove(method, client).expectStatus().isNotFound();
        get(client).expectBody().jsonPath("$.items.length()").isEqualTo(0);
        topUp(method, client).expectStatus().isEqualTo(422);
        assertThat(chosen(method)).isEqualTo(1);
    }

    @Test
    void isNobodyElsesBusiness() {
        var method = begin();
        var stranger = TestCaller.client();

        complete(method, stranger).expectStatus().isNotFound();
        complete(method, client).expectStatus().isOk();

        get(stranger).expectBody().jsonPath("$.items.length()").isEqualTo(0);
        remove(method, stranger).expectStatus().isNotFound();
        topUp(method, stranger).expectStatus().isEqualTo(422);
        get(TestCaller.staff("ADMIN")).expectStatus().isForbidden();
        assertThat(money.available(stranger.party())).isZero();
    }

    private UUID begin() {
        record Begun(UUID id, String clientSecret) {}
        var begun =
                requireNonNull(
                        post(METHODS, "", client)
                                .expectStatus()
                                .isCreated()
                                .returnResult(Begun.class)
                                .getResponseBody());
        assertThat(begun.clientSecret()).isNotEmpty();
        return begun.id();
    }

    private ResponseSpec complete(UUID method, TestCaller caller) {
        return post(METHODS + "/" + method + "/completion", "", caller);
    }

    private ResponseSpec topUp(UUID method, TestCaller caller) {
        return post(
                "/v1/top-ups",
                """
                {"amount": {"amount": 5000, "currency": "USD"}, "paymentMethodId": "%s"}
                """
                        .formatted(method),
                caller);
    }

    private ResponseSpec remove(UUID method, TestCaller caller) {
        return http.delete()
                .uri(METHODS + "/" + method)
                .header("Authorization", caller.bearer())
                .exchange();
    }

    private ResponseSpec post(String path, String body, TestCaller caller) {
        return http.post()
                .uri(path)
                .header("Authorization", caller.bearer())
                .header("Idempotency-Key", Ids.next().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private ResponseSpec get(TestCaller caller) {
        return http.get().uri(METHODS).header("Authorization", caller.bearer()).exchange();
    }

    private long chosen(UUID method) {
        return jdbc.sql("select count(*) from payment_method_choice where method_id = ?")
                .param(method)
                .query(Long.class)
                .single();
    }
}
