package guildhall.payment.topup.adapter;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import guildhall.messages.id.PaymentIntentId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.payment.paymentmethod.CardFace;
import guildhall.payment.paymentmethod.PaymentMethodId;
import guildhall.payment.paymentmethod.PaymentMethods;
import guildhall.payment.paymentmethod.SavedMethod;
import guildhall.payment.provider.ProviderUnavailableException;
import guildhall.payment.topup.Cancellation;
import guildhall.payment.topup.PaymentIntent;
import guildhall.payment.topup.PaymentIntents;
import guildhall.payment.topup.PaymentProvider;
import guildhall.payment.topup.ProviderCharge;
import guildhall.payment.topup.ProviderCharge.AwaitsPayer;
import guildhall.payment.topup.ProviderCharge.Captured;
import guildhall.payment.topup.ProviderCharge.Ended;
import guildhall.payment.topup.ProviderCharge.Refused;
import guildhall.payment.topup.ProviderCharge.Underway;
import guildhall.payment.topup.TopUpCommand;
import guildhall.payment.topup.TopUpDecider;
import guildhall.payment.topup.TopUpEvent;
import guildhall.payment.topup.TopUpRejection;
import guildhall.payment.topup.TopUps;
import guildhall.payment.wallet.WalletId;
import guildhall.payment.wallet.WalletState;
import guildhall.payment.wallet.WalletStates;
import guildhall.runtime.decide.Decision;
import guildhall.runtime.decide.Decision.Accepted;
import guildhall.testkit.TestCaller;
import guildhall.testkit.TestTokens;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
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

@WebMvcTest({TopUpController.class, TopUpConfirmationController.class})
@EnableConfigurationProperties(TopUpProperties.class)
@Import({ChargeRequests.class, TopUpRules.class, TopUpControllerTest.Stub.class})
class TopUpControllerTest {
    static final PaymentMethodId METHOD = new PaymentMethodId(new UUID(6, 1));
    static final CardFace CARD = new CardFace("visa", "4242", YearMonth.of(2030, 12));
    static final TestCaller CLIENT = TestCaller.client();
    static final String BODY = "{\"amount\":{\"amount\":5000,\"currency\":\"USD\"}}";

    @Autowired MockMvcTester http;
    @Autowired Stub stub;

    @DynamicPropertySource
    static void keys(DynamicPropertyRegistry properties) {
        properties.add("JWKS_URI", TestTokens::jwksUri);
    }

