package guildhall.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import guildhall.messages.money.Money;
import guildhall.payment.topup.Cancellation;
import guildhall.payment.topup.ProviderCharge.AwaitsPayer;
import guildhall.payment.topup.ProviderCharge.Captured;
import guildhall.payment.topup.ProviderCharge.Ended;
import guildhall.payment.topup.ProviderCharge.Refused;
import guildhall.payment.topup.ProviderCharge.Underway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StripeIntentTest {
    @Test
    void isCapturedWithWhatWasReceived() {
        assertThat(intent("succeeded", "").charge())
                .isEqualTo(new Captured("pi_1", Money.of(5_00, "USD")));
    }

    @Test
    void isRefusedOnlyWhenNothingCanFollow() {
        assertThat(intent("canceled", "insufficient_funds").charge())
                .isEqualTo(new Refused("pi_1", "INSUFFICIENT_FUNDS"));
        assertThat(intent("requires_payment_method", "card_declined").charge())
                .isEqualTo(new AwaitsPayer("pi_1"));
        assertThat(intent("requires_payment_method", "card_declined").mayBeTriedAgain()).isTrue();
        assertThat(intent("requires_payment_method", "").mayBeTriedAgain()).isFalse();
        assertThat(intent("canceled", "card_declined").mayBeTriedAgain()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "requested_by_customer, PAYER",
        "abandoned, TIME_OUT",
        "fraudulent, PROVIDER",
        "'', PROVIDER"
    })
    void saysWhoEndedIt(String reason, Cancellation by) {
        var intent = new StripeIntent("pi_1", "canceled", 0, "usd", "", reason);

        assertThat(intent.charge()).isEqualTo(new Ended("pi_1", by));
    }

    @ParameterizedTest
    @ValueSource(strings = {"requires_payment_method", "requires_confirmation", "requires_action"})
    void awaitsThePayer(String status) {
        assertThat(intent(status, "").charge()).isEqualTo(new AwaitsPayer("pi_1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"processing", "requires_capture", "something_new"})
    void isUnderwayOtherwise(String status) {
        assertThat(intent(status, "").charge()).isEqualTo(new Underway("pi_1"));
    }

    private static StripeIntent intent(String status, String failure) {
        return new StripeIntent("pi_1", status, 5_00, "usd", failure, "");
    }
}
