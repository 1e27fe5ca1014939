package guildhall.payment.wallet.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import guildhall.messages.party.Party;
import guildhall.payment.wallet.StatementLine;
import guildhall.payment.wallet.StatementQuery;
import guildhall.payment.wallet.Wallet;
import guildhall.payment.wallet.WalletId;
import guildhall.payment.wallet.Wallets;
import guildhall.testkit.TestCaller;
import guildhall.testkit.TestTokens;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebMvcTest(WalletController.class)
@Import(WalletControllerTest.Stub.class)
class WalletControllerTest {
    static final TestCaller CLIENT = TestCaller.client();

    @Autowired MockMvcTester http;

    @DynamicPropertySource
    static void keys(DynamicPropertyRegistry properties) {
        properties.add("JWKS_URI", TestTokens::jwksUri);
    }

    @Test
    void showsZerosForAWalletThatWasNeverUsed() {
        var response = get("/v1/wallets/EUR", CLIENT);

        assertThat(response).hasStatusOk();
        assertThat(response)
                .bodyJson()
                .isEqualTo(
                        """
                        {"owner": {"type": "BUSINESS", "id": "%s"}, "currency": "EUR",
                         "status": "ACTIVE",
                         "available": {"amount": 0, "currency": "EUR"},
                         "pending": {"amount": 0, "currency": "EUR"},
                         "escrowed": {"amount": 0, "currency": "EUR"},
                         "owed": {"amount": 0, "currency": "EUR"}}
                        """
                                .formatted(CLIENT.party().id()));
    }

    @Test
    void showsTheWalletOfAnotherPartyToFinanceOnly() {
        var path = "/v1/wallets/EUR?party=" + CLIENT.party();

        assertThat(get(path, CLIENT)).hasStatusOk();
        assertThat(get(path, TestCaller.staff("FINANCE_OPS"))).hasStatusOk();
        isProblem(get(path, TestCaller.talent()), 404, "payment/unknown-wallet");
        isProblem(get(path, TestCaller.staff("MODERATOR")), 404, "payment/unknown-wallet");
        isProblem(get("/v1/wallets", TestCaller.staff("ADMIN")), 403, "request/wrong-role");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/wallets/ZZZ,                          currency",
        "/v1/wallets?party=nobody,                 party",
        "/v1/wallets?party=TALENT:1,               party",
        "/v1/wallets/USD/statement?from=yesterday, from",
        "/v1/wallets/USD/statement?limit=101,      limit",
        "/v1/wallets/USD/statement?after=x,        after"
    })
    void namesTheParameterThatIsWrong(String path, String parameter) {
        var response = get(path, CLIENT);

        isProblem(response, 400, "request/invalid");
        assertThat(response)
                .bodyJson()
                .extractingPath("$.errors[0].parameter")
                .isEqualTo(parameter);
    }

    private MvcTestResult get(String path, TestCaller caller) {
        return http.get().uri(path).header("Authorization", caller.bearer()).exchange();
    }

    private static void isProblem(MvcTestResult response, int status, String code) {
        assertThat(response).hasStatus(status).hasContentType("application/problem+json");
        assertThat(response)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("https://api.guildhall.example/problems/" + code);
    }

    /** Nobody has any money. */
    static class Stub implements Wallets {
        @Override
        public Wallet find(WalletId id) {
            return Wallet.empty(id);
        }

        @Override
        public List<Wallet> ownedBy(Party owner) {
            return List.of();
        }

        @Override
        public List<StatementLine> statement(StatementQuery query) {
            return List.of();
        }
    }
}
