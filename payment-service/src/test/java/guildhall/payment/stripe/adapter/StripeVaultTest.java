package guildhall.payment.stripe.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guildhall.messages.party.Party;
import guildhall.messages.party.PartyType;
import guildhall.payment.paymentmethod.CardFace;
import guildhall.payment.paymentmethod.MethodVault.Kept;
import guildhall.payment.paymentmethod.PaymentMethodId;
import guildhall.payment.provider.ProviderUnavailableException;
import guildhall.payment.stripe.adapter.StripeChargesTest.Remembered;
import java.time.YearMonth;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StripeVaultTest {
    static final Party OWNER = new Party(PartyType.BUSINESS, new UUID(5, 1));
    static final PaymentMethodId ONE = new PaymentMethodId(new UUID(6, 1));
    static final PaymentMethodId TWO = new PaymentMethodId(new UUID(6, 2));

    final StripeStub stripe = new StripeStub();
    final Remembered references = new Remembered();
    final StripeVault vault = new StripeVault(StripeChargesTest.client(stripe), references);

    @AfterEach
    void stop() {
        stripe.close();
    }

    @Test
    void keepsAllCardsOfAPartyWithOneCustomer() {
        assertThat(vault.begin(ONE, OWNER)).isEqualTo("seti_1_secret_x");
        assertThat(vault.begin(TWO, OWNER)).isEqualTo("seti_2_secret_x");

        assertThat(stripe.requests)
                .containsExactly(
                        "POST /v1/customers", "POST /v1/setup_intents", "POST /v1/setup_intents");
        assertThat(references.ids)
                .containsEntry(StripeVault.customerId(OWNER), "cus_1")
                .containsEntry(ONE.value(), "seti_1");
    }

    @Test
    void hasTheCardOnceTheOwnerHasGivenIt() {
        vault.begin(ONE, OWNER);

        assertThat(vault.kept(TWO)).isEmpty();
        assertThat(vault.kept(ONE)).isEmpty();
        stripe.setupStatus = "succeeded";
        assertThat(vault.kept(ONE))
                .contains(new Kept("pm_1", new CardFace("visa", "4242", YearMonth.of(2030, 12))));
    }

    @Test
    void forgetsOnce() {
        vault.forget("pm_1");
        stripe.failOnce(400, "{\"error\": {\"type\": \"invalid_request_error\"}}");

        assertThatCode(() -> vault.forget("pm_1")).doesNotThrowAnyException();
        stripe.failOnce(500, "{\"error\": {\"type\": \"api_error\"}}");
        assertThatThrownBy(() -> vault.forget("pm_1"))
                .isInstanceOf(ProviderUnavailableException.class);
    }
}
