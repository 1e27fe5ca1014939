package guildhall.payment.fee.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import guildhall.messages.money.Money;
import guildhall.payment.fee.Pair;
import guildhall.payment.fee.PairBillings;
import guildhall.testkit.TestCaller;
import guildhall.testkit.TestTokens;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** With the schedule that the service ships with. */
@WebMvcTest(FeePreviewController.class)
@EnableConfigurationProperties(FeeProperties.class)
@Import({FeeConfiguration.class, FeePreviewControllerTest.Stub.class})
class FeePreviewControllerTest {
    static final TestCaller CLIENT = TestCaller.client();
    static final TestCaller TALENT = TestCaller.talent();

    @Autowired MockMvcTester http;

    @DynamicPropertySource
    static void keys(DynamicPropertyRegistry properties) {
        properties.add("JWKS_URI", TestTokens::jwksUri);
    }

    @Test
    void pricesTheNextReleaseOfAPairThatHasBilledBefore() {
        var response = preview(TALENT, 200_00);

        assertThat(response).hasStatusOk();
        assertThat(response)
                .bodyJson()
                .isEqualTo(
                        """
                        {"gross": {"amount": 20000, "currency": "USD"},
                         "fee": {"amount": 3000, "currency": "USD"},
                         "net": {"amount": 17000, "currency": "USD"},
                         "buyerFee": {"amount": 0, "currency": "USD"},
                         "total": {"amount": 20000, "currency": "USD"},
                         "billedBefore": {"amount": 40000, "currency": "USD"},
                         "scheduleVersion": "talent-2026-1",
                         "parts": [
                           {"basisPoints": 2000, "amount": {"amount": 10000, "currency": "USD"}},
                           {"basisPoints": 1000, "amount": {"amount": 10000, "currency": "USD"}}
                         ]}
                        """);
    }

    @Test
    void pricesAnOrderOfAGigByTheLevelOfItsSeller() {
        var response = preview(TALENT, 200_00, ", \"kind\": \"GIG_ORDER\", \"sellerLevel\": 3");

        assertThat(response).hasStatusOk();
        assertThat(response).bodyJson().extractingPath("$.fee.amount").isEqualTo(24_00);
        assertThat(response).bodyJson().extractingPath("$.buyerFee.amount").isEqualTo(10_00);
        assertThat(response).bodyJson().extractingPath("$.total.amount").isEqualTo(210_00);
    }

    @Test
    void refusesAScheduleThatNobodyKnows() {
        isProblem(
                preview(CLIENT, 200_00, ", \"scheduleVersion\": \"1999\""), 400, "request/invalid");
    }

    @Test
    void tellsStrangersNothingAboutAPair() {
        isProblem(preview(TestCaller.client(), 200_00), 403, "payment/not-a-party");
        assertThat(preview(CLIENT, 200_00)).hasStatusOk();
        assertThat(preview(TestCaller.staff("FINANCE_OPS"), 200_00)).hasStatusOk();
    }

    @Test
    void refusesAnAmountOfNothing() {
        isProblem(preview(CLIENT, 0), 400, "request/invalid");
    }

    private MvcTestResult preview(TestCaller caller, long amount) {
        return preview(caller, amount, "");
    }

    private MvcTestResult preview(TestCaller caller, long amount, String more) {
        return http.post()
                .uri("/v1/fee-previews")
                .header("Authorization", caller.bearer())
                .contentType(MediaType.APPLICATION_JSON)
                .content(
                        """
                        {"client": {"type": "BUSINESS", "id": "%s"},
                         "talent": {"type": "TALENT", "id": "%s"},
                         "amount": {"amount": %d, "currency": "USD"}%s}
                        """
                                .formatted(CLIENT.party().id(), TALENT.party().id(), amount, more))
                .exchange();
    }

    private static void isProblem(MvcTestResult response, int status, String code) {
        assertThat(response).hasStatus(status).hasContentType("application/problem+json");
        assertThat(response)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("https://api.guildhall.example/problems/" + code);
    }

    /** Every pair has billed 400 dollars. */
    static class Stub implements PairBillings {
        @Override
        public Money billedBy(Pair pair) {
            return new Money(400_00, pair.currency());
        }

        @Override
        public Map<Pair, Money> lock(Set<Pair> pairs) {
            throw new UnsupportedOperationException("A preview locks nothing");
        }

        @Override
        public void write(Map<Pair, Money> billed) {
            throw new UnsupportedOperationException("A preview stores nothing");
        }
    }
}
