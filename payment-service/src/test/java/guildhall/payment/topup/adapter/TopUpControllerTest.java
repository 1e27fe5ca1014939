package guildhall.payment.topup.adapter;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import guildhall.messages.id.PaymentIntentId;
import guildhall.messages.money.Money;
import guildhall.payment.provider.ProviderUnavailableException;
import guildhall.payment.topup.PaymentIntent;
import guildhall.payment.topup.PaymentIntents;
import guildhall.payment.topup.PaymentProvider;
import guildhall.payment.topup.ProviderCharge;
import guildhall.payment.topup.TopUpCommand;
import guildhall.payment.topup.TopUpDecider;
import guildhall.payment.topup.TopUpEvent;
import guildhall.payment.topup.TopUpRejection;
import guildhall.payment.topup.TopUps;
import guildhall.runtime.decide.Decision;
import guildhall.runtime.decide.Decision.Accepted;
import guildhall.testkit.TestCaller;
import guildhall.testkit.TestTokens;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebMvcTest(TopUpController.class)
@EnableConfigurationProperties(TopUpProperties.class)
@Import({ChargeRequests.class, TopUpControllerTest.Stub.class})
class TopUpControllerTest {
    static final TestCaller CLIENT = TestCaller.client();

    @Autowired MockMvcTester http;
    @Autowired Stub stub;

    @DynamicPropertySource
    static void keys(DynamicPropertyRegistry properties) {
        properties.add("JWKS_URI", TestTokens::jwksUri);
    }

    @BeforeEach
    void theProviderAnswers() {
        stub.providerAnswers = true;
    }

    @Test
    void acceptsATopUpAndSaysWhereToLook() {
        var response = post(CLIENT, "{\"amount\":{\"amount\":5000,\"currency\":\"USD\"}}");

        assertThat(response).hasStatus(202);
        assertThat(response.getResponse().getHeader("Location")).startsWith("/v1/top-ups/");
        assertThat(response).bodyJson().extractingPath("$.status").isEqualTo("PROCESSING");
        var shown = get(CLIENT, location(response));
        assertThat(shown).hasStatusOk();
        assertThat(shown).bodyJson().extractingPath("$.amount.amount").isEqualTo(5000);
    }

    @Test
    void acceptsItAlsoWhileTheProviderDoesNotAnswer() {
        stub.providerAnswers = false;

        var response = post(CLIENT, "{\"amount\":{\"amount\":5000,\"currency\":\"USD\"}}");

        assertThat(response).hasStatus(202);
        assertThat(response).bodyJson().extractingPath("$.status").isEqualTo("CREATED");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                            | /amount",
                "{'amount':null}                               | /amount",
                "{'amount':5}                                  | /amount",
                "{'amount':{'amount':5}}                       | /amount/currency",
                "{'amount':{'amount':0,'currency':'USD'}}      | /amount/amount",
                "{'amount':{'amount':-1,'currency':'USD'}}     | /amount/amount",
                "{'amount':{'amount':1.5,'currency':'USD'}}    | /amount/amount",
                "{'amount':{'amount':'5','currency':'USD'}}    | /amount/amount",
                "{'amount':{'amount':9223372036854775808,'currency':'USD'}} | /amount/amount",
                "{'amount':{'amount':5,'currency':'ZZZ'}}      | /amount/currency",
                "{'amount':{'amount':5,'currency':'XAU'}}      | /amount/currency"
            })
    void namesTheFieldThatIsWrong(String body, String pointer) {
        var response = post(CLIENT, body.replace('\'', '"'));

        isProblem(response, 400, "request/invalid");
        assertThat(response).bodyJson().extractingPath("$.errors[0].pointer").isEqualTo(pointer);
    }

    @Test
    void refusesMoreThanTheLargestAmount() {
        var response = post(CLIENT, "{\"amount\":{\"amount\":100000001,\"currency\":\"USD\"}}");

        isProblem(response, 422, "payment/amount-too-large");
    }

    @Test
    void refusesARequestWithoutAKeyBecauseItMovesMoney() {
        var response =
                http.post()
                        .uri("/v1/top-ups")
                        .header("Authorization", CLIENT.bearer())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"amount\":{\"amount\":5000,\"currency\":\"USD\"}}")
                        .exchange();

        isProblem(response, 400, "request/invalid");
    }

    @Test
    void hidesTheTopUpsOfOthers() {
        var location =
                location(post(CLIENT, "{\"amount\":{\"amount\":5000,\"currency\":\"USD\"}}"));

        isProblem(get(TestCaller.client(), location), 404, "payment/unknown-top-up");
        isProblem(get(CLIENT, "/v1/top-ups/" + UUID.randomUUID()), 404, "payment/unknown-top-up");
        assertThat(get(TestCaller.staff("FINANCE_OPS"), location)).hasStatusOk();
    }

    @Test
    void isForPartiesOnly() {
        var body = "{\"amount\":{\"amount\":5000,\"currency\":\"USD\"}}";

        isProblem(post(TestCaller.staff("ADMIN"), body), 403, "request/wrong-role");
    }

    private MvcTestResult post(TestCaller caller, String body) {
        return http.post()
                .uri("/v1/top-ups")
                .header("Authorization", caller.bearer())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private static String location(MvcTestResult response) {
        return requireNonNull(response.getResponse().getHeader("Location"));
    }

    private MvcTestResult get(TestCaller caller, String path) {
        return http.get().uri(path).header("Authorization", caller.bearer()).exchange();
    }

    private static void isProblem(MvcTestResult response, int status, String code) {
        assertThat(response).hasStatus(status).hasContentType("application/problem+json");
        assertThat(response)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("https://api.guildhall.example/problems/" + code);
    }

    /** Top-ups in memory, and a provider that answers or does not. */
    static class Stub implements TopUps, PaymentIntents, PaymentProvider {
        private final TopUpDecider decider = new TopUpDecider();
        private final Map<PaymentIntentId, PaymentIntent> intents = new HashMap<>();
        boolean providerAnswers = true;

        @Override
        public Decision<TopUpEvent, TopUpRejection> handle(TopUpCommand command) {
            var decision = decider.decide(command, find(command.intent()));
            if (decision instanceof Accepted(var events)) {
                events.forEach(event ->
                        intents.put(
                                command.intent(), decider.evolve(find(command.intent()), event)));
            }
            return decision;
        }

        @Override
        public PaymentIntent find(PaymentIntentId id) {
            return intents.getOrDefault(id, new PaymentIntent.Absent());
        }

        @Override
        public PaymentIntent lock(PaymentIntentId id) {
            return find(id);
        }

        @Override
        public void write(PaymentIntent before, PaymentIntent.Requested after) {
            intents.put(after.topUp().id(), after);
        }

        @Override
        public String submit(PaymentIntentId intent, Money amount) {
            if (!providerAnswers) {
                throw new ProviderUnavailableException("silent");
            }
            return "ch_" + intent;
        }

        @Override
        public Optional<ProviderCharge> query(PaymentIntentId intent) {
            return Optional.empty();
        }
    }
}