    @BeforeEach
    void theProviderAnswers() {
        stub.providerAnswers = true;
        stub.answer = Underway::new;
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
    void paysWithAStoredMethodOfTheCaller() {
        var body =
                """
                {"amount":{"amount":5000,"currency":"USD"},"paymentMethodId":"%s"}
                """
                        .formatted(METHOD);

        assertThat(post(CLIENT, body)).hasStatus(202);
        assertThat(stub.chosen).containsValue(METHOD);
        isProblem(post(TestCaller.client(), body), 422, "payment/unknown-payment-method");
    }

    @Test
    void refusesToTopUpAFrozenWallet() {
        var response = post(CLIENT, "{\"amount\":{\"amount\":5000,\"currency\":\"CHF\"}}");

        isProblem(response, 409, "payment/wallet-frozen");
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
    void tellsThePayerWhatIsStillToBeDone() {
        stub.answer = AwaitsPayer::new;

        var location = location(post(CLIENT, BODY));

        var shown = get(CLIENT, location);
        assertThat(shown).bodyJson().extractingPath("$.status").isEqualTo("REQUIRES_ACTION");
        assertThat(shown).bodyJson().extractingPath("$.expiresAt").asString().isNotEmpty();
        var confirmation = location + "/confirmation";
        assertThat(get(CLIENT, confirmation))
                .bodyJson()
                .extractingPath("$.clientSecret")
                .isEqualTo("secret");
        isProblem(get(TestCaller.client(), confirmation), 404, "payment/unknown-top-up");
        isProblem(
                get(TestCaller.staff("FINANCE_OPS"), confirmation), 404, "payment/unknown-top-up");
    }

    @Test
    void cancelsWhatIsNotBeingCharged() {
        stub.answer = AwaitsPayer::new;
        var location = location(post(CLIENT, BODY));

        isProblem(cancel(TestCaller.client(), location), 404, "payment/unknown-top-up");
        isProblem(cancel(TestCaller.staff("FINANCE_OPS"), location), 404, "payment/unknown-top-up");
        stub.providerAnswers = false;
        isProblem(cancel(CLIENT, location), 503, "payment/provider-unavailable");
        stub.providerAnswers = true;
        assertThat(cancel(CLIENT, location)).hasStatusOk();
        var again = cancel(CLIENT, location);

        assertThat(again).hasStatusOk();
        assertThat(again).bodyJson().extractingPath("$.status").isEqualTo("CANCELLED");
        assertThat(again).bodyJson().extractingPath("$.cancelledBy").isEqualTo("PAYER");
        isProblem(get(CLIENT, location + "/confirmation"), 409, "payment/nothing-to-confirm");
    }

    @Test
    void cancelsNothingThatIsChargedOrHasAnOutcome() {
        var underway = location(post(CLIENT, BODY));
        stub.answer = reference -> new Refused(reference, "CARD_DECLINED");
        var declined = location(post(CLIENT, BODY));
        stub.answer = AwaitsPayer::new;
        var overtaken = location(post(CLIENT, BODY));
        stub.answer = reference -> new Captured(reference, Money.of(50_00, "USD"));

        isProblem(cancel(CLIENT, underway), 409, "payment/payment-processing");
        isProblem(cancel(CLIENT, declined), 409, "payment/payment-ended");
        isProblem(cancel(CLIENT, overtaken), 409, "payment/payment-ended");

        assertThat(get(CLIENT, overtaken))
                .bodyJson()
                .extractingPath("$.status")
                .isEqualTo("SUCCEEDED");
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

    private MvcTestResult cancel(TestCaller caller, String path) {
        return http.post()
                .uri(path + "/cancellation")
                .header("Authorization", caller.bearer())
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
    static class Stub
            implements TopUps, PaymentIntents, PaymentProvider, PaymentMethods, WalletStates {
        private final TopUpDecider decider = new TopUpDecider();
        private final Map<PaymentIntentId, PaymentIntent> intents = new HashMap<>();
        final Map<PaymentIntentId, PaymentMethodId> chosen = new HashMap<>();
        boolean providerAnswers = true;
        Function<String, ProviderCharge> answer = Underway::new;

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
        public ProviderCharge submit(PaymentIntentId intent, Money amount) {
            return answerAbout(intent);
        }

        private ProviderCharge answerAbout(PaymentIntentId intent) {
            if (!providerAnswers) {
                throw new ProviderUnavailableException("silent");
            }
            return answer.apply("ch_" + intent);
        }

        @Override
        public Optional<ProviderCharge> cancel(PaymentIntentId intent, Cancellation by) {
            var now = answerAbout(intent);
            return Optional.of(
                    now instanceof AwaitsPayer(var reference) ? new Ended(reference, by) : now);
        }

        @Override
        public Optional<Confirmation> confirmation(PaymentIntentId intent) {
            return answerAbout(intent) instanceof AwaitsPayer
                    ? Optional.of(new Confirmation("stub", "secret"))
                    : Optional.empty();
        }

        @Override
        public Optional<ProviderCharge> query(PaymentIntentId intent) {
            return Optional.empty();
        }

        @Override
        public List<SavedMethod> of(Party owner) {
            return owner.equals(CLIENT.party())
                    ? List.of(new SavedMethod(METHOD, owner, "pm_1", CARD))
                    : List.of();
        }

        @Override
        public void choose(PaymentIntentId intent, PaymentMethodId method) {
            chosen.put(intent, method);
        }

        @Override
        public Optional<SavedMethod> chosenFor(PaymentIntentId intent) {
            throw new UnsupportedOperationException("That is for the provider");
        }

        /** All wallets in Swiss francs are frozen. */
        @Override
        public WalletState of(WalletId wallet) {
            return wallet.currency().getCurrencyCode().equals("CHF")
                    ? new WalletState.Frozen(Instant.EPOCH)
                    : new WalletState.Active();
        }

        @Override
        public Set<WalletId> unusable(Set<WalletId> wallets) {
            throw new UnsupportedOperationException("A top-up is about one wallet");
        }

        @Override
        public List<Change> history(WalletId wallet) {
            throw new UnsupportedOperationException("Nobody asks why");
        }

        @Override
        public void add(WalletId wallet, Change change) {
            throw new UnsupportedOperationException("A top-up freezes nothing");
        }
    }
}
