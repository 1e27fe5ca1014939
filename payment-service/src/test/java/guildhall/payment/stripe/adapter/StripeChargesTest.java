package guildhall.payment.stripe.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.StripeClient;
import guildhall.messages.id.PaymentIntentId;
import guildhall.messages.money.Money;
import guildhall.messages.party.Party;
import guildhall.messages.party.PartyType;
import guildhall.payment.paymentmethod.CardFace;
import guildhall.payment.paymentmethod.PaymentMethodId;
import guildhall.payment.paymentmethod.PaymentMethods;
import guildhall.payment.paymentmethod.SavedMethod;
import guildhall.payment.provider.ProviderUnavailableException;
import guildhall.payment.topup.Cancellation;
import guildhall.payment.topup.PaymentProvider.Confirmation;
import guildhall.payment.topup.ProviderCharge.AwaitsPayer;
import guildhall.payment.topup.ProviderCharge.Captured;
import guildhall.payment.topup.ProviderCharge.Ended;
import guildhall.payment.topup.ProviderCharge.Refused;
import guildhall.payment.topup.ProviderCharge.Underway;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StripeChargesTest {
    static final PaymentIntentId INTENT = new PaymentIntentId(new UUID(7, 1));
    static final Money AMOUNT = Money.of(50_00, "USD");

    final StripeStub stripe = new StripeStub();
    final Remembered references = new Remembered();
    final Chosen methods = new Chosen();
    final StripeCharges charges = new StripeCharges(client(stripe), references, methods);

    @AfterEach
    void stop() {
        stripe.close();
    }

    @Test
    void asksForAPaymentIntentUnderOurId() {
        var charge = charges.submit(INTENT, AMOUNT);

        assertThat(charge).isEqualTo(new AwaitsPayer("pi_1"));
        assertThat(references.ids).isEqualTo(Map.of(INTENT.value(), "pi_1"));
        assertThat(stripe.byKey).containsOnlyKeys(INTENT.toString());
        assertThat(stripe.only().form)
                .isEqualTo(
                        Map.of(
                                "amount", "5000",
                                "currency", "usd",
                                "automatic_payment_methods[enabled]", "true",
                                "metadata[guildhall_id]", INTENT.toString()));
    }

    @Test
    void chargesAStoredCardAtOnce() {
        var owner = new Party(PartyType.BUSINESS, new UUID(5, 1));
        var card = new CardFace("visa", "4242", YearMonth.of(2030, 12));
        methods.method =
                Optional.of(
                        new SavedMethod(new PaymentMethodId(new UUID(6, 1)), owner, "pm_1", card));
        references.remember(StripeVault.customerId(owner), "cus_1");

        charges.submit(INTENT, AMOUNT);

        assertThat(stripe.only().form)
                .isEqualTo(
                        Map.of(
                                "amount", "5000",
                                "currency", "usd",
                                "customer", "cus_1",
                                "payment_method", "pm_1",
                                "payment_method_types[0]", "card",
                                "use_stripe_sdk", "true",
                                "confirm", "true",
                                "metadata[guildhall_id]", INTENT.toString()));
    }

    @Test
    void startsNothingNewWhenItIsAskedAgain() {
        charges.submit(INTENT, AMOUNT);
        charges.submit(INTENT, AMOUNT);

        assertThat(stripe.intents).hasSize(1);
    }

    @Test
    void findsAChargeAgainWhoseAnswerWasLost() {
        stripe.loseAnswerOnce();

        assertThatThrownBy(() -> charges.submit(INTENT, AMOUNT))
                .isInstanceOf(ProviderUnavailableException.class);

        assertThat(stripe.intents).hasSize(1);
        assertThat(charges.query(INTENT)).contains(new AwaitsPayer("pi_1"));
        assertThat(charges.submit(INTENT, AMOUNT)).isEqualTo(new AwaitsPayer("pi_1"));
        assertThat(stripe.intents).hasSize(1);
    }

    @Test
    void knowsNothingOfAChargeThatNeverArrived() {
        stripe.failOnce(500, "{\"error\": {\"type\": \"api_error\"}}");

        assertThatThrownBy(() -> charges.submit(INTENT, AMOUNT))
                .isInstanceOf(ProviderUnavailableException.class);

        assertThat(charges.query(INTENT)).isEqualTo(Optional.empty());
    }

    @Test
    void tellsNoMoreThanThatStripeIsBusy() {
        stripe.failOnce(
                429,
                "{\"error\": {\"type\": \"invalid_request_error\", \"code\": \"rate_limit\"}}");

        assertThatThrownBy(() -> charges.submit(INTENT, AMOUNT))
                .isInstanceOf(ProviderUnavailableException.class)
                .hasMessage("A charge failed at Stripe: RateLimitException");
    }

    @Test
    void cancelsWhatWasDeclinedSoThatNothingCanFollow() {
        charges.submit(INTENT, AMOUNT);
        var intent = stripe.only();
        intent.declineCode = "insufficient_funds";
        stripe.failOnce(402, declined(intent));

        var charge = charges.submit(INTENT, AMOUNT);

        assertThat(charge).isEqualTo(new Refused("pi_1", "INSUFFICIENT_FUNDS"));
        assertThat(intent.status).isEqualTo("canceled");
        assertThat(charges.query(INTENT)).contains(new Refused("pi_1", "INSUFFICIENT_FUNDS"));
    }

    @Test
    void believesACaptureRatherThanAnEarlierFailure() {
        charges.submit(INTENT, AMOUNT);
        var intent = stripe.only();
        intent.declineCode = "card_declined";
        var failed =
                new guildhall.payment.stripe.StripeIntent(
                        "pi_1", "requires_payment_method", 0, "usd", "card_declined", "");
        intent.status = "succeeded";

        assertThat(charges.settled(failed).charge()).isEqualTo(new Captured("pi_1", AMOUNT));
    }

    @Test
    void handsOutTheSecretWhileTheOwnerIsNeeded() {
        charges.submit(INTENT, AMOUNT);

        assertThat(charges.confirmation(INTENT))
                .contains(new Confirmation("stripe", "pi_1_secret_x"));
        stripe.only().status = "succeeded";
        assertThat(charges.confirmation(INTENT)).isEmpty();
        assertThat(charges.query(INTENT)).contains(new Captured("pi_1", AMOUNT));
    }

    @Test
    void endsWhatWaitsForThePayer() {
        charges.submit(INTENT, AMOUNT);
        stripe.only().status = "requires_action";

        assertThat(charges.cancel(INTENT, Cancellation.PAYER))
                .contains(new Ended("pi_1", Cancellation.PAYER));
        assertThat(charges.cancel(INTENT, Cancellation.TIME_OUT))
                .contains(new Ended("pi_1", Cancellation.PAYER));

        assertThat(stripe.only().status).isEqualTo("canceled");
        assertThat(charges.query(INTENT)).contains(new Ended("pi_1", Cancellation.PAYER));
    }

    @Test
    void endsNothingThatStripeWorksOnOrHasCaptured() {
        charges.submit(INTENT, AMOUNT);
        var intent = stripe.only();

        intent.status = "processing";
        assertThat(charges.cancel(INTENT, Cancellation.TIME_OUT)).contains(new Underway("pi_1"));
        intent.status = "succeeded";
        assertThat(charges.cancel(INTENT, Cancellation.TIME_OUT))
                .contains(new Captured("pi_1", AMOUNT));
    }

    @Test
    void findsOutWhatHappenedWhenThePayerWasFaster() {
        charges.submit(INTENT, AMOUNT);
        stripe.beforeCancelling = intent -> intent.status = "succeeded";

        assertThat(charges.cancel(INTENT, Cancellation.TIME_OUT))
                .contains(new Captured("pi_1", AMOUNT));
    }

    @Test
    void endsNothingThatNeverArrived() {
        assertThat(charges.cancel(INTENT, Cancellation.PAYER)).isEmpty();
    }

    static StripeClient client(StripeStub stripe) {
        return StripeClient.builder()
                .setApiKey("sk_test_of_nobody")
                .setApiBase(stripe.base().toString())
                .setConnectTimeout(1_000)
                .setReadTimeout(1_000)
                .setMaxNetworkRetries(0)
                .build();
    }

    private static String declined(StripeStub.Intent intent) {
        return """
        {"error": {"type": "card_error", "code": "card_declined",
         "decline_code": "insufficient_funds", "message": "Your card has insufficient funds.",
         "payment_intent": %s}}
        """
                .formatted(intent.json());
    }

    /** At most one. */
    static final class Chosen implements PaymentMethods {
        Optional<SavedMethod> method = Optional.empty();

        @Override
        public List<SavedMethod> of(Party owner) {
            return method.stream().toList();
        }

        @Override
        public void choose(PaymentIntentId intent, PaymentMethodId chosen) {
            throw new UnsupportedOperationException("That is for the owner");
        }

        @Override
        public Optional<SavedMethod> chosenFor(PaymentIntentId intent) {
            return method;
        }
    }

    /** In memory. */
    static final class Remembered implements StripeReferences {
        final Map<UUID, String> ids = new HashMap<>();

        @Override
        public Optional<String> stripeId(UUID ourId) {
            return Optional.ofNullable(ids.get(ourId));
        }

        @Override
        public Optional<UUID> ourId(String stripeId) {
            return ids.entrySet().stream()
                    .filter(known -> known.getValue().equals(stripeId))
                    .map(Map.Entry::getKey)
                    .findFirst();
        }

        @Override
        public void remember(UUID ourId, String stripeId) {
            ids.putIfAbsent(ourId, stripeId);
        }
    }
}
