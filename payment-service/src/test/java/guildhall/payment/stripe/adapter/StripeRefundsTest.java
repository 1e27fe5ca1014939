package guildhall.payment.stripe.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guildhall.messages.id.CardRefundId;
import guildhall.messages.id.PaymentIntentId;
import guildhall.messages.money.Money;
import guildhall.payment.provider.ProviderUnavailableException;
import guildhall.payment.refund.RefundProvider.Charge;
import guildhall.payment.refund.RefundReport.RefundRefused;
import guildhall.payment.refund.RefundReport.RefundSent;
import guildhall.payment.refund.RefundReport.RefundUnderway;
import guildhall.payment.stripe.adapter.StripeChargesTest.Remembered;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StripeRefundsTest {
    static final CardRefundId REFUND = new CardRefundId(new UUID(7, 2));
    static final Charge CHARGE = new Charge(new PaymentIntentId(new UUID(7, 1)), "pi_1");
    static final Money AMOUNT = Money.of(50_00, "USD");

    final StripeStub stripe = new StripeStub();
    final Remembered references = new Remembered();
    final Refused refusals = new Refused();
    final StripeRefunds refunds =
            new StripeRefunds(StripeChargesTest.client(stripe), references, refusals);

    @AfterEach
    void stop() {
        stripe.close();
    }

    @Test
    void asksForARefundUnderOurId() {
        var reference = refunds.submit(REFUND, CHARGE, AMOUNT);

        assertThat(reference).isEqualTo("re_1");
        assertThat(references.ids).isEqualTo(Map.of(REFUND.value(), "re_1"));
        var made = stripe.refunds.values().iterator().next();
        assertThat(made.key).isEqualTo(REFUND.toString());
        assertThat(made.form)
                .isEqualTo(
                        Map.of(
                                "payment_intent", "pi_1",
                                "amount", "5000",
                                "metadata[guildhall_id]", REFUND.toString()));
    }

    @Test
    void saysHowARefundStands() {
        assertThat(refunds.query(REFUND)).isEqualTo(Optional.empty());
        refunds.submit(REFUND, CHARGE, AMOUNT);
        assertThat(refunds.query(REFUND)).contains(new RefundUnderway(REFUND));
        var made = stripe.refunds.values().iterator().next();
        made.status = "succeeded";
        assertThat(refunds.query(REFUND)).contains(new RefundSent(REFUND, "re_1", AMOUNT));
        made.status = "failed";
        made.failure = "lost_or_stolen_card";
        assertThat(refunds.query(REFUND))
                .contains(new RefundRefused(REFUND, "LOST_OR_STOLEN_CARD"));
    }

    @Test
    void findsARefundAgainWhoseAnswerWasLostHoweverLongAgo() {
        stripe.loseAnswerTo("POST /v1/refunds");
        assertThatThrownBy(() -> refunds.submit(REFUND, CHARGE, AMOUNT))
                .isInstanceOf(ProviderUnavailableException.class);

        var again = refunds.submit(REFUND, CHARGE, AMOUNT);

        assertThat(again).isEqualTo("re_1");
        assertThat(stripe.refunds).hasSize(1);
        assertThat(stripe.requests)
                .containsExactly("GET /v1/refunds", "POST /v1/refunds", "GET /v1/refunds");
    }

    @Test
    void notesWhatStripeRefusesAtOnceAndTellsItWhenAsked() {
        stripe.failAt(
                "POST /v1/refunds",
                400,
                """
                {"error": {"type": "invalid_request_error", "code": "charge_already_refunded"}}
                """);

        var reference = refunds.submit(REFUND, CHARGE, AMOUNT);

        assertThat(reference).isEqualTo(REFUND.toString());
        assertThat(refunds.query(REFUND))
                .contains(new RefundRefused(REFUND, "CHARGE_ALREADY_REFUNDED"));
    }

    @Test
    void takesNoRefusalFromAStripeThatIsBusy() {
        stripe.failAt("POST /v1/refunds", 429, "{\"error\": {\"code\": \"rate_limit\"}}");

        assertThatThrownBy(() -> refunds.submit(REFUND, CHARGE, AMOUNT))
                .isInstanceOf(ProviderUnavailableException.class);

        assertThat(refunds.query(REFUND)).isEqualTo(Optional.empty());
    }

    /** In memory. */
    static final class Refused implements StripeRefusals {
        final Map<UUID, String> codes = new HashMap<>();

        @Override
        public Optional<String> code(UUID ourId) {
            return Optional.ofNullable(codes.get(ourId));
        }

        @Override
        public void note(UUID ourId, String code) {
            codes.putIfAbsent(ourId, code);
        }
    }
}
