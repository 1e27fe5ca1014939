package guildhall.payment.stripe.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import guildhall.messages.id.PayoutAccountId;
import guildhall.payment.payoutaccount.AccountReport.AccountVerified;
import guildhall.payment.payoutaccount.Destination;
import guildhall.payment.payoutaccount.PayoutMethod;
import guildhall.payment.payoutaccount.PayoutOnboarding.ExternalAccount;
import guildhall.payment.payoutaccount.PayoutOnboarding.Opening;
import guildhall.payment.stripe.ConnectAccount;
import guildhall.payment.stripe.adapter.StripeChargesTest.Remembered;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StripeAccountsTest {
    static final PayoutAccountId ID = new PayoutAccountId(new UUID(4, 1));
    static final Instant NOON = Instant.parse("2027-01-15T12:00:00Z");
    static final Opening OPENING =
            new Opening(PayoutMethod.STRIPE_CONNECT, Currency.getInstance("EUR"), "");

    final StripeStub stripe = new StripeStub();
    final Remembered references = new Remembered();
    final StripeAccounts accounts =
            new StripeAccounts(
                    StripeChargesTest.client(stripe),
                    references,
                    new StripeProperties(
                            "sk_test_x",
                            "whsec_x",
                            stripe.base(),
                            Duration.ofSeconds(1),
                            Duration.ofSeconds(1),
                            0,
                            Duration.ofMinutes(5),
                            Duration.ofSeconds(5),
                            Duration.ofSeconds(10),
                            12,
                            URI.create("https://guildhall.example/payouts")),
                    Clock.fixed(NOON, ZoneOffset.UTC));

    @AfterEach
    void stop() {
        stripe.close();
    }

    @Test
    void opensAConnectedAccountThatPaysOutOnlyWhenWeSaySo() {
        assertThat(accounts.open(ID, OPENING))
                .isEqualTo(new ExternalAccount("acct_1", ConnectAccount.NOWHERE));

        assertThat(stripe.lastForm)
                .containsEntry("type", "express")
                .containsEntry("default_currency", "eur")
                .containsEntry("capabilities[transfers][requested]", "true")
                .containsEntry("settings[payouts][schedule][interval]", "manual")
                .containsEntry("metadata[guildhall_id]", ID.toString());
        assertThat(references.stripeId(ID.value())).contains("acct_1");
    }

    @Test
    void sendsTheOwnerToStripe() {
        assertThat(accounts.link("acct_1"))
                .isEqualTo(URI.create("https://connect.stripe.com/setup/e/acct_1"));
        assertThat(stripe.lastForm)
                .containsEntry("type", "account_onboarding")
                .containsEntry("return_url", "https://guildhall.example/payouts");
    }

    @Test
    void asksHowAnAccountStands() {
        assertThat(accounts.query(ID)).isEmpty();
        accounts.open(ID, OPENING);
        assertThat(accounts.query(ID)).isEmpty();

        stripe.accountIsVerified = true;

        assertThat(accounts.query(ID))
                .contains(new AccountVerified(ID, new Destination("ba_1", "6789"), NOON));
        assertThat(accounts.changeDestination("acct_1", "btok_1"))
                .isEqualTo(new Destination("ba_1", "6789"));
        assertThat(stripe.lastForm).containsEntry("external_account", "btok_1");
    }
}
