package guildhall.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import guildhall.messages.money.Money;
import guildhall.payment.topup.ProviderCharge.Captured;
import guildhall.payment.topup.ProviderCharge.Refused;
import guildhall.payment.topup.ProviderCharge.Underway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
        assertThat(intent("canceled", "").charge()).isEqualTo(new Refused("pi_1", "CANCELLED"));
        assertThat(intent("requires_payment_method", "card_declined").charge())
                .isEqualTo(new Underway("pi_1"));
        assertThat(intent("requires_payment_method", "card_declined").mayBeTriedAgain()).isTrue();
        assertThat(intent("requires_payment_method", "").mayBeTriedAgain()).isFalse();
        assertThat(intent("canceled", "card_declined").mayBeTriedAgain()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "requires_payment_method",
                "requires_confirmation",
                "requires_action",
                "processing",
                "requires_capture",
                "something_new"
            })
    void isUnderwayOtherwise(String status) {
        assertThat(intent(status, "").charge()).isEqualTo(new Underway("pi_1"));
    }

    private static StripeIntent intent(String status, String failure) {
        return new StripeIntent("pi_1", status, 5_00, "usd", failure);
    }
}
